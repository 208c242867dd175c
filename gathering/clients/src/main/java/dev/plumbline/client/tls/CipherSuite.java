package dev.plumbline.client.tls;

import dev.plumbline.core.tls.TlsSuite;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A cipher suite by its number, with what its name tells of it.
 *
 * @param code two bytes, for SSL 2.0 three
 * @param name as registered
 */
public record CipherSuite(int code, String name) {
  /** What it is made of; empty for a number that no registry knows. */
  public Optional<TlsSuite> parts() {
    return TlsSuite.parse(name);
  }

  private boolean is(Predicate<TlsSuite> property) {
    return parts().filter(property).isPresent();
  }

  public boolean isTls13() {
    return code >> 8 == 0x13 || code == 0xC6 || code == 0xC7 || code == 0xC0B4 || code == 0xC0B5;
  }

  public boolean isCbc() {
    return is(TlsSuite::isCbc);
  }

  public boolean isEphemeralEc() {
    return is(TlsSuite::isEphemeralEc);
  }

  public boolean isEphemeralDh() {
    return is(TlsSuite::isEphemeralDh);
  }

  /** Whether the server signs its ephemeral key. */
  public boolean isSigned() {
    return is(TlsSuite::isSigned);
  }

  public boolean isChaCha() {
    return name.contains("CHACHA20");
  }
}
