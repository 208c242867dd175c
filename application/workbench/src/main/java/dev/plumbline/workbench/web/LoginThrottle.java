package dev.plumbline.workbench.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many wrong logins are looked at: within fifteen minutes 5 of one source for one account, 20
 * of one source, and 50 for one account wherever they come from. What is beyond costs no work.
 */
public final class LoginThrottle {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int BOTH = 5;
  private static final int SOURCE = 20;
  private static final int ACCOUNT = 50;
  private static final int MOST_KEPT = 10_000;
  private static final int LONGEST_NAME = 64;
  private static final int NETWORK_GROUPS = 4;

  private final Clock clock;

  /** Used last stays longest, so that nobody pushes a count out that is being added to. */
  private final Map<String, Count> counts = new LinkedHashMap<>(64, 0.75f, true);

  /** Since the first of them. */
  private record Count(Instant since, int wrong) {}

  private record Limit(String key, int most) {}

  public LoginThrottle(Clock clock) {
    this.clock = clock;
  }

  /**
   * Counts a login as wrong before its password is looked at, so that many at once are no way
   * around.
   *
   * @throws Refusal 429 if there were too many
   */
  public synchronized void begin(String source, String account) {
    begin(limits(source, account));
  }

  /**
   * The same for a passkey, by its source alone: nobody guesses one, and who guesses passwords of
   * an account keeps no passkey of it out.
   *
   * @throws Refusal 429 if there were too many
   */
  public synchronized void begin(String source) {
    begin(List.of(ofSource(source)));
  }

  private void begin(List<Limit> limits) {
    Instant now = clock.instant();
    if (limits.stream().anyMatch(l -> count(l.key(), now).wrong() >= l.most())) {
      throw new Refusal(
          429,
          "Too many wrong logins.",
          "Wait a quarter of an hour. Who runs the workbench sees in its terminal where they came"
              + " from.");
    }
    for (Limit limit : limits) {
      Count before = count(limit.key(), now);
      counts.put(limit.key(), new Count(before.since(), before.wrong() + 1));
    }
    while (counts.size() > MOST_KEPT) {
      counts.remove(counts.keySet().iterator().next());
    }
  }

  /** The login that was begun was right. */
  public synchronized void succeeded(String source, String account) {
    succeeded(limits(source, account));
  }

  /** The login with a passkey that was begun was right. */
  public synchronized void succeeded(String source) {
    succeeded(List.of(ofSource(source)));
  }

  private void succeeded(List<Limit> limits) {
    Instant now = clock.instant();
    for (Limit limit : limits) {
      Count before = count(limit.key(), now);
      counts.put(limit.key(), new Count(before.since(), Math.max(0, before.wrong() - 1)));
    }
  }

  private Count count(String key, Instant now) {
    Count known = counts.getOrDefault(key, new Count(now, 0));
    return now.isBefore(known.since().plus(WINDOW)) ? known : new Count(now, 0);
  }

  private static List<Limit> limits(String source, String account) {
    String name = account.substring(0, Math.min(account.length(), LONGEST_NAME));
    return List.of(
        new Limit("both " + network(source) + " " + name, BOTH),
        ofSource(source),
        new Limit("account " + name, ACCOUNT));
  }

  private static Limit ofSource(String source) {
    return new Limit("source " + network(source), SOURCE);
  }

  /** Of an address of IPv6 the first half: one machine has all of the other. */
  public static String network(String source) {
    String plain = source.replaceAll("[\\[\\]]|%.*", "");
    String[] groups = plain.split(":", -1);
    if (groups.length <= 2 || plain.startsWith("::")) {
      return plain;
    }
    return String.join(":", List.of(groups).subList(0, Math.min(NETWORK_GROUPS, groups.length)));
  }
}
