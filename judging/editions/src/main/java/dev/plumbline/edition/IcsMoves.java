package dev.plumbline.edition;

import dev.plumbline.catalogue.Condition;
import dev.plumbline.catalogue.EditionMoves.Became;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.yaml.YamlPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves an implementation conformance statement. */
final class IcsMoves {
  static final String FILE = "ics.yaml";
  private static final String ANSWERS = "answers";
  private static final String CONDITIONS = "conditions";
  private static final String FEATURES = "features";

  private final EditionRoute route;
  private final Sheet sheet;
  private final List<ToDo> toDo = new ArrayList<>();

  private IcsMoves(EditionRoute route, Sheet sheet) {
    this.route = route;
    this.sheet = sheet;
  }

  static IcsMoves move(EditionRoute route, String text) {
    IcsMoves moves = new IcsMoves(route, Sheet.of(FILE, text));
    moves.sheet.headComment("/" + route.fromVersion() + "/", "/" + route.toVersion() + "/");
    if (moves.sheet.has(YamlPath.of("edition"))) {
      moves.sheet.put(YamlPath.of("edition"), route.toVersion());
    }
    moves.statements();
    moves.answers();
    return moves;
  }

  String text() {
    return sheet.text();
  }

  List<ToDo> toDo() {
    return toDo;
  }

  private Map<String, Object> under(String key) {
    return ValueEdits.map(sheet.values().getOrDefault(key, ""));
  }

  private String gone() {
    return "V" + route.toVersion() + " has no such row:";
  }

  private void statements() {
    // Both as they were: what one of them gives the other is not looked at again.
    Map<String, Object> oldConditions = under(CONDITIONS);
    Map<String, Object> oldFeatures = under(FEATURES);
    oldConditions.forEach((label, value) -> statement(CONDITIONS, label, value));
    oldFeatures.forEach((label, value) -> statement(FEATURES, label, value));
    Map<String, Object> conditions = under(CONDITIONS);
    Map<String, Object> features = under(FEATURES);
    route.to().conditions().values().stream()
        .filter(c -> !conditions.containsKey(c.label()))
        .forEach(c -> settle("condition", c));
    route.to().features().values().stream()
        .filter(f -> !features.containsKey(f.label()))
        .forEach(f -> settle("feature", f));
  }

  private void settle(String what, Condition c) {
    toDo.add(new ToDo(FILE, what + " " + c.label(), "Settle it: " + c.meaning()));
  }

  private void statement(String part, String label, Object value) {
    if (stays(part, label)) {
      return;
    }
    String flag = part.equals(CONDITIONS) ? "holds" : "present";
    boolean holds = Boolean.TRUE.equals(ValueEdits.map(value).get(flag));
    Optional<Became> became =
        route.moves().statements().stream()
            .filter(b -> (part.equals(CONDITIONS) ? b.condition() : b.feature()).equals(label))
            .findFirst();
    sheet.disable(YamlPath.of(part, label), gone());
    String other = part.equals(CONDITIONS) ? FEATURES : CONDITIONS;
    if (holds && became.isPresent()) {
      Map<String, Object> stated = new LinkedHashMap<>();
      stated.put(part.equals(CONDITIONS) ? "present" : "holds", true);
      Object because = ValueEdits.map(value).getOrDefault("because", "");
      if (!because.equals("")) {
        stated.put("because", because);
      }
      String name = part.equals(CONDITIONS) ? became.get().feature() : became.get().condition();
      if (!sheet.has(YamlPath.of(other, name))) {
        sheet.put(YamlPath.of(other, name), stated);
      }
    }
  }

  /** Whether the other edition has the same under the same label. */
  private boolean stays(String part, String label) {
    if (part.equals(FEATURES)) {
      return same(route.from().features().get(label), route.to().features().get(label));
    }
    return label.matches("\\d{1,4}")
        && same(
            route.from().conditions().get(Integer.valueOf(label)),
            route.to().conditions().get(Integer.valueOf(label)));
  }

  private static boolean same(
      @org.jspecify.annotations.Nullable Condition from,
      @org.jspecify.annotations.Nullable Condition to) {
    return from != null && to != null && from.key().equals(to.key());
  }

  private void answers() {
    Map<String, Object> answers = under(ANSWERS);
    for (Provision target : route.to().provisions().values()) {
      List<Provision> sources = route.sources(target.id());
      if (sources.stream().noneMatch(s -> s.id().equals(target.id()))) {
        answer(target, sources, answers);
      }
    }
    answers.keySet().stream()
        .filter(ProvisionId::isValid)
        .map(ProvisionId::new)
        .filter(id -> route.from().provision(id).isPresent())
        .filter(id -> route.to().provision(id).filter(Provision::inTableB1).isEmpty())
        .forEach(id -> sheet.disable(YamlPath.of(ANSWERS, id.value()), gone()));
  }

  /** Answers a provision that has another number, or came of several or of none. */
  private void answer(Provision target, List<Provision> sources, Map<String, Object> answers) {
    if (!target.inTableB1()) {
      return;
    }
    Optional<String> asks = route.asks(target.id());
    Optional<Map<String, Object>> merged =
        asks.isPresent() ? Optional.empty() : merged(sources, answers);
    merged.ifPresent(a -> sheet.put(YamlPath.of(ANSWERS, target.id().value()), a));
    if (merged.isEmpty()) {
      toDo.add(
          new ToDo(
              FILE,
              target.id().value(),
              "Answer it"
                  + asks.map(a -> "; it asks " + a).orElse("")
                  + (asks.isEmpty() && sources.size() > 1
                      ? "; what it stands for was answered in different ways"
                      : "")
                  + ": "
                  + target.summary()));
    }
  }

  /** One answer that says what all of them do; empty where they differ or one is missing. */
  private static Optional<Map<String, Object>> merged(
      List<Provision> sources, Map<String, Object> answers) {
    List<Map<String, Object>> given =
        sources.stream()
            .map(s -> ValueEdits.map(answers.getOrDefault(s.id().value(), "")))
            .filter(a -> a.containsKey("support"))
            .toList();
    long different = given.stream().map(a -> a.get("support")).distinct().count();
    if (given.isEmpty() || given.size() < sources.size() || different > 1) {
      return Optional.empty();
    }
    if (given.size() == 1) {
      return Optional.of(given.getFirst());
    }
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("support", given.getFirst().getOrDefault("support", ""));
    one.put(
        "detail",
        String.join(
            " ",
            given.stream()
                .map(a -> String.valueOf(a.getOrDefault("detail", "")).strip())
                .filter(d -> !d.isEmpty())
                .distinct()
                .toList()));
    List<Object> evidence = new ArrayList<>();
    given.forEach(
        a -> {
          Object named = a.getOrDefault("evidence", List.of());
          (named instanceof List<?> l ? l : List.of(named))
              .stream().filter(e -> !evidence.contains(e)).forEach(evidence::add);
        });
    if (!evidence.isEmpty()) {
      one.put("evidence", evidence);
    }
    return Optional.of(one);
  }
}
