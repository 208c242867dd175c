package dev.plumbline.workbench.web;

import dev.plumbline.app.account.Account;
import dev.plumbline.dossier.signed.Author;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One browser that was let in. Kept in memory only. */
public final class Session {
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final int LONGEST_NAME = 120;
  private static final int MOST_UNDONE = 50;

  private final String id;
  private final String csrf;
  private final Instant until;
  private final Optional<Account> account;
  private final Optional<String> passkey;
  private volatile Instant used;
  private volatile String person;
  private final Map<String, Deque<String>> decided = new ConcurrentHashMap<>();

  /**
   * Opens one.
   *
   * @param account that logged in; empty where a link was opened
   * @param passkey id of the credential by which it did; empty where it was the password
   */
  Session(
      String id, String csrf, Instant now, Optional<Account> account, Optional<String> passkey) {
    this.id = id;
    this.csrf = csrf;
    this.until = now.plus(LONGEST);
    this.used = now;
    this.account = account;
    this.passkey = passkey;
    this.person = account.map(Account::person).orElse("");
  }

  String id() {
    return id;
  }

  /** What each form of this session carries, and no page of another site knows. */
  public String csrf() {
    return csrf;
  }

  /** Whether it is over: after twelve hours, and over the network half an hour after its use. */
  boolean over(Instant now) {
    return now.isAfter(until) || (account.isPresent() && now.isAfter(used.plus(IDLE)));
  }

  /** Somebody works with it. */
  void use(Instant now) {
    used = now;
  }

  /** When it ends at the latest. */
  Instant until() {
    return until;
  }

  /** The account that logged in; empty where a link was opened. */
  public Optional<Account> account() {
    return account;
  }

  /** The id of the passkey that opened it; empty where it was a password or a link. */
  public Optional<String> passkey() {
    return passkey;
  }

  /** Who works here; empty until the person says so. */
  public Optional<String> person() {
    return Optional.of(person).filter(p -> !p.isEmpty());
  }

  /**
   * Says who works here. Longer names are cut.
   *
   * @throws Refusal if an account says it already
   */
  public void call(String name) {
    String plain = name.strip();
    if (account.isPresent()) {
      if (!Author.isSamePerson(account.get().person(), plain)) {
        throw new Refusal(
            403,
            "You are logged in as another person, so nothing was saved.",
            "Write your own name, or log out and let the other person log in.");
      }
      return;
    }
    person = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
  }

  /** Remembers an item that was decided here, so that it can be taken back. */
  public void decided(String product, String item) {
    Deque<String> items = decided.computeIfAbsent(product, p -> new ArrayDeque<>());
    synchronized (items) {
      items.push(item);
      if (items.size() > MOST_UNDONE) {
        items.removeLast();
      }
    }
  }

  /** The item that was decided here last and not taken back. */
  public Optional<String> last(String product) {
    Deque<String> items = decided.computeIfAbsent(product, p -> new ArrayDeque<>());
    synchronized (items) {
      return Optional.ofNullable(items.peek());
    }
  }

  /** Forgets the item that was decided last, if it is this one. */
  public void forget(String product, String item) {
    Deque<String> items = decided.computeIfAbsent(product, p -> new ArrayDeque<>());
    synchronized (items) {
      if (item.equals(items.peek())) {
        items.pop();
      }
    }
  }
}
