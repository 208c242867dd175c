package dev.plumbline.view.edition;

import dev.plumbline.core.Verdict;
import dev.plumbline.insight.change.Change;
import dev.plumbline.insight.change.DossierDiff;
import dev.plumbline.insight.change.Touched;
import dev.plumbline.insight.change.TurnedProvision;
import dev.plumbline.insight.change.VerdictChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The differences of two states of a dossier, as plain values. */
public final class DiffJson {
  private DiffJson() {}

  public static Map<String, Object> of(String before, String after, DossierDiff diff) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("before", before);
    json.put("after", after);
    json.put("changes", changes(diff.changes()));
    json.put("testing", changes(diff.testing()));
    json.put("record", changes(diff.record()));
    diff.verdicts()
        .ifPresentOrElse(
            v -> json.put("verdicts", verdicts(v)),
            () -> json.put("verdictsNotCompared", diff.notJudged()));
    return json;
  }

  static List<Map<String, Object>> changes(List<Change> changes) {
    return changes.stream().map(DiffJson::change).toList();
  }

  private static Map<String, Object> change(Change c) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("part", c.part().word());
    json.put("kind", c.kind().word());
    json.put("where", c.where());
    json.put("field", c.field());
    json.put("title", c.title());
    json.put("before", c.before());
    json.put("after", c.after());
    return json;
  }

  private static Map<String, Object> verdicts(VerdictChange v) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("before", v.before());
    json.put("after", v.after());
    json.put("provisions", v.provisions().stream().map(DiffJson::provision).toList());
    json.put("items", v.items().stream().map(DiffJson::item).toList());
    return json;
  }

  private static Map<String, Object> provision(TurnedProvision p) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("provision", p.provision().value());
    json.put("title", p.title());
    json.put("before", p.before());
    json.put("after", p.after());
    return json;
  }

  private static Map<String, Object> item(Touched t) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("item", t.item().toString());
    json.put("provision", t.provision().value());
    json.put("before", word(t.before()));
    json.put("after", word(t.after()));
    json.put("because", t.because());
    return json;
  }

  static String word(Optional<Verdict> verdict) {
    return verdict.map(Enum::name).orElse("absent");
  }
}
