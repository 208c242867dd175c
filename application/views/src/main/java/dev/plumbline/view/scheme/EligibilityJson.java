package dev.plumbline.view.scheme;

import dev.plumbline.app.portfolio.SchemeStanding;
import dev.plumbline.judging.Assessment;
import dev.plumbline.scheme.Ask;
import dev.plumbline.scheme.Eligibility;
import dev.plumbline.scheme.Need;
import dev.plumbline.scheme.NextLevel;
import dev.plumbline.scheme.Outcome;
import dev.plumbline.scheme.Validity;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a product is eligible for, as plain values. */
public final class EligibilityJson {
  private EligibilityJson() {}

  public static Map<String, Object> of(SchemeStanding standing) {
    Assessment assessment = standing.assessment();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("product", assessment.product().name());
    json.put("edition", assessment.catalogue().edition().id().version());
    json.put("on", standing.on().toString());
    json.put("factsAsOf", standing.schemes().asOf().toString());
    json.put("levels", standing.levels().stream().map(EligibilityJson::of).toList());
    json.put("next", standing.next().stream().map(EligibilityJson::of).toList());
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
    json.put("rests", rests(e));
    json.put("missing", e.missing().stream().map(EligibilityJson::of).toList());
    json.put("asks", e.asks().stream().map(EligibilityJson::of).toList());
    json.put("validity", of(e.validity()));
    json.put("obstacles", e.obstacles());
    json.put("reservations", e.reservations());
    boolean held = e.outcome() == Outcome.ELIGIBLE;
    json.put(
        held ? "byRecognition" : "byRecognitionOnceHeld",
        e.recognition().stream().map(SchemeJson::of).toList());
    return json;
  }

  /** What stands behind each provision that is met. */
  private static Map<String, Object> rests(Eligibility e) {
    Map<String, Object> json = new LinkedHashMap<>();
    e.needs().stream()
        .filter(Need::met)
        .forEach(n -> json.put(n.asked().value(), n.rests().map(r -> key(r)).orElse("declined")));
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

  private static Map<String, Object> of(Ask ask) {
    Map<String, Object> json = SchemeJson.of(ask.requirement());
    json.put("level", ask.level().id());
    json.put("state", key(ask.state()));
    json.put("told", ask.text());
    ask.until().ifPresent(u -> json.put("until", u.toString()));
    return json;
  }

  private static Map<String, Object> of(Validity validity) {
    Map<String, Object> json = new LinkedHashMap<>();
    validity.until().ifPresent(u -> json.put("until", u.toString()));
    json.put("because", validity.because());
    json.put("unknown", validity.unknown());
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
