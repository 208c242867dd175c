package dev.plumbline.probes.loginmechanisms;

import dev.plumbline.client.login.LoginTemplate;
import dev.plumbline.observation.login.LoginMechanism;
import java.util.List;
import java.util.Optional;

/**
 * A way to log in.
 *
 * @param path where it is, for HTTP
 * @param clearText whether the password crosses the network readable
 * @param byScript whether the form can only be sent by a script
 * @param template how it is sent, where a script or a description showed it
 * @param unasked whether it is taken although no answer asks for it
 */
record FoundMechanism(
    String kind,
    Optional<String> path,
    boolean clearText,
    boolean byScript,
    Optional<LoginTemplate> template,
    boolean unasked) {
  FoundMechanism(String kind, Optional<String> path, boolean clearText, boolean byScript) {
    this(kind, path, clearText, byScript, Optional.empty(), /* unasked= */ false);
  }

  static FoundMechanism of(String kind, boolean clearText) {
    return new FoundMechanism(kind, Optional.empty(), clearText, false);
  }

  static FoundMechanism of(LoginTemplate template, boolean clearText) {
    return new FoundMechanism(
        template.kind(),
        Optional.of(template.path()),
        clearText,
        false,
        Optional.of(template),
        /* unasked= */ false);
  }

  /** HTTP Basic that opens a path although nothing asks for it. */
  static FoundMechanism unaskedBasic(String path, boolean clearText) {
    return new FoundMechanism(
        "http-basic", Optional.of(path), clearText, false, Optional.empty(), /* unasked= */ true);
  }

  private LoginMechanism.Mechanism fact() {
    return new LoginMechanism.Mechanism(
        kind,
        path,
        true,
        clearText,
        byScript ? Optional.of(true) : Optional.empty(),
        template.map(LoginTemplate::method),
        template.map(LoginTemplate::type),
        template.map(LoginTemplate::body),
        unasked ? Optional.of(true) : Optional.empty());
  }

  static LoginMechanism fact(List<FoundMechanism> all, List<String> looked) {
    return fact(all, looked, Optional.empty());
  }

  /** The weakest in front, all of them behind. */
  static LoginMechanism fact(
      List<FoundMechanism> all, List<String> looked, Optional<List<String>> unanswered) {
    Optional<LoginMechanism.Mechanism> weakest =
        all.stream()
            .filter(FoundMechanism::clearText)
            .findFirst()
            .or(() -> all.stream().findFirst())
            .map(FoundMechanism::fact);
    return new LoginMechanism(
        weakest.map(LoginMechanism.Mechanism::kind).orElse("none"),
        weakest.flatMap(LoginMechanism.Mechanism::path),
        weakest.isPresent(),
        weakest.map(LoginMechanism.Mechanism::clearText).orElse(false),
        weakest.flatMap(LoginMechanism.Mechanism::byScript),
        weakest.flatMap(LoginMechanism.Mechanism::method),
        weakest.flatMap(LoginMechanism.Mechanism::type),
        weakest.flatMap(LoginMechanism.Mechanism::body),
        all.isEmpty()
            ? Optional.empty()
            : Optional.of(all.stream().map(FoundMechanism::fact).toList()),
        looked,
        unanswered);
  }
}
