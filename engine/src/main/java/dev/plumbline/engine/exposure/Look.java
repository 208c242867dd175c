package dev.plumbline.engine.exposure;

import dev.plumbline.catalogue.Attack;
import dev.plumbline.catalogue.Attack.Sight;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.exposure.Exposure.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the facts say of one vector at the device's services. */
record Look(Attack.Vector vector, Facts facts) {
  private static final String IDENTIFIED = "service.identified";
  private static final String MECHANISM = "login.mechanism";
  private static final String UNKNOWN = "unknown";

  static Optional<Observation> newest(Facts facts, String key, String subject) {
    return facts.observations(key, subject).stream().findFirst();
  }

  private Sight sight() {
    return vector.sight();
  }

  private boolean byLogin() {
    return sight().observation().equals(Sight.LOGIN);
  }

  /** What shows that the way in is there. */
  List<Proof> opens() {
    List<Proof> proofs = new ArrayList<>();
    for (Observation o : facts.observations(sight().observation())) {
      if (o.seen()) {
        (byLogin() ? accepted(o) : found(o)).ifPresent(says -> proofs.add(new Proof(o, says)));
      }
    }
    if (byLogin()) {
      facts.observations(MECHANISM).stream()
          .filter(o -> o.seen() && o.text("kind").equals("none"))
          .filter(o -> isKnockedAt(o.subject()) && protocol(o.subject()).isPresent())
          .filter(o -> speaks(protocol(o.subject()).orElseThrow()))
          .forEach(o -> proofs.add(new Proof(o, o.subject() + " asks for no login at all.")));
    }
    return proofs;
  }

  private Optional<String> accepted(Observation o) {
    List<?> accepted = o.value().get("accepted") instanceof List<?> l ? l : List.of();
    boolean ours =
        protocol(o.subject()).map(this::speaks).orElseGet(() -> isKnockedAt(o.subject()));
    return ours && !accepted.isEmpty()
        ? Optional.of(
            o.subject()
                + " lets in with "
                + accepted.size()
                + (accepted.size() == 1 ? " published login" : " published logins")
                + " (user "
                + String.join(", ", users(accepted))
                + ").")
        : Optional.empty();
  }

  private static List<String> users(List<?> accepted) {
    return accepted.stream()
        .map(a -> a instanceof Map<?, ?> m ? String.valueOf(m.get("user")) : String.valueOf(a))
        .distinct()
        .toList();
  }

  private Optional<String> found(Observation o) {
    if (o.value().get("found") instanceof List<?> found) {
      for (Object entry : found) {
        if (entry instanceof Map<?, ?> e
            && sight().surfaces().contains(String.valueOf(e.get("surface")))) {
          return Optional.of(
              o.subject() + " shows " + e.get("surface") + ": " + e.get("sign") + ".");
        }
      }
    }
    return Optional.empty();
  }

  /** What keeps the attack out of an open port, or what is missing to say so. */
  void closes(Endpoint endpoint, List<Proof> closed, List<String> missing) {
    String subject = endpoint.toString();
    Optional<Observation> service = newest(facts, IDENTIFIED, subject);
    Optional<String> protocol = protocol(subject);
    if (protocol.isPresent() && !speaks(protocol.get())) {
      closed.add(
          new Proof(
              service.orElseThrow(),
              subject + " speaks " + protocol.get() + ", which the attack does not."));
      return;
    }
    Optional<Observation> answer = newest(facts, sight().observation(), subject);
    if (answer.isEmpty()) {
      missing.add(
          subject
              + " is open, and "
              + (byLogin() ? "no list of published logins was tried there." : "nobody looked.")
              + protocol.map(p -> "").orElse(" What it speaks is not known."));
    } else if (!answer.get().seen()) {
      missing.add(subject + " is open, without an answer: " + answer.get().reason());
    } else if (byLogin()) {
      refused(answer.get(), closed, missing);
    } else {
      absent(answer.get(), closed, missing);
    }
  }

  private void refused(Observation o, List<Proof> closed, List<String> missing) {
    Map<String, Object> coverage = o.coverage();
    String list = String.valueOf(coverage.getOrDefault("list", ""));
    boolean whole =
        coverage.get("tried") instanceof Number tried
            && coverage.get("of") instanceof Number of
            && of.longValue() > 0
            && tried.longValue() >= of.longValue()
            && !coverage.containsKey("stopped");
    if (!whole) {
      missing.add(
          o.subject()
              + " is open, and of the published logins "
              + coverage.getOrDefault("tried", "an unknown number")
              + " of "
              + coverage.getOrDefault("of", "an unknown number")
              + " were tried: "
              + coverage.getOrDefault("stopped", "the list did not end."));
    } else if (sight().lists().stream().anyMatch(l -> list.contains(l + " ("))) {
      closed.add(new Proof(o, o.subject() + " refused all published logins of " + list + "."));
    } else {
      missing.add(o.subject() + " refused " + list + ". " + remains());
    }
  }

  private void absent(Observation o, List<Proof> closed, List<String> missing) {
    List<String> open =
        sight().surfaces().stream().filter(s -> !o.texts("absent").contains(s)).toList();
    if (!open.isEmpty()) {
      for (String surface : open) {
        Object why =
            o.value().get("undecided") instanceof Map<?, ?> m && m.get(surface) != null
                ? String.valueOf(m.get(surface))
                : "it was not looked for.";
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
    return newest(facts, IDENTIFIED, subject)
        .filter(Observation::seen)
        .map(o -> o.text("protocol"))
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
