package dev.plumbline.app.team;

import dev.plumbline.dossier.signed.Signer;
import java.io.IOException;
import java.nio.file.Path;

/** Who can sign, and with which key. */
@FunctionalInterface
public interface Signers {
  /**
   * A person with the key that signs for the person.
   *
   * @param person name of the person
   * @param dossier that is signed in
   * @throws IOException if the key cannot be made or read, or would lie inside the dossier
   */
  Signer signer(String person, Path dossier) throws IOException;
}
