package dev.plumbline.app;

import dev.plumbline.app.seal.Checkpoint;
import dev.plumbline.app.seal.Checkpoint.NoCheckpointException;
import dev.plumbline.app.seal.Sealing;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.RecordState;
import dev.plumbline.reports.json.ResultReader;
import dev.plumbline.reports.json.ResultReader.NoResultException;
import dev.plumbline.reports.json.ResultReader.RecordThen;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;

/**
 * How far the record of a dossier had come once, as a result or a checkpoint tells.
 *
 * @param product as results name it
 * @param at when it was written down
 * @param key who signed it; empty for a result, which nobody signed
 */
public record EarlierRecord(String product, String at, RecordState state, Optional<PublicKey> key) {

  /** The file tells nothing of a record, or is not as it was signed. */
  public static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean checkpoint;

    UnusableException(String why, boolean checkpoint) {
      super(why);
      this.checkpoint = checkpoint;
    }

    /** Whether it is a checkpoint whose signature does not vouch for it. */
    public boolean isCheckpoint() {
      return checkpoint;
    }
  }

  /**
   * Reads a result.json or a checkpoint, whose signature is verified.
   *
   * @throws UnusableException if it cannot be relied on; the message is a sentence
   */
  public static EarlierRecord read(Path file) throws IOException, UnusableException {
    byte[] bytes = Baseline.bytes(file);
    try {
      if (Checkpoint.isOne(bytes)) {
        Checkpoint c = Checkpoint.read(bytes);
        return new EarlierRecord(c.product(), c.at(), c.state(), Optional.of(c.key()));
      }
      RecordThen then = ResultReader.record(bytes);
      return new EarlierRecord(
          Checkpoint.line(then.model()), then.at(), then.record(), Optional.empty());
    } catch (NoCheckpointException e) {
      throw new UnusableException(String.valueOf(e.getMessage()), true);
    } catch (NoResultException e) {
      throw new UnusableException("As a result " + e.getMessage(), false);
    }
  }

  /** Whether it is of the product of this dossier. */
  public boolean isOf(Workspace workspace) {
    return product.equals(Sealing.product(workspace));
  }

  /** What of it is not there any more as it was. */
  public List<Problem> touched(Workspace workspace) throws IOException {
    Problems problems = new Problems();
    workspace.folder().compareRecord(state, problems);
    return problems.sorted();
  }
}
