package dev.plumbline.client.login;

import java.time.Clock;

/** Passwords that no device has: long, mixed, another one each time. */
public final class WrongPasswords {
  private long next;

  public WrongPasswords(Clock clock) {
    this.next = clock.millis();
  }

  public String next() {
    next = next * 6364136223846793005L + 1442695040888963407L;
    return "Pl-" + Long.toHexString(next) + "-x";
  }
}
