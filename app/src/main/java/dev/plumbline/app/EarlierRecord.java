package dev.plumbline.app;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.RecordState;
import dev.plumbline.engine.comparison.Snapshot;
import dev.plumbline.reports.json.ResultReader;
import dev.plumbline.reports.json.ResultReader.NoResultException;
import dev.plumbline.reports.json.ResultReader.RecordThen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How far the record of a dossier had come once, as a result tells.
 *
 * @param model of whose product, as results name it
 * @param at when it was written down
 */
public record EarlierRecord(String model, String at, RecordState state) {

  /**
   * Reads a result.json.
   *
   * @throws NoResultException if the file tells nothing of a record; the message is a sentence
   */
  public static EarlierRecord read(Path file) throws IOException, NoResultException {
    RecordThen then = ResultReader.record(bytes(file));
    return new EarlierRecord(then.model(), then.at(), then.record());
  }

  private static byte[] bytes(Path file) throws IOException {
    if (Files.size(file) > ResultReader.MAX) {
      throw new IOException(file + " has more than " + ResultReader.MAX + " bytes");
    }
    return Files.readAllBytes(file);
  }

  /** Whether it is of the product of this dossier. */
  public boolean isOf(Workspace workspace) {
    var product = workspace.dossier().product();
    return model.equals(Snapshot.model(product.manufacturer(), product.model()));
  }

  /** What of it is not there any more as it was. */
  public List<Problem> touched(Workspace workspace) throws IOException {
    Problems problems = new Problems();
    workspace.folder().compareRecord(state, problems);
    return problems.sorted();
  }
}
