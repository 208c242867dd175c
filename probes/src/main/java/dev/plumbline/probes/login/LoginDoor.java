package dev.plumbline.probes.login;

import java.io.IOException;
import java.util.Map;

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

  /**
   * The same with further header lines of HTTP, such as those by which a proxy names its client.
   *
   * @throws IOException as above
   */
  default Attempt attempt(String user, String password, Map<String, String> headers)
      throws IOException, InterruptedException {
    return attempt(user, password);
  }

  /**
   * Whether what is behind it stays shut to a visitor without any login, so that an accepted one
   * means something.
   *
   * @throws IOException as above
   */
  default boolean isShut() throws IOException, InterruptedException {
    return true;
  }

  /** Whether header lines can be sent with a login. */
  default boolean takesHeaders() {
    return false;
  }
}
