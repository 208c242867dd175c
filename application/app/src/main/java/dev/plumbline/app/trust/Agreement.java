package dev.plumbline.app.trust;

import java.io.IOException;
import java.nio.file.Path;

/** That somebody agreed to what one dossier wants. Nothing is sent without it. */
public final class Agreement {
  private final Path dossier;
  private final String basis;

  private Agreement(Path dossier, String basis) {
    this.dossier = real(dossier);
    this.basis = basis;
  }

  static Agreement of(Path dossier, String basis) {
    return new Agreement(dossier, basis);
  }

  /** For a dossier that comes with Plumbline, about a device that Plumbline simulates. */
  public static Agreement shipped(Path dossier) {
    return new Agreement(dossier, "the dossier comes with Plumbline");
  }

  /** Who or what agreed, for a sentence. */
  public String basis() {
    return basis;
  }

  /**
   * Holds a run to it.
   *
   * @throws IllegalArgumentException if it is about another dossier
   */
  public void require(Path directory) {
    if (!dossier.equals(real(directory))) {
      throw new IllegalArgumentException(
          "nobody agreed to what " + directory + " wants; " + dossier + " is another dossier");
    }
  }

  /** Without links; one that is not there stays as it is. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
