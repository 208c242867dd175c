package dev.plumbline.workbench.web;

import dev.plumbline.core.Digest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is let in: links that open one session each, and sessions. Both are 256 random bits; they are
 * looked up by their digest, so that the time of a look-up tells nothing of them.
 */
public final class Sessions {
  private static final Duration LINK = Duration.ofHours(1);
  private static final Duration SESSION = Duration.ofHours(12);
  private static final int MOST = 200;
  private static final int ATTEMPTS = 10;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<Digest, Instant> links = new ConcurrentHashMap<>();
  private final Map<Digest, Session> sessions = new ConcurrentHashMap<>();
  private final Deque<Instant> failures = new ArrayDeque<>();

  public Sessions(Clock clock) {
    this.clock = clock;
  }

  /** A new token that opens one session within an hour. */
  public String link() {
    String token = token();
    links.values().removeIf(until -> clock.instant().isAfter(until));
    links.put(Digest.of(token), clock.instant().plus(LINK));
    return token;
  }

  /**
   * Opens a session. The token is spent then.
   *
   * @return empty when the token is none, spent or too old
   * @throws Refusal 429 after ten wrong tokens within a minute, whoever sent them
   */
  public Optional<Session> open(String token) {
    refuseGuessing();
    Instant now = clock.instant();
    Optional<Instant> until = Optional.ofNullable(links.remove(Digest.of(token)));
    if (until.filter(u -> !now.isAfter(u)).isEmpty()) {
      synchronized (failures) {
        failures.addLast(now);
      }
      return Optional.empty();
    }
    sessions.values().removeIf(s -> s.over(now));
    if (sessions.size() >= MOST) {
      throw new Refusal(503, "Too many browsers are open.", "Restart plumbline serve.");
    }
    Session session = new Session(token(), token(), now.plus(SESSION));
    sessions.put(Digest.of(session.id()), session);
    return Optional.of(session);
  }

  private void refuseGuessing() {
    synchronized (failures) {
      Instant since = clock.instant().minus(WINDOW);
      failures.removeIf(f -> f.isBefore(since));
      if (failures.size() >= ATTEMPTS) {
        throw new Refusal(
            429, "Too many wrong links within a minute.", "Wait a minute; then try again.");
      }
    }
  }

  /** The session of a cookie. */
  Optional<Session> find(String id) {
    return Optional.ofNullable(sessions.get(Digest.of(id))).filter(s -> !s.over(clock.instant()));
  }

  /** Ends a session. */
  public void end(Session session) {
    sessions.remove(Digest.of(session.id()));
  }

  private String token() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
