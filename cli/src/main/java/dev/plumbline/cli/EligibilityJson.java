package dev.plumbline.cli;

import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.engine.Assessment;
import dev.plumbline.engine.scheme.Eligibility;
import dev.plumbline.engine.scheme.Need;
import dev.plumbline.engine.scheme.NextLevel;
import dev.plumbline.engine.scheme.Outcome;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a product is eligible for, as plain values. */
final class EligibilityJson {
  private EligibilityJson() {}

  static Map<String, Object> of(
      Assessment assessment,
      SchemeCatalogue schemes,
      LocalDate on,
      List<Eligibility> all,
      List<NextLevel> next) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("product", assessment.product().name());
    json.put("edition", assessment.catalogue().edition().id().version());
    json.put("on", on.toString());
    json.put("factsAsOf", schemes.asOf().toString());
    json.put("levels", all.stream().map(EligibilityJson::of).toList());
    json.put("next", next.stream().map(EligibilityJson::of).toList());
    return json;
  }

  private static Map<String, Object> of(Eligibility e) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("scheme", e.scheme().id());
    json.put("level", e.level().id());
    json.put("answer", key(e.outcome()));
    json.put("available", key(e.available()));
    json.put("asked", e.needs().size());
    json.put("met", SchemeJson.ids(e.needs().stream().filter(Need::met).map(Need::asked).toList()));
    json.put("missing", e.missing().stream().map(EligibilityJson::of).toList());
    json.put("unseen", e.unseen().stream().map(SchemeJson::of).toList());
    json.put("obstacles", e.obstacles());
    json.put("reservations", e.reservations());
    boolean held = e.outcome() == Outcome.ELIGIBLE;
    json.put(
        held ? "byRecognition" : "byRecognitionOnceHeld",
        e.recognition().stream().map(SchemeJson::of).toList());
    return json;
  }

  private static Map<String, Object> of(Need need) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("provision", need.asked().value());
    json.put("through", SchemeJson.ids(need.through()));
    json.put("close", SchemeJson.ids(need.close()));
    json.put("state", key(need.state()));
    json.put("verdict", need.verdict());
    json.put("reason", need.reason());
    json.put("way", need.way());
    return json;
  }

  private static Map<String, Object> of(NextLevel next) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("levels", next.levels().stream().map(EligibilityJson::name).toList());
    json.put("close", SchemeJson.ids(next.close()));
    json.put("also", next.also().stream().map(EligibilityJson::name).toList());
    return json;
  }

  private static Map<String, Object> name(Eligibility e) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("scheme", e.scheme().id());
    json.put("level", e.level().id());
    return json;
  }

  private static String key(Enum<?> value) {
    return SchemeText.word(value).replace(' ', '-');
  }
}
