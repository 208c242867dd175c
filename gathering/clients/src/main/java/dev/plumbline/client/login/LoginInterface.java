package dev.plumbline.client.login;

import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.login.LoginSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A way in that asks for a password, and can be tried. Each attempt stands alone. */
public interface LoginInterface {
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

  /** The same login sent in the address of a request, where such a thing can be asked. */
  default Optional<LoginInterface> inAddress() {
    return Optional.empty();
  }

  /**
   * The same for who has time: where a server turns everybody from this address away for a while,
   * it is asked again until it answers.
   *
   * @param most how long is waited in all
   */
  default LoginInterface patient(Duration most) {
    return this;
  }

  /** Whether header lines can be sent with a login. */
  default boolean takesHeaders() {
    return false;
  }

  /**
   * Logs in with what is right, and reads pages and scripts that nobody reads without a login.
   *
   * @return by path; empty where the login was not accepted or shows none
   * @throws IOException as above
   */
  default Map<String, String> readBehind(Credential login)
      throws IOException, InterruptedException {
    return Map.of();
  }

  /**
   * Logs in with what is right, and tries tokens made by hand in the place of those that it got,
   * and to write without any.
   *
   * @param keys that a token may be signed with although others know them
   * @param altered told where something that was changed could not be changed back
   * @param writes whether names may be changed with a session too, and back
   * @return empty where a login leaves no token that opens anything
   * @throws IOException as above
   */
  default Optional<LoginSession> forgeSession(
      Credential login, Collection<String> keys, Consumer<String> altered, boolean writes)
      throws IOException, InterruptedException {
    return Optional.empty();
  }
}
