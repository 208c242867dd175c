package dev.plumbline.app;

import dev.plumbline.catalogue.CatalogueException;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The crypto policy that somebody chose.
 *
 * @param name the id of a shipped policy, or the path of a file; empty for the usual policy
 */
public record PolicyChoice(Optional<String> name) {
  /** The policy taken where nobody names one. */
  public static final PolicyChoice USUAL = new PolicyChoice(Optional.empty());

  /**
   * What tells this policy from every other: its id, or the digest of its file.
   *
   * @throws IOException if the file cannot be read
   */
  public String key() throws IOException {
    if (name.isEmpty()) {
      return "usual";
    }
    Path file = Path.of(name.get());
    return Files.isRegularFile(file)
        ? "sha256:" + Digest.of(Files.readAllBytes(file)).hex()
        : "id:" + name.get();
  }

  /**
   * The policy.
   *
   * @throws UnusableInputException if there is none of that id, or the file is no policy; the
   *     message names the place
   */
  public CryptoPolicy policy() {
    if (name.isEmpty()) {
      return CryptoPolicies.load();
    }
    try {
      Path file = Path.of(name.get());
      return Files.isRegularFile(file)
          ? CryptoPolicies.read(file)
          : CryptoPolicies.load(name.get());
    } catch (CatalogueException e) {
      throw new UnusableInputException(e);
    }
  }
}
