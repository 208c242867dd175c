package dev.plumbline.testbed.net;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Passwords that were changed, which all parts of a device share. Thread-safe. */
public final class Passwords {
  private final Map<List<String>, String> changed = new HashMap<>();

  /**
   * The password of an account now.
   *
   * @param first the one that it had at first
   */
  synchronized String now(String user, String first) {
    return changed.getOrDefault(List.of(user, first), first);
  }

  /** Every account has the password that it had at first. */
  public synchronized void forget() {
    changed.clear();
  }

  synchronized void change(String user, String first, String fresh) {
    changed.put(List.of(user, first), fresh);
  }
}
