package dev.plumbline.view.edition;

import dev.plumbline.app.EditionChoice;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Condition;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.QuestionKind;
import dev.plumbline.catalogue.TestCase;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.UnitQuestion;
import dev.plumbline.catalogue.guidance.Guidance;
import dev.plumbline.catalogue.guidance.ProvisionGuidance;
import dev.plumbline.catalogue.guidance.UnitGuidance;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entries of the catalogue as name-value maps, for text and JSON alike. */
public record CatalogueEntries(Catalogue catalogue, Guidance guidance) {

  /** The entries of an edition, with the guidance. */
  public static CatalogueEntries of(EditionChoice edition) {
    return new CatalogueEntries(edition.catalogue(), new Guidance());
  }

  public Optional<Map<String, Object>> find(String id) {
    if (UnitId.isValid(id)) {
      return catalogue.unit(new UnitId(id)).map(this::unit);
    }
    if (ProvisionId.isValid(id)) {
      return catalogue.provision(new ProvisionId(id)).map(this::provision);
    }
    if (id.startsWith("condition:")) {
      return label(id)
          .filter(l -> l.matches("\\d{1,3}"))
          .map(l -> catalogue.conditions().get(Integer.valueOf(l)))
          .map(c -> condition("condition", c));
    }
    if (id.startsWith("feature:")) {
      return label(id).map(l -> catalogue.features().get(l)).map(f -> condition("feature", f));
    }
    Optional<TestCase> testCase =
        catalogue.cases().stream().filter(c -> c.id().equals(id)).findFirst();
    return testCase.isPresent()
        ? testCase.map(this::testCase)
        : catalogue.table(id).map(CatalogueEntries::table);
  }

  private static Optional<String> label(String id) {
    return Optional.of(id.substring(id.indexOf(':') + 1));
  }

  private Map<String, Object> provision(Provision p) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("provision", p.id().value());
    entry.put("title", p.title());
    entry.put("document", catalogue.edition().document() + ", clause " + p.clause());
    entry.put("status", p.printedStatus());
    entry.put(
        "conditions",
        p.conditions().stream()
            .map(c -> c + ": " + meaning(catalogue.conditions().get(c)))
            .toList());
    entry.put(
        "features",
        p.features().stream().map(f -> f + ": " + meaning(catalogue.features().get(f))).toList());
    entry.put("notApplicableAllowed", p.naAllowed());
    entry.put("summary", p.summary());
    entry.put("note", p.note());
    Optional<ProvisionGuidance> texts = guidance.provision(p.id());
    texts.ifPresent(t -> entry.putAll(t.texts()));
    texts
        .map(ProvisionGuidance::differs)
        .filter(d -> !d.isEmpty())
        .ifPresent(d -> entry.put("differs", d));
    entry.put("units", units(p.id()));
    entry.put("source", p.source());
    entry.put("confidence", p.confidence().name().toLowerCase(Locale.ROOT));
    return entry;
  }

  private List<String> units(ProvisionId id) {
    return Optional.ofNullable(catalogue.groups().get(id)).stream()
        .flatMap(g -> g.cases().stream())
        .flatMap(c -> c.units().stream())
        .map(u -> u.id().value())
        .toList();
  }

  private static String meaning(@Nullable Condition condition) {
    return condition == null ? "UNKNOWN" : condition.meaning();
  }

  private Map<String, Object> unit(TestUnit u) {
    Map<String, Object> entry = new LinkedHashMap<>();
    TestCase parent =
        catalogue.cases().stream()
            .filter(c -> c.id().equals(u.id().caseId()))
            .findFirst()
            .orElseThrow();
    entry.put("unit", u.id().value());
    entry.put("document", catalogue.edition().testDocument());
    entry.put("case", parent.explained());
    entry.put("kind", u.kind().name().toLowerCase(Locale.ROOT));
    entry.put("subject", u.scope().name().toLowerCase(Locale.ROOT));
    u.table().ifPresent(t -> entry.put("table", t));
    entry.put("alsoUses", u.alsoUses());
    entry.put("selects", u.selects());
    entry.put("check", u.check());
    UnitId id = u.id();
    entry.put(
        "question",
        catalogue.question(id).map(CatalogueEntries::question).orElse("a person decides it alone"));
    Optional<UnitGuidance> texts = guidance.unit(catalogue.edition().id(), id);
    texts.ifPresent(
        t -> {
          entry.put("do", t.work());
          entry.put("pass", t.pass());
          entry.put("evidence", t.evidence());
        });
    entry.put("passConditions", parent.pass());
    entry.put("passSource", parent.passSource());
    catalogue.rule(id).flatMap(r -> r.select()).ifPresent(s -> entry.put("selectRule", s));
    catalogue.rule(id).flatMap(r -> r.holds()).ifPresent(r -> entry.put("rule", r));
    entry.put("automation", u.automation());
    entry.put("technique", u.technique());
    u.predecessor().ifPresent(p -> entry.put("predecessor", p.value()));
    return entry;
  }

  /** Whether a machine can pass the unit, and why. */
  private static String question(UnitQuestion q) {
    return q.kind().name().toLowerCase(Locale.ROOT)
        + (q.kind() == QuestionKind.OPEN
            ? " (a machine searches, a person confirms): "
            : " (a machine can pass it): ")
        + q.because();
  }

  private Map<String, Object> testCase(TestCase c) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("case", c.id());
    entry.put("document", catalogue.edition().testDocument());
    entry.put("kind", c.kind());
    entry.put("purpose", c.explained());
    entry.put("verdictRule", c.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    entry.put("passConditions", c.pass());
    entry.put("passSource", c.passSource());
    entry.put("units", c.units().stream().map(u -> u.id() + ": " + u.check()).toList());
    return entry;
  }

  private static Map<String, Object> table(IxitTable t) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("table", t.id());
    entry.put("title", t.name());
    entry.put("purpose", t.purpose());
    entry.put("form", t.single() ? "one record" : "rows");
    entry.put("columns", t.columns().stream().map(CatalogueEntries::column).toList());
    entry.put("typedFields", t.fields().stream().map(CatalogueEntries::column).toList());
    entry.put("confidence", t.confidence().name().toLowerCase(Locale.ROOT));
    return entry;
  }

  private static String column(IxitColumn c) {
    String choices = c.values().isEmpty() ? "" : " [" + String.join(" | ", c.values()) + "]";
    String refs = c.refs().isEmpty() ? "" : " -> " + String.join(", ", c.refs());
    String unknown = c.proForma() ? "" : " (unknown whether the pro forma has it)";
    return c.key()
        + " ("
        + c.type().name().toLowerCase(Locale.ROOT)
        + ")"
        + refs
        + choices
        + ": "
        + c.meaning()
        + unknown;
  }

  private static Map<String, Object> condition(String kind, Condition c) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put(kind, c.label());
    entry.put("title", c.key());
    entry.put("meaning", c.meaning());
    entry.put("usedBy", c.usedBy().stream().map(ProvisionId::value).toList());
    entry.put("confidence", c.confidence().name().toLowerCase(Locale.ROOT));
    return entry;
  }
}
