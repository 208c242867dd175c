package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.insight.comparison.Comparison;
import dev.plumbline.insight.comparison.Snapshot;
import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.json.ResultReader;
import dev.plumbline.reports.json.ResultReader.NoResultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A result.json of before, to see what became of a product since. */
public record Baseline(Snapshot before) {

  /**
   * Reads a result.json.
   *
   * @throws NoResultException if the file holds no result
   */
  public static Baseline read(Path file) throws IOException, NoResultException {
    return new Baseline(ResultReader.read(bytes(file)));
  }

  /** What a result holds; one that is too large for one is not read. */
  static byte[] bytes(Path file) throws IOException {
    if (Files.size(file) > ResultReader.MAX) {
      throw new IOException(file + " has more than " + ResultReader.MAX + " bytes");
    }
    return Files.readAllBytes(file);
  }

  /** Why it cannot be compared with results of this dossier, as a sentence; empty when it can. */
  public Optional<String> mismatch(Workspace workspace) {
    var product = workspace.dossier().product();
    String model = Snapshot.model(product.manufacturer(), product.model());
    if (!before.edition().equals(product.edition())) {
      return Optional.of(
          "It was made for edition "
              + before.edition()
              + ", the dossier is for "
              + product.edition()
              + "; their test items have different names.");
    }
    return before.model().equals(model)
        ? Optional.empty()
        : Optional.of("It is of '" + before.model() + "', the dossier of '" + model + "'.");
  }

  /** What became of the product. */
  public Comparison comparison(Assessment now) {
    return Comparison.of(before, Snapshot.of(now));
  }
}
