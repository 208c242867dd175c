package dev.plumbline.probes.bruteforceresistance;

import dev.plumbline.client.login.Attempt;
import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.login.WrongPasswords;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.login.LoginBruteForce;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Whether a device that reacts to wrong logins reacts to the same ones from what seems to be
 * another client, and to many at once.
 */
final class Evasion {
  /** Header lines by which a proxy names the client that it speaks for. */
  private static final List<String> SOURCES =
      List.of(
          "X-Forwarded-For",
          "X-Real-IP",
          "X-Client-IP",
          "X-Originating-IP",
          "X-Remote-IP",
          "X-Remote-Addr",
          "X-Cluster-Client-IP",
          "True-Client-IP",
          "CF-Connecting-IP",
          "Client-IP");

  private static final int MOST_AT_ONCE = 24;
  private static final Duration LONGEST = Duration.ofSeconds(40);

  private final Clock clock;
  private final LoginInterface door;
  private final String user;
  private final WrongPasswords wrong;
  private final BooleanSupplier budget;
  private int sender = 17;

  Evasion(
      Clock clock, LoginInterface door, String user, WrongPasswords wrong, BooleanSupplier budget) {
    this.clock = clock;
    this.door = door;
    this.user = user;
    this.wrong = wrong;
    this.budget = budget;
  }

  /**
   * What came of logins that named other clients.
   *
   * @param tried whether they were tried to the end
   * @param evades whether each was judged at once, while one without such headers was not
   * @param held whether the first of them was held back like those without
   */
  record Sources(boolean tried, boolean evades, boolean held) {
    static final Sources NONE = new Sources(false, false, false);
  }

  /**
   * What came of many logins at once.
   *
   * @param sent 0 where the budget did not allow it
   * @param judged how many were refused like any wrong login
   */
  record Burst(int sent, int judged, int locked, long milliseconds) {
    LoginBruteForce.Burst fact() {
      return new LoginBruteForce.Burst(sent, judged, locked, milliseconds);
    }
  }

  /**
   * Sends logins that name another client each, and then one that does not.
   *
   * @param fast answer time of the first wrong logins
   * @param slow what counts as slowed down beside that
   */
  Sources sources(long fast, long slow) throws InterruptedException {
    if (!door.takesHeaders()) {
      return new Sources(true, false, false);
    }
    try {
      if (!budget.getAsBoolean()) {
        return Sources.NONE;
      }
      Attempt named = door.attempt(user, wrong.next(), headers());
      if (!isFree(named, fast + slow)) {
        return new Sources(true, false, isHeld(named, fast + slow));
      }
      if (!budget.getAsBoolean()) {
        return Sources.NONE;
      }
      Attempt control = door.attempt(user, wrong.next());
      boolean evades = control.is(Outcome.LOCKED) || isHeld(control, fast + slow);
      if (evades && budget.getAsBoolean()) {
        evades = isFree(door.attempt(user, wrong.next(), headers()), fast + slow);
      }
      return new Sources(true, evades, false);
    } catch (IOException e) {
      return Sources.NONE;
    }
  }

  /**
   * What came of logins with the name spelled otherwise, or sent in another way.
   *
   * @param tried ways of which was seen what they are worth
   * @param evading those by which wrong ones are judged at once and the right one opens, while a
   *     wrong one in the usual way was held back
   */
  record Ways(List<String> tried, List<String> evading) {
    static final Ways NONE = new Ways(List.of(), List.of());
  }

  /** One of them. */
  private record Way(String name, LoginInterface through, String user) {}

  /**
   * A delay may be counted for the name as it was typed, or for one way of sending.
   *
   * @param right the login that opens
   * @param fast answer time of the first wrong logins
   * @param slow what counts as slowed down beside that
   * @param heldBefore whether the last login in the usual way was held back, where the budget has
   *     none left for another one
   */
  Ways ways(Credential right, long fast, long slow, boolean heldBefore)
      throws InterruptedException {
    List<Way> ways = new ArrayList<>();
    String capitals = right.user().toUpperCase(Locale.ROOT);
    if (!capitals.equals(right.user())) {
      ways.add(new Way("user-capitals", door, capitals));
    }
    door.inAddress().ifPresent(other -> ways.add(new Way("in-address", other, right.user())));
    List<String> tried = new ArrayList<>();
    List<Way> free = new ArrayList<>();
    for (Way way : ways) {
      Optional<Attempt> judged = judged(way.through(), way.user());
      judged.ifPresent(a -> tried.add(way.name()));
      if (judged.filter(a -> isFree(a, fast + slow)).isPresent()) {
        free.add(way);
      }
    }
    boolean held =
        !free.isEmpty()
            && judged(door, right.user()).map(a -> isHeld(a, fast + slow)).orElse(heldBefore);
    List<String> evading = new ArrayList<>();
    for (Way way : free) {
      Optional<Boolean> opens =
          held ? opens(way.through(), way.user(), right.password()) : Optional.empty();
      if (opens.isEmpty()) {
        // Nothing to compare it with, or nobody knows what it is worth.
        tried.remove(way.name());
      } else if (opens.get()) {
        evading.add(way.name());
      }
    }
    return new Ways(tried, evading);
  }

  private Optional<Attempt> judged(LoginInterface through, String name)
      throws InterruptedException {
    try {
      return budget.getAsBoolean()
          ? Optional.of(through.attempt(name, wrong.next()))
          : Optional.empty();
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }

  /** Whether the right login opens; empty where that was not answered. */
  private static Optional<Boolean> opens(LoginInterface through, String name, String password)
      throws InterruptedException {
    try {
      Attempt attempt = through.attempt(name, password);
      return Optional.of(attempt.is(Outcome.ACCEPTED) && attempt.reached());
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }

  private static boolean isHeld(Attempt attempt, long limit) {
    return attempt.is(Outcome.REFUSED) && attempt.took().toMillis() >= limit;
  }

  private static boolean isFree(Attempt attempt, long limit) {
    return attempt.is(Outcome.REFUSED) && attempt.took().toMillis() < limit;
  }

  private Map<String, String> headers() {
    sender = sender * 31 % 251 + 2;
    String address = "198.51.100." + sender;
    Map<String, String> headers = new LinkedHashMap<>();
    SOURCES.forEach(name -> headers.put(name, address));
    headers.put("Forwarded", "for=" + address);
    return headers;
  }

  /** Sends wrong logins over many connections at once. */
  Burst burst() throws InterruptedException {
    int sent = 0;
    while (sent < MOST_AT_ONCE && budget.getAsBoolean()) {
      sent++;
    }
    if (sent == 0) {
      return new Burst(0, 0, 0, 0);
    }
    List<Callable<Attempt>> logins = new ArrayList<>();
    for (int i = 0; i < sent; i++) {
      String password = wrong.next();
      logins.add(() -> door.attempt(user, password));
    }
    Instant start = clock.instant();
    int judged = 0;
    int locked = 0;
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Attempt> login :
          pool.invokeAll(logins, LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          switch (login.get().outcome()) {
            case REFUSED -> judged++;
            case LOCKED -> locked++;
            case ACCEPTED, UNCLEAR -> {}
          }
        } catch (ExecutionException | CancellationException noAnswer) {
          // A login without an answer was not judged.
        }
      }
    }
    long took = Math.max(1, Duration.between(start, clock.instant()).toMillis());
    return new Burst(sent, judged, locked, took);
  }
}
