package dev.plumbline.app;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.insight.comparison.Comparison;
import dev.plumbline.insight.comparison.ResultSnapshot;
import dev.plumbline.judging.WaivedItem;
import dev.plumbline.reports.json.ResultReader;
import dev.plumbline.reports.json.ResultReader.NoResultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A result.json of before, to see what became of a product since. */
public record Baseline(ResultSnapshot before) {

  /**
   * Reads a result.json.
   *
   * @throws UnusableInputException if the file holds no result; the message is why, as a sentence
   */
  public static Baseline read(Path file) throws IOException {
    return of(bytes(file));
  }

  /**
   * The same of the bytes of such a file.
   *
   * @throws UnusableInputException if they are no result; the message is why, as a sentence
   */
  public static Baseline of(byte[] result) {
    try {
      return new Baseline(ResultReader.read(result));
    } catch (NoResultException e) {
      throw new UnusableInputException(
          Message.of("PLB-C112", "reason", String.valueOf(e.getMessage())));
    }
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
    String model = ResultSnapshot.model(product.manufacturer(), product.model());
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

  /**
   * What became of the product.
   *
   * @param honourWaivers whether a new FAIL whose risk is accepted, by a waiver in force, does not
   *     count
   */
  public BaselineComparison comparison(AssessedDossier now, boolean honourWaivers) {
    Set<String> accepted =
        honourWaivers
            ? now.result().waivers().stream()
                .filter(WaivedItem::inForce)
                .map(w -> w.waiver().item().toString())
                .collect(Collectors.toUnmodifiableSet())
            : Set.of();
    return new BaselineComparison(Comparison.of(before, ResultSnapshot.of(now.result())), accepted);
  }
}
