package dev.plumbline.app.team;

import dev.plumbline.app.seal.KeyFile;
import dev.plumbline.app.seal.SealKeys;
import dev.plumbline.dossier.signed.Signer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The Ed25519 key that signs what a person records, made at first use. It lies outside of every
 * dossier, in {@code author.key} beside the key that seals.
 */
public record AuthorKeys(Path folder) implements Signers {
  private static final String NAME = "author";

  /** The keys of this user: below PLUMBLINE_CONFIG, XDG_CONFIG_HOME or ~/.config/plumbline. */
  public static AuthorKeys of(Map<String, String> environment) {
    return new AuthorKeys(SealKeys.of(environment).folder());
  }

  /** Every person signs with the one key of this user. */
  @Override
  public Signer signer(String person, Path dossier) throws IOException {
    return Signer.of(person, new KeyFile(folder, NAME).pairOutside(dossier));
  }
}
