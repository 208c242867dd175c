package dev.plumbline.checks.surface;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.http.InputReflection;
import dev.plumbline.observation.http.InputValidation;
import dev.plumbline.observation.login.LoginSession;
import dev.plumbline.observation.registry.Kinds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The interfaces that a validation method covers refuse input that they should not process: nothing
 * falls over, nothing is evaluated, read or given back as it came.
 */
public final class UnexpectedInputIsKeptOut implements Check {
  /** Protocols whose messages are all that there is; nothing lies behind a path. */
  private static final Set<String> WITHOUT_PATHS = Set.of("mdns", "ssdp");

  private static final String METHOD = "description";
  private static final String SOURCE = "source";

  @Override
  public List<String> needs() {
    return Kinds.keys(InputReflection.class, InputValidation.class, LoginSession.class);
  }

  @Override
  public Set<TableRole> reads() {
    return Set.of(TableRole.INPUT_SOURCES);
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
        .flatMap(t -> facts.rows(t).stream())
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
      stored(facts, endpoint, questions);
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

  /** Whether what was tried at an endpoint were messages of a protocol, not requests to paths. */
  private static boolean gotMessages(Facts facts, Endpoint endpoint) {
    return facts
        .newestSeen(InputValidation.class, endpoint.toString())
        .filter(s -> s.fact().inputs().containsKey("messages"))
        .isPresent();
  }

  /** It can only refute: the other run sends the same marker and more. */
  private static void reflection(Facts facts, Endpoint endpoint, Questions questions) {
    for (Seen<InputReflection> tried : facts.seen(InputReflection.class, endpoint.toString())) {
      for (String path : tried.fact().split().orElse(List.of())) {
        questions.against(
            endpoint + " writes line breaks of " + path + " into its header as they came",
            tried.observation());
      }
      for (InputReflection.Place place : tried.fact().reflected()) {
        questions.against(
            endpoint
                + place.path()
                + " gives parameter \""
                + place.parameter()
                + "\" back as it came",
            tried.observation());
      }
    }
  }

  /** It can only refute: few fields are tried. */
  private static void stored(Facts facts, Endpoint endpoint, Questions questions) {
    for (Seen<LoginSession> tried : facts.seen(LoginSession.class, endpoint.toString())) {
      tried
          .fact()
          .fields()
          .ifPresent(f -> questions.lookedAt("stored values of " + f + " of " + endpoint));
      for (LoginSession.Stored field : tried.fact().stored().orElse(List.of())) {
        questions.against(
            endpoint
                + field.page()
                + " shows the value of \""
                + field.field()
                + "\", which was sent to "
                + field.path()
                + ", as it came",
            tried.observation());
      }
    }
  }

  private static void validation(
      Facts facts, IxitEntry source, Endpoint endpoint, Questions questions, Questions.Asked kept) {
    Optional<Observation> newest = facts.newest(InputValidation.class, endpoint.toString());
    Optional<Seen<InputValidation>> seen =
        facts.newestSeen(InputValidation.class, endpoint.toString());
    if (seen.isEmpty()) {
      kept.left(
          "no unexpected input was tried at "
              + endpoint
              + newest.map(o -> " (" + o.reason().replaceFirst("\\.$", "") + ")").orElse(""),
          new Remedy.RaiseIntrusiveness("stress", List.of("input-validation")));
      return;
    }
    Observation shows = seen.get().observation();
    InputValidation tried = seen.get().fact();
    kept.answered(shows, looked(tried, endpoint) + " were refused, and it stayed up");
    questions.lookedAt(looked(tried, endpoint));
    for (InputValidation.Finding f : tried.findings()) {
      kept.refuted(shows, endpoint + f.place() + " " + f.kind() + " (" + f.id() + ")");
    }
    gaps(source, endpoint, tried, kept);
  }

  /** "312 inputs to 5 paths of …". */
  private static String looked(InputValidation tried, Endpoint endpoint) {
    return inputs(tried) + " inputs to " + tried.places().size() + " paths of " + endpoint;
  }

  private static long inputs(InputValidation tried) {
    return tried.inputs().values().stream().mapToLong(n -> n).sum();
  }

  private static void gaps(
      IxitEntry source, Endpoint endpoint, InputValidation tried, Questions.Asked kept) {
    if (inputs(tried) <= 0) {
      kept.left("no unexpected input is recorded at " + endpoint);
    }
    if (tried.oracle().isEmpty()) {
      kept.left("nothing told whether " + endpoint + " was still up");
    }
    source.texts("paths").stream()
        .filter(p -> !tried.places().contains(p))
        .forEach(p -> kept.left("no unexpected input was tried at " + endpoint + p));
    if (!tried.complete()) {
      kept.left("not all was tried at " + endpoint + skipped(tried.skipped()));
    }
  }

  private static String skipped(Map<String, String> places) {
    return places.isEmpty()
        ? ""
        : " ("
            + places.entrySet().stream()
                .limit(5)
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(java.util.stream.Collectors.joining(", "))
            + ")";
  }
}
