package dev.plumbline.catalogue.profile;

import dev.plumbline.catalogue.CaseRule;
import dev.plumbline.catalogue.CatalogueException;
import dev.plumbline.catalogue.Confidence;
import dev.plumbline.catalogue.Fields;
import dev.plumbline.catalogue.Kind;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.TestCase;
import dev.plumbline.catalogue.TestGroup;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.UnitScope;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a provision of a profile with its cases and units, which make its test group. */
final class ProvisionReader {
  private static final List<String> PROVISION =
      List.of(
          "id",
          "title",
          "status",
          "summary",
          "conditions",
          "features",
          "naAllowed",
          "note",
          "source",
          "confidence",
          "cases");
  private static final List<String> CASE = List.of("id", "kind", "purpose", "pass", "units");
  private static final List<String> UNIT =
      List.of("id", "kind", "scope", "table", "alsoUses", "selects", "check");

  private final ProfileReader reader;
  private final Map<String, Mapping> nodes;

  ProvisionReader(ProfileReader reader, Map<String, Mapping> nodes) {
    this.reader = reader;
    this.nodes = nodes;
  }

  /** A provision with the group that tests it. */
  record Tested(Provision provision, TestGroup group) {}

  Tested read(Fields p) {
    reader.keys(p, PROVISION);
    ProvisionId id = new ProvisionId(p.need("id"));
    nodes.putIfAbsent("provision " + id, p.node());
    Confidence confidence = p.oneOf(Confidence.class, "confidence");
    List<TestCase> cases = reader.all(p, "cases", c -> testCase(c, id));
    List<String> tables =
        cases.stream()
            .flatMap(c -> c.units().stream())
            .flatMap(u -> Stream.concat(u.table().stream(), u.alsoUses().stream()))
            .distinct()
            .toList();
    return new Tested(
        provision(p, id, confidence),
        new TestGroup(id, p.need("title"), tables, p.text("note"), confidence, cases));
  }

  private static Provision provision(Fields p, ProvisionId id, Confidence confidence) {
    String status = p.need("status");
    if (!status.equals("M") && !status.equals("R")) {
      throw new CatalogueException(
          ProfileReader.place(p, "status"), "the status is M or R, not " + status);
    }
    return new Provision(
        id,
        p.need("title"),
        id.section(),
        status.equals("M"),
        status,
        p.texts("conditions").stream().map(Integer::valueOf).toList(),
        p.texts("features"),
        p.flag("naAllowed"),
        true,
        Optional.empty(),
        p.need("summary"),
        List.of(),
        p.text("note"),
        p.need("source"),
        confidence);
  }

  private TestCase testCase(Fields c, ProvisionId provision) {
    reader.keys(c, CASE);
    String id = c.need("id");
    if (!id.matches("\\Q" + provision + "\\E-\\d{1,2}")) {
      throw new CatalogueException(
          ProfileReader.place(c, "id"),
          "a case of " + provision + " is numbered " + provision + "-1");
    }
    return new TestCase(
        id,
        c.oneOf(Kind.class, "kind").name().toLowerCase(java.util.Locale.ROOT),
        c.need("purpose"),
        CaseRule.ALL_OF,
        false,
        false,
        c.texts("pass"),
        "own-inference",
        reader.all(c, "units", u -> unit(u, id)));
  }

  private TestUnit unit(Fields u, String testCase) {
    reader.keys(u, UNIT);
    UnitId id = new UnitId(u.need("id"));
    if (!id.caseId().equals(testCase)) {
      throw new CatalogueException(
          ProfileReader.place(u, "id"), "a unit of " + testCase + " is numbered " + testCase + "a");
    }
    nodes.putIfAbsent("unit " + id, u.node());
    return new TestUnit(
        id,
        u.oneOf(Kind.class, "kind"),
        "assess",
        u.oneOf(UnitScope.class, "scope"),
        u.optional("table"),
        u.texts("alsoUses"),
        u.text("selects"),
        u.text("check"),
        List.of(),
        "",
        List.of(),
        Optional.empty(),
        "new",
        "",
        "",
        false);
  }
}
