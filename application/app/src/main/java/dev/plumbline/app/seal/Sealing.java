package dev.plumbline.app.seal;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.dossier.Product;
import dev.plumbline.insight.comparison.ResultSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes a checkpoint: how far the record has come, with the time, signed. */
public final class Sealing {
  private Sealing() {}

  /**
   * What was written.
   *
   * @param fingerprint of the key that signed it
   */
  public record Sealed(Path file, String fingerprint) {}

  /**
   * Seals the record of a dossier.
   *
   * @param out the checkpoint
   * @throws IOException if the keys or the checkpoint would lie inside the dossier, where who
   *     changes the record could change them, too
   */
  public static Sealed seal(Workspace workspace, SealKeys keys, Path out, Instant at, String tool)
      throws IOException {
    Path dossier = workspace.folder().directory().toRealPath();
    refuseInside(dossier, keys.folder(), "The keys");
    refuseInside(dossier, out, "A checkpoint");
    KeyPair pair = keys.own();
    try {
      String text =
          Checkpoint.sealed(
              product(workspace),
              at.truncatedTo(ChronoUnit.SECONDS).toString(),
              tool,
              workspace.folder().recordState(),
              pair);
      WholeFile.write(out, text);
    } catch (GeneralSecurityException e) {
      throw new IOException("The key cannot sign.", e);
    }
    return new Sealed(out, SealKeys.fingerprint(pair.getPublic()));
  }

  private static void refuseInside(Path dossier, Path path, String what) throws IOException {
    Path there = path.toAbsolutePath().normalize();
    while (there.getParent() != null && !there.toFile().exists()) {
      there = there.getParent();
    }
    if (there.toRealPath().startsWith(dossier)) {
      throw new IOException(
          what + " cannot lie inside the dossier: who changes its record could change it, too.");
    }
  }

  /** The product's name as checkpoints have it. */
  public static String product(Workspace workspace) {
    Product product = workspace.dossier().product();
    return Checkpoint.line(ResultSnapshot.model(product.manufacturer(), product.model()));
  }
}
