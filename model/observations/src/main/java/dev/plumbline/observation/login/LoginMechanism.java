package dev.plumbline.observation.login;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code login.mechanism}. */
@Kind(value = "login.mechanism", subject = "endpoint")
@Says(
    "How somebody logs in. Where an endpoint has several mechanisms, the first four "
        + "fields describe the weakest: readable first.")
public record LoginMechanism(
    @Says(
            "`http-form`, `http-basic`, `http-digest`, `http-json`, `http-graphql`,"
                + " `http-script-form`, `http-code` (a form for a recovery code), `ssh-password`, `telnet`, `ftp`, `mqtt`, `onvif`,"
                + " `rtsp-basic`, `rtsp-digest`, or `none` when the service was read and asks for"
                + " no password")
        String kind,
    @Says("for HTTP and RTSP") Optional<String> path,
    @Says("whether a password is asked for") boolean password,
    @Says("whether the password would cross the network readable") boolean clearText,
    @Says("whether a script of the page sends the login") Optional<Boolean> byScript,
    @Says("how a script or a description sends it: method; not in older records")
        Optional<String> method,
    @Says("type of the body") Optional<String> type,
    @Says("the body with `${user}` and `${password}`") Optional<String> body,
    @Says("all that it has") Optional<List<Mechanism>> mechanisms,
    @Coverage @Says("what was read for a login") List<String> looked,
    @Coverage @Says("kinds of which it could not be told whether they are there")
        Optional<List<String>> unanswered)
    implements Fact {
  /** All mechanisms: the listed ones, or else the one that the first fields describe. */
  public List<Mechanism> all() {
    return mechanisms.orElseGet(
        () ->
            List.of(
                new Mechanism(
                    kind,
                    path,
                    password,
                    clearText,
                    byScript,
                    method,
                    type,
                    body,
                    Optional.empty())));
  }

  /** One of the mechanisms. */
  @Says("One of the mechanisms.")
  public record Mechanism(
      @Says("as above") String kind,
      @Says("as above") Optional<String> path,
      @Says("as above") boolean password,
      @Says("as above") boolean clearText,
      @Says("as above") Optional<Boolean> byScript,
      @Says("how a script or a description sends it: method; not in older records")
          Optional<String> method,
      @Says("type of the body") Optional<String> type,
      @Says("the body with `${user}` and `${password}`") Optional<String> body,
      @Says("true where it is taken although no answer of the service asks for it")
          Optional<Boolean> unasked) {}
}
