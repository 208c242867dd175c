package dev.plumbline.app.team;

import dev.plumbline.app.seal.KeyFile;
import dev.plumbline.app.seal.SealKeys;
import dev.plumbline.dossier.signed.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The Ed25519 key that signs what a person records, made at first use. It lies outside of every
 * dossier, in {@code author.key} beside the key that seals.
 */
public record AuthorKeys(Path folder) {
  private static final String NAME = "author";

  /** The keys of this user: below PLUMBLINE_CONFIG, XDG_CONFIG_HOME or ~/.config/plumbline. */
  public static AuthorKeys of(Map<String, String> environment) {
    return new AuthorKeys(SealKeys.of(environment).folder());
  }

  /**
   * A person who signs with the own key.
   *
   * @param person name of the person
   * @param dossier that is signed in
   * @throws IOException if the key cannot be made or read, or would lie inside the dossier
   */
  public Signer signer(String person, Path dossier) throws IOException {
    if (existing(folder).startsWith(dossier.toRealPath())) {
      throw new IOException(
          "The keys cannot lie inside the dossier: whoever has a copy of it could sign for you.");
    }
    return Signer.of(person, new KeyFile(folder, NAME).pair());
  }

  /** The real path of a folder, or of the nearest one above it that is there. */
  private static Path existing(Path folder) throws IOException {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there)) {
      Optional<Path> above = Optional.ofNullable(there.getParent());
      if (above.isEmpty()) {
        break;
      }
      there = above.get();
    }
    return there.toRealPath();
  }
}
