package dev.plumbline.catalogue;

import dev.plumbline.core.Digest;
import dev.plumbline.core.NumberOrder;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads a shipped edition. */
public final class CatalogueLoader {
  private static final String ROOT = "standards/";

  /** A release never changes, and a catalogue cannot be changed: one of each edition is enough. */
  private static final Map<EditionId, Catalogue> LOADED = new ConcurrentHashMap<>();

  private final EditionId id;
  private final Resources files = new Resources();

  private CatalogueLoader(EditionId id) {
    this.id = id;
  }

  /**
   * The edition, whole; read once.
   *
   * @throws CatalogueException if a file is missing or malformed; that is a defect of the release
   */
  public static Catalogue load(EditionId id) {
    return LOADED.computeIfAbsent(id, i -> new CatalogueLoader(i).load());
  }

  /** Whether it is the shipped edition itself, and nothing that a profile made of it. */
  @SuppressWarnings("ReferenceEquality")
  public static boolean isShipped(Catalogue catalogue) {
    return LOADED.get(catalogue.edition().id()) == catalogue;
  }

  /** Every edition, oldest first. */
  public static Map<EditionId, Catalogue> all() {
    Map<EditionId, Catalogue> editions = new LinkedHashMap<>();
    for (EditionId id : EditionId.all()) {
      editions.put(id, load(id));
    }
    return Collections.unmodifiableMap(editions);
  }

  private Catalogue load() {
    Edition edition = edition();
    List<Provision> provisions = new ArrayList<>();
    List<TestGroup> groups = new ArrayList<>();
    Map<UnitId, UnitRule> rules = new LinkedHashMap<>();
    for (Section section : edition.sections()) {
      Fields file = read(standard() + "provisions/" + section.id() + ".yaml");
      file.list("provisions").forEach(p -> provisions.add(provision(p)));
      Fields tests = read(test() + "groups/" + section.id() + ".yaml");
      tests.list("groups").forEach(g -> groups.add(group(g)));
      files
          .find(ROOT + test() + "rules/" + section.id() + ".yaml")
          .ifPresent(m -> RuleFile.read(m).forEach(r -> rules.put(r.unit(), r)));
    }
    Map<UnitId, TestUnit> units = new LinkedHashMap<>();
    groups.stream()
        .flatMap(g -> g.cases().stream())
        .flatMap(c -> c.units().stream())
        .forEach(u -> units.put(u.id(), u));
    return new Catalogue(
        edition,
        Catalogue.index(provisions, Provision::id),
        Catalogue.index(conditions("conditions", "number"), c -> Integer.parseInt(c.label())),
        Catalogue.index(conditions("features", "letter"), Condition::label),
        Catalogue.index(groups, TestGroup::id),
        Catalogue.index(tables(), IxitTable::id),
        rules,
        units,
        questions(),
        Digest.ofParts(files.texts()));
  }

  private Edition edition() {
    Fields en = read(standard() + "edition.yaml");
    Fields ts = read(test() + "edition.yaml");
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Fields file : List.of(en, ts)) {
      file.child("counts")
          .ifPresent(c -> c.node().fields().keySet().forEach(k -> counts.put(k, c.number(k))));
    }
    return new Edition(
        id,
        en.need("document"),
        en.need("published"),
        en.need("testDocument"),
        en.need("testPublished"),
        en.list("sections").stream().map(s -> new Section(s.need("id"), s.need("title"))).toList(),
        en.need("naRule"),
        en.oneOf(Confidence.class, "naRuleConfidence"),
        ts.child("rollUp").orElse(ts).need("rule"),
        ts.child("rollUp").orElse(ts).oneOf(Confidence.class, "confidence"),
        counts,
        provenance(en),
        provenance(ts));
  }

  private static Provenance provenance(Fields file) {
    Fields p = file.child("provenance").orElse(file);
    return new Provenance(p.need("method"), p.texts("sources"), file.texts("unknown"));
  }

  private static Provision provision(Fields p) {
    return new Provision(
        new ProvisionId(p.need("id")),
        p.text("title"),
        p.need("clause"),
        p.need("status").equals("M"),
        p.need("printedStatus"),
        p.texts("conditions").stream().map(Integer::valueOf).toList(),
        p.texts("features"),
        p.flag("naAllowed"),
        p.flag("inTableB1"),
        p.optional("predecessor").map(ProvisionId::new),
        p.need("summary"),
        p.texts("keywords"),
        p.text("note"),
        p.text("source"),
        p.oneOf(Confidence.class, "confidence"));
  }

  private List<Condition> conditions(String name, String label) {
    return read(standard() + name + ".yaml").list(name).stream()
        .map(
            c ->
                new Condition(
                    c.need(label),
                    c.need("key"),
                    c.need("meaning"),
                    c.provisions("usedBy"),
                    c.oneOf(Confidence.class, "confidence")))
        .toList();
  }

  private static TestGroup group(Fields g) {
    return new TestGroup(
        new ProvisionId(g.need("id")),
        g.need("title"),
        g.texts("tables"),
        g.text("note"),
        g.oneOf(Confidence.class, "confidence"),
        g.list("cases").stream().map(CatalogueLoader::testCase).toList());
  }

  private static TestCase testCase(Fields c) {
    return new TestCase(
        c.need("id"),
        c.need("kind"),
        c.need("purpose"),
        c.oneOf(CaseRule.class, "verdict"),
        c.flag("passWhenFeatureAbsent"),
        c.flag("passWhenNotObtainable"),
        c.texts("pass"),
        c.need("passSource"),
        c.list("units").stream().map(CatalogueLoader::unit).toList(),
        c.texts("alternatives").stream().map(a -> List.of(a.split("\\s*&\\s*"))).toList(),
        c.text("unknown"));
  }

  private static TestUnit unit(Fields u) {
    return new TestUnit(
        new UnitId(u.need("id")),
        u.oneOf(Kind.class, "kind"),
        u.text("mode"),
        u.oneOf(UnitScope.class, "scope"),
        u.optional("table"),
        u.texts("alsoUses"),
        u.text("selects"),
        u.need("check"),
        u.units("reuses"),
        u.text("reusesLeaveOpen"),
        u.texts("dependsOn"),
        u.optional("predecessor").map(UnitId::new),
        u.text("sincePrevious"),
        u.text("automation"),
        u.text("technique"),
        u.flag("toolBenchmark"));
  }

  private Map<UnitId, UnitQuestion> questions() {
    Map<UnitId, UnitQuestion> questions = new LinkedHashMap<>();
    for (Fields q : read(test() + "questions.yaml").list("questions")) {
      UnitQuestion question =
          new UnitQuestion(
              new UnitId(q.need("unit")),
              q.optional("check"),
              Set.copyOf(q.texts("asks")),
              q.oneOf(QuestionKind.class, "question"),
              q.need("because"),
              q.node().place());
      UnitQuestion other = questions.putIfAbsent(question.unit(), question);
      if (other != null) {
        throw new CatalogueException(
            question.place(), question.unit() + " stands at " + other.place() + " already");
      }
    }
    return questions;
  }

  private List<IxitTable> tables() {
    return read(test() + "tables/index.yaml").texts("tables").stream()
        .map(t -> IxitTableReader.table(read(test() + "tables/" + t + ".yaml")))
        .sorted(Comparator.comparing(IxitTable::id, NumberOrder.INSTANCE))
        .toList();
  }

  private Fields read(String path) {
    Mapping mapping = files.read(ROOT + path);
    return new Fields(mapping);
  }

  private String standard() {
    return "en303645/" + id.version() + "/";
  }

  private String test() {
    return "ts103701/" + id.testVersion() + "/";
  }
}
