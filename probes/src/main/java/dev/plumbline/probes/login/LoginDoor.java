package dev.plumbline.probes.login;

import java.io.IOException;

/** A way in that asks for a password, and can be tried. Each attempt stands alone. */
public interface LoginDoor {
  /** As in {@code login.mechanism}: {@code http-form}, {@code telnet} and so on. */
  String kind();

  /** Endpoint and kind: what the budget of wrong logins is counted for. */
  String mechanism();

  /**
   * Tries to log in, once.
   *
   * @throws IOException if the device refuses the connection, breaks off or does not answer
   */
  Attempt attempt(String user, String password) throws IOException, InterruptedException;
}
