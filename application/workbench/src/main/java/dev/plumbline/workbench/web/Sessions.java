package dev.plumbline.workbench.web;

import dev.plumbline.app.account.Account;
import dev.plumbline.core.Digest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Who is let in: links that open one session each, and sessions. The tokens of both are 256 random
 * bits; they are looked up by their digest, so that the time of a look-up tells nothing of them.
 */
public final class Sessions {
  private static final Duration LINK = Duration.ofHours(1);
  private static final int MOST = 200;
  private static final int MOST_OF_ONE = 20;
  private static final int ATTEMPTS = 10;
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Clock clock;
  private final Predicate<Session> stands;
  private final SecureRandom random = new SecureRandom();
  private final Map<Digest, Instant> links = new ConcurrentHashMap<>();
  private final Map<Digest, Session> sessions = new ConcurrentHashMap<>();
  private final Deque<Instant> failures = new ArrayDeque<>();

  /**
   * None yet.
   *
   * @param stands whether what a session was opened with still opens one
   */
  public Sessions(Clock clock, Predicate<Session> stands) {
    this.clock = clock;
    this.stands = stands;
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
    return Optional.of(opened(Optional.empty(), Optional.empty()));
  }

  /** Opens a session of an account whose password was right. */
  public Session open(Account account) {
    return open(account, Optional.empty());
  }

  /** Opens a session of an account whose passkey, with this id, was proved. */
  public Session open(Account account, String passkey) {
    return open(account, Optional.of(passkey));
  }

  private Session open(Account account, Optional<String> passkey) {
    List<Session> own =
        sessions.values().stream()
            .filter(s -> s.account().map(Account::name).filter(account.name()::equals).isPresent())
            .sorted(Comparator.comparing(Session::until))
            .toList();
    own.stream().limit(Math.max(0, own.size() - MOST_OF_ONE + 1)).forEach(this::end);
    return opened(Optional.of(account), passkey);
  }

  private Session opened(Optional<Account> account, Optional<String> passkey) {
    Instant now = clock.instant();
    sessions.values().removeIf(s -> s.over(now));
    if (sessions.size() >= MOST) {
      throw new Refusal(503, "Too many browsers are open.", "Restart plumbline serve.");
    }
    Session session = new Session(token(), token(), now, account, passkey);
    sessions.put(Digest.of(session.id()), session);
    return session;
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

  /** The session of a cookie, which is used with it. */
  Optional<Session> find(String id) {
    Instant now = clock.instant();
    Optional<Session> found = Optional.ofNullable(sessions.get(Digest.of(id)));
    Optional<Session> open = found.filter(s -> !s.over(now) && stands.test(s));
    open.ifPresentOrElse(s -> s.use(now), () -> found.ifPresent(this::end));
    return open;
  }

  /** Whether a session is still open. This is no use of it. */
  public boolean isOpen(Session session) {
    return session.equals(sessions.get(Digest.of(session.id())))
        && !session.over(clock.instant())
        && stands.test(session);
  }

  /** Ends a session. */
  public void end(Session session) {
    sessions.remove(Digest.of(session.id()));
  }

  /** Ends all sessions of an account. */
  public void endAll(Account account) {
    sessions
        .values()
        .removeIf(s -> s.account().map(Account::name).filter(account.name()::equals).isPresent());
  }

  private String token() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
