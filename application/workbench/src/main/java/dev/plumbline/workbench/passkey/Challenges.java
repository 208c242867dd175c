package dev.plumbline.workbench.passkey;

import dev.plumbline.core.Digest;
import dev.plumbline.workbench.web.ServerName.Called;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What authenticators have to sign: 256 random bits, for one browser, once, within five minutes.
 * Kept in memory only. A browser has one at a time, and of one source and of all together only the
 * newest are kept, so that strangers fill no memory and one source pushes nobody else's out.
 */
final class Challenges {
  static final Duration VALID = Duration.ofMinutes(5);
  private static final int MOST_OF_SOURCE = 20;
  private static final int MOST = 1_000;
  private static final int BYTES = 32;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** By the digest of what the browser is known by; the oldest first. */
  private final Map<Digest, Challenge> open = new LinkedHashMap<>();

  Challenges(Clock clock) {
    this.clock = clock;
  }

  /**
   * One that waits for its signature.
   *
   * @param bytes to be signed
   * @param called the name of the server that the browser used
   * @param name of the passkey that is to be added; empty at a login
   */
  record Challenge(Bytes bytes, Called called, String source, String name, Instant until) {}

  /** Bytes in base64url without padding. */
  record Bytes(String text) {
    static Bytes of(byte[] bytes) {
      return new Bytes(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] plain() {
      return Base64.getUrlDecoder().decode(text);
    }
  }

  /** A new secret by which a browser without a session can be known. */
  String browser() {
    return random().text();
  }

  private Bytes random() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }

  /**
   * Opens one.
   *
   * @param browser a secret that no other browser knows
   * @param source network of the browser, of which only some are kept
   */
  synchronized Challenge open(String browser, String source, Called called, String name) {
    Instant now = clock.instant();
    open.values().removeIf(c -> now.isAfter(c.until()));
    Digest key = Digest.of(browser);
    open.remove(key);
    if (open.values().stream().filter(c -> c.source().equals(source)).count() >= MOST_OF_SOURCE) {
      removeOldest(source);
    }
    if (open.size() >= MOST) {
      open.remove(open.keySet().iterator().next());
    }
    Challenge challenge = new Challenge(random(), called, source, name, now.plus(VALID));
    open.put(key, challenge);
    return challenge;
  }

  private void removeOldest(String source) {
    Iterator<Challenge> oldest = open.values().iterator();
    while (oldest.hasNext()) {
      if (oldest.next().source().equals(source)) {
        oldest.remove();
        return;
      }
    }
  }

  /** The one of a browser, which is spent then, whatever comes of it. */
  synchronized Optional<Challenge> take(String browser) {
    Instant now = clock.instant();
    return Optional.ofNullable(open.remove(Digest.of(browser)))
        .filter(c -> !now.isAfter(c.until()));
  }
}
