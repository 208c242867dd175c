package dev.plumbline.workbench.web;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One browser that was let in. Kept in memory only. */
public final class Session {
  private static final int LONGEST_NAME = 120;
  private static final int MOST_UNDONE = 50;

  private final String id;
  private final String csrf;
  private final Instant until;
  private volatile String person = "";
  private final Map<String, Deque<String>> decided = new ConcurrentHashMap<>();

  Session(String id, String csrf, Instant until) {
    this.id = id;
    this.csrf = csrf;
    this.until = until;
  }

  String id() {
    return id;
  }

  /** What each form of this session carries, and no page of another site knows. */
  public String csrf() {
    return csrf;
  }

  boolean over(Instant now) {
    return now.isAfter(until);
  }

  /** Who works here; empty until the person says so. */
  public Optional<String> person() {
    return Optional.of(person).filter(p -> !p.isEmpty());
  }

  /** Says who works here. Longer names are cut. */
  public void call(String name) {
    String plain = name.strip();
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
