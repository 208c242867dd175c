package dev.plumbline.judging.exposure;

import dev.plumbline.catalogue.attack.Attack;
import dev.plumbline.catalogue.attack.Attack.Sight;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.exposure.Exposure.Proof;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.login.LoginDefaultPassword;
import dev.plumbline.observation.login.LoginMechanism;
import dev.plumbline.observation.network.AttackSurface;
import dev.plumbline.observation.network.ServiceIdentified;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the facts say of one vector at the device's services. */
record Look(Attack.Vector vector, Facts facts) {
  private static final String UNKNOWN = "unknown";

  private Sight sight() {
    return vector.sight();
  }

  private boolean byLogin() {
    return sight().by() == Sight.By.LOGIN;
  }

  /** What shows that the way in is there. */
  List<Proof> opens() {
    List<Proof> proofs = new ArrayList<>();
    if (byLogin()) {
      for (Seen<LoginDefaultPassword> s : facts.seen(LoginDefaultPassword.class)) {
        accepted(s).ifPresent(says -> proofs.add(new Proof(s.observation(), says)));
      }
      facts.seen(LoginMechanism.class).stream()
          .filter(s -> s.fact().kind().equals("none"))
          .filter(s -> isKnockedAt(s.subject()) && protocol(s.subject()).isPresent())
          .filter(s -> speaks(protocol(s.subject()).orElseThrow()))
          .forEach(
              s ->
                  proofs.add(
                      new Proof(s.observation(), s.subject() + " asks for no login at all.")));
    } else {
      for (Seen<AttackSurface> s : facts.seen(AttackSurface.class)) {
        found(s).ifPresent(says -> proofs.add(new Proof(s.observation(), says)));
      }
    }
    return proofs;
  }

  private Optional<String> accepted(Seen<LoginDefaultPassword> s) {
    List<LoginDefaultPassword.Accepted> accepted = s.fact().accepted();
    boolean ours =
        protocol(s.subject()).map(this::speaks).orElseGet(() -> isKnockedAt(s.subject()));
    return ours && !accepted.isEmpty()
        ? Optional.of(
            s.subject()
                + " lets in with "
                + accepted.size()
                + (accepted.size() == 1 ? " published login" : " published logins")
                + " (user "
                + accepted.stream()
                    .map(LoginDefaultPassword.Accepted::user)
                    .distinct()
                    .collect(Collectors.joining(", "))
                + ").")
        : Optional.empty();
  }

  private Optional<String> found(Seen<AttackSurface> s) {
    return s.fact().found().stream()
        .filter(f -> sight().surfaces().contains(f.surface()))
        .findFirst()
        .map(f -> s.subject() + " shows " + f.surface() + ": " + f.sign() + ".");
  }

  /** What keeps the attack out of an open port, or what is missing to say so. */
  void closes(Endpoint endpoint, List<Proof> closed, List<String> missing) {
    String subject = endpoint.toString();
    Optional<Observation> service = facts.newest(ServiceIdentified.class, subject);
    Optional<String> protocol = protocol(subject);
    if (protocol.isPresent() && !speaks(protocol.get())) {
      closed.add(
          new Proof(
              service.orElseThrow(),
              subject + " speaks " + protocol.get() + ", which the attack does not."));
      return;
    }
    Optional<Observation> answer =
        facts.newest(byLogin() ? LoginDefaultPassword.class : AttackSurface.class, subject);
    if (answer.isEmpty()) {
      missing.add(
          subject
              + " is open, and "
              + (byLogin() ? "no list of published logins was tried there." : "nobody looked.")
              + protocol.map(p -> "").orElse(" What it speaks is not known."));
    } else if (!answer.get().seen()) {
      missing.add(subject + " is open, without an answer: " + answer.get().reason());
    } else if (byLogin()) {
      facts
          .newestSeen(LoginDefaultPassword.class, subject)
          .ifPresent(s -> refused(s, closed, missing));
    } else {
      facts.newestSeen(AttackSurface.class, subject).ifPresent(s -> absent(s, closed, missing));
    }
  }

  private void refused(Seen<LoginDefaultPassword> s, List<Proof> closed, List<String> missing) {
    Observation o = s.observation();
    LoginDefaultPassword known = s.fact();
    String list = known.list();
    long of = known.of().orElse(0L);
    boolean whole = of > 0 && known.tried().orElse(0L) >= of && known.stopped().isEmpty();
    if (!whole) {
      missing.add(
          o.subject()
              + " is open, and of the published logins "
              + known.tried().map(String::valueOf).orElse("an unknown number")
              + " of "
              + known.of().map(String::valueOf).orElse("an unknown number")
              + " were tried: "
              + known.stopped().orElse("the list did not end."));
    } else if (sight().lists().stream().anyMatch(l -> list.contains(l + " ("))) {
      closed.add(new Proof(o, o.subject() + " refused all published logins of " + list + "."));
    } else {
      missing.add(o.subject() + " refused " + list + ". " + remains());
    }
  }

  private void absent(Seen<AttackSurface> seen, List<Proof> closed, List<String> missing) {
    Observation o = seen.observation();
    List<String> open =
        sight().surfaces().stream().filter(s -> !seen.fact().absent().contains(s)).toList();
    if (!open.isEmpty()) {
      for (String surface : open) {
        String why = seen.fact().undecided().getOrDefault(surface, "it was not looked for.");
        missing.add(o.subject() + " is open, " + surface + " undecided: " + why);
      }
    } else if (sight().absenceCloses()) {
      closed.add(
          new Proof(
              o, o.subject() + " shows no sign of " + String.join(", ", sight().surfaces()) + "."));
    } else {
      missing.add(
          o.subject()
              + " is open and shows no sign of "
              + String.join(", ", sight().surfaces())
              + ". "
              + remains());
    }
  }

  private String remains() {
    return sight().remains().isBlank() ? "That list is not the attack's." : sight().remains();
  }

  /** What a service was identified as; empty where it was not. */
  private Optional<String> protocol(String subject) {
    return facts
        .newestSeen(ServiceIdentified.class, subject)
        .map(s -> s.fact().protocol())
        .filter(p -> !p.isEmpty() && !p.equals(UNKNOWN));
  }

  private boolean speaks(String protocol) {
    return sight().speaks().isEmpty() || sight().speaks().contains(protocol);
  }

  private boolean isKnockedAt(String subject) {
    return Endpoint.parse(subject)
        .map(e -> vector.ports().contains(e.transport() + "/" + e.port()))
        .orElse(false);
  }
}
