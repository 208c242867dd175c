package dev.plumbline.app.seal;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.UserSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Ed25519 key that seals, and the public keys that are known. They lie outside of every
 * dossier, where only their owner reads them.
 *
 * @param folder of the keys: {@code seal.key} is the own one, each {@code .pub} is known
 */
public record SealKeys(Path folder) {
  private static final String OWN = "seal";

  /** The keys of this user: below PLUMBLINE_CONFIG, XDG_CONFIG_HOME or ~/.config/plumbline. */
  public static SealKeys of(Map<String, String> environment) {
    Path config =
        UserSettings.folder(environment)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config", "plumbline"));
    return new SealKeys(config.resolve("keys"));
  }

  /**
   * The own key, made at first use.
   *
   * @throws IOException if it cannot be made or read, or others can read it
   */
  public KeyPair own() throws IOException {
    return new KeyFile(folder, OWN).pair();
  }

  /** Whether somebody put this key among the known ones, or it is the own one. */
  public boolean knows(PublicKey key) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(p -> p.getFileName().toString().endsWith(KeyFile.PUBLIC)).toList();
    }
    for (Path file : files) {
      Optional<byte[]> known = KeyFile.publicKey(file);
      if (known.isPresent() && Digest.of(known.get()).equals(Digest.of(key.getEncoded()))) {
        return true;
      }
    }
    return false;
  }

  /** What people compare a key by. */
  public static String fingerprint(PublicKey key) {
    return "SHA256:" + Digest.of(key.getEncoded()).hex();
  }

  /**
   * A public key from its bytes.
   *
   * @throws GeneralSecurityException if it is no Ed25519 key
   */
  public static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }
}
