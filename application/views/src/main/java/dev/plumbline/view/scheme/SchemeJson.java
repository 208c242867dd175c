package dev.plumbline.view.scheme;

import dev.plumbline.catalogue.scheme.Edge;
import dev.plumbline.catalogue.scheme.Level;
import dev.plumbline.catalogue.scheme.ProvisionSet;
import dev.plumbline.catalogue.scheme.Requirement;
import dev.plumbline.catalogue.scheme.Scheme;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.SchemeFact;
import dev.plumbline.catalogue.scheme.Term;
import dev.plumbline.core.ProvisionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scheme as plain values. */
public final class SchemeJson {
  private SchemeJson() {}

  public static Map<String, Object> of(Scheme scheme, SchemeCatalogue schemes) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", scheme.id());
    json.put("name", scheme.name());
    json.put("kind", SchemeText.word(scheme.kind()));
    json.put("state", SchemeText.word(scheme.state()));
    json.put("stateSince", scheme.stateSince().text());
    json.put("asOf", schemes.asOf().toString());
    Map<String, Object> facts = new LinkedHashMap<>();
    scheme
        .facts()
        .forEach(
            (t, all) -> facts.put(SchemeText.word(t), all.stream().map(SchemeJson::of).toList()));
    json.put("facts", facts);
    json.put("sets", scheme.sets().stream().map(SchemeJson::of).toList());
    json.put("levels", scheme.levels().stream().map(SchemeJson::of).toList());
    json.put(
        "recognition",
        schemes.recognition().stream()
            .filter(e -> e.scheme().equals(scheme.id()) || e.toScheme().equals(scheme.id()))
            .map(SchemeJson::of)
            .toList());
    return json;
  }

  private static Map<String, Object> of(SchemeFact fact) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(fact.known() ? "is" : "unknown", fact.text());
    json.put("sources", fact.sources());
    json.put("confidence", SchemeText.word(fact.confidence()));
    return json;
  }

  private static Map<String, Object> of(ProvisionSet set) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", set.id());
    json.put("edition", set.edition().map(e -> e.version()).orElse("unknown"));
    json.put("selection", SchemeText.word(set.selection()));
    json.put("provisions", ids(set.listed()));
    json.put("basis", SchemeText.word(set.basis()));
    json.put("note", set.note());
    json.put("sources", set.sources());
    json.put("confidence", SchemeText.word(set.confidence()));
    return json;
  }

  private static Map<String, Object> of(Level level) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", level.id());
    json.put("rank", level.rank());
    json.put("name", level.name());
    json.put("version", level.version());
    json.put("from", level.from().text());
    json.put("onlyFor", level.onlyFor());
    json.put("includes", level.includes());
    json.put("sets", level.sets());
    json.put("requirements", level.requirements().stream().map(SchemeJson::of).toList());
    json.put("terms", level.terms().stream().map(SchemeJson::of).toList());
    json.put("unknown", level.unknown());
    json.put("assessor", SchemeText.word(level.assessor()));
    json.put("sources", level.sources());
    json.put("confidence", SchemeText.word(level.confidence()));
    return json;
  }

  public static Map<String, Object> of(Requirement requirement) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", requirement.id());
    json.put("kind", SchemeText.word(requirement.kind()));
    json.put("text", requirement.text());
    json.put("near", ids(requirement.near()));
    json.put("form", SchemeText.word(requirement.proof().form()));
    json.put("counts", requirement.proof().says());
    json.put("sources", requirement.sources());
    json.put("confidence", SchemeText.word(requirement.confidence()));
    return json;
  }

  private static Map<String, Object> of(Term term) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("end", SchemeText.word(term.end()));
    if (term.end() == Term.End.YEARS) {
      json.put("years", term.years());
    }
    json.put("text", term.text());
    json.put("sources", term.sources());
    json.put("confidence", SchemeText.word(term.confidence()));
    return json;
  }

  public static Map<String, Object> of(Edge edge) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("scheme", edge.scheme());
    json.put("level", edge.level());
    json.put("orHigher", edge.orHigher());
    json.put("toScheme", edge.toScheme());
    json.put("toLevel", edge.toLevel());
    json.put("kind", SchemeText.word(edge.kind()));
    json.put("since", edge.since().text());
    json.put("covers", edge.covers());
    json.put("conditions", edge.conditions());
    json.put("sources", edge.sources());
    json.put("confidence", SchemeText.word(edge.confidence()));
    return json;
  }

  static List<String> ids(List<ProvisionId> provisions) {
    return provisions.stream().map(ProvisionId::value).toList();
  }
}
