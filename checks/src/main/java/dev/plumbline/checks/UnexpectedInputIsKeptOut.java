package dev.plumbline.checks;

import dev.plumbline.core.Remedy;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The interfaces that a validation method covers refuse input that they should not process: nothing
 * falls over, nothing is evaluated, read or given back as it came.
 */
@Decides(
    v211 = "5.13-1-2a",
    v313 = {"5.13-1A-2b", "5.13-1B-2a"})
public final class UnexpectedInputIsKeptOut implements Check {
  private static final String REFLECTION = "input.reflection";
  private static final String VALIDATION = "input.validation";

  /** Protocols whose messages are all that there is; nothing lies behind a path. */
  private static final Set<String> WITHOUT_PATHS = Set.of("mdns", "ssdp");

  private static final String METHOD = "description";
  private static final String SOURCE = "source";

  @Override
  public List<String> needs() {
    return List.of(REFLECTION, VALIDATION);
  }

  @Override
  public List<String> reads() {
    return List.of("11-ComMech", "27-UserIntf", "28-ExtAPI", "28-LogIntf");
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    List<IxitEntry> sources = sources(row, item.unit().id(), facts);
    Questions questions = new Questions();
    if (sources.isEmpty()) {
      questions.gap(
          "no source of " + row.id() + " names an endpoint that could be tried",
          new Remedy.ChangeDeclaration(row.subject(), "name rows with endpoints as 'source'"));
    }
    sources.forEach(s -> weigh(facts, s, questions));
    return questions
        .contradicting(
            Declared.place(row, METHOD, SOURCE),
            row.id() + " validates input: " + row.text(METHOD),
            "Unexpected input was not kept out: ")
        .outcome(
            "Unexpected input was not kept out: ",
            "Check each input against what it may hold, refuse what does not fit, and escape every"
                + " value that is written into a page.",
            "Unexpected input was sent to all that "
                + row.id()
                + " covers, at each declared path ("
                + questions.places()
                + "); none of it was processed, and nothing fell over.");
  }

  /** Those of the rows that the method covers and that the unit's group is about. */
  private static List<IxitEntry> sources(IxitEntry row, UnitId unit, Facts facts) {
    List<String> covered = row.texts(SOURCE);
    return Optional.ofNullable(facts.catalogue().groups().get(unit.provision())).stream()
        .flatMap(g -> g.tables().stream())
        .flatMap(t -> facts.dossier().ixit().entries(t).stream())
        .filter(e -> covered.contains(e.id()))
        .toList();
  }

  private static void weigh(Facts facts, IxitEntry source, Questions questions) {
    List<Endpoint> endpoints = Declared.of(facts).endpoints(source);
    if (endpoints.isEmpty()) {
      questions
          .ask("Is unexpected input kept out?", source.subject())
          .left(
              source.id() + " names no endpoint, and a program can press no button",
              new Remedy.AddEndpoints(source.subject()));
      return;
    }
    boolean pathless =
        WITHOUT_PATHS.contains(source.text("protocol"))
            && endpoints.stream().allMatch(e -> gotMessages(facts, e));
    if (source.texts("paths").isEmpty() && !pathless) {
      questions.gap("all paths of " + source.id() + " are not declared (paths)");
    }
    for (Endpoint endpoint : endpoints) {
      reflection(facts, endpoint, questions);
      validation(
          facts,
          source,
          endpoint,
          questions,
          questions.ask(
              "Is unexpected input kept out, and does the service stay up?",
              source.id() + " at " + endpoint));
    }
  }

  private static Optional<Observation> newest(Facts facts, String key, Endpoint endpoint) {
    return facts.observations(key, endpoint.toString()).stream().findFirst();
  }

  /** Whether what was tried at an endpoint were messages of a protocol, not requests to paths. */
  private static boolean gotMessages(Facts facts, Endpoint endpoint) {
    return newest(facts, VALIDATION, endpoint)
        .map(o -> o.coverage().get("inputs"))
        .filter(i -> i instanceof Map<?, ?> m && m.containsKey("messages"))
        .isPresent();
  }

  /** It can only refute: the other run sends the same marker and more. */
  private static void reflection(Facts facts, Endpoint endpoint, Questions questions) {
    Optional<Observation> tried = newest(facts, REFLECTION, endpoint).filter(Observation::seen);
    if (tried.isPresent() && tried.get().value().get("reflected") instanceof List<?> reflected) {
      for (Object each : reflected) {
        if (each instanceof Map<?, ?> r) {
          questions.against(
              endpoint
                  + String.valueOf(r.get("path"))
                  + " gives parameter \""
                  + r.get("parameter")
                  + "\" back as it came",
              tried.get());
        }
      }
    }
  }

  private static void validation(
      Facts facts, IxitEntry source, Endpoint endpoint, Questions questions, Questions.Asked kept) {
    Optional<Observation> seen = newest(facts, VALIDATION, endpoint);
    if (seen.isEmpty() || !seen.get().seen()) {
      kept.left(
          "no unexpected input was tried at "
              + endpoint
              + seen.map(o -> " (" + o.reason().replaceFirst("\\.$", "") + ")").orElse(""),
          new Remedy.RaiseIntrusiveness("stress", List.of("input-validation")));
      return;
    }
    Observation tried = seen.get();
    kept.answered(tried, looked(tried, endpoint) + " were refused, and it stayed up");
    questions.lookedAt(looked(tried, endpoint));
    if (!(tried.value().get("findings") instanceof List<?> findings)) {
      kept.left("what unexpected input did at " + endpoint + " is not recorded");
      return;
    }
    for (Object each : findings) {
      if (each instanceof Map<?, ?> f) {
        kept.refuted(
            tried,
            endpoint
                + String.valueOf(f.get("place"))
                + " "
                + f.get("kind")
                + " ("
                + f.get("id")
                + ")");
      }
    }
    gaps(source, endpoint, tried.coverage(), kept);
  }

  /** "312 inputs to 5 paths of …". */
  private static String looked(Observation tried, Endpoint endpoint) {
    long inputs =
        tried.coverage().get("inputs") instanceof Map<?, ?> m
            ? m.values().stream()
                .filter(Number.class::isInstance)
                .mapToLong(n -> ((Number) n).longValue())
                .sum()
            : 0;
    int places = tried.coverage().get("places") instanceof List<?> l ? l.size() : 0;
    return inputs + " inputs to " + places + " paths of " + endpoint;
  }

  private static void gaps(
      IxitEntry source, Endpoint endpoint, Map<String, Object> coverage, Questions.Asked kept) {
    if (!(coverage.get("oracle") instanceof List<?> oracle) || oracle.isEmpty()) {
      kept.left("nothing told whether " + endpoint + " was still up");
    }
    List<?> places = coverage.get("places") instanceof List<?> p ? p : List.of();
    source.texts("paths").stream()
        .filter(p -> !places.contains(p))
        .forEach(p -> kept.left("no unexpected input was tried at " + endpoint + p));
    if (!Boolean.TRUE.equals(coverage.get("complete"))) {
      kept.left("not all was tried at " + endpoint + skipped(coverage));
    }
  }

  private static String skipped(Map<String, Object> coverage) {
    return coverage.get("skipped") instanceof Map<?, ?> s && !s.isEmpty()
        ? " ("
            + s.entrySet().stream()
                .limit(5)
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(java.util.stream.Collectors.joining(", "))
            + ")"
        : "";
  }
}
