package dev.plumbline.reports.oscal;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.Section;
import dev.plumbline.catalogue.TestCase;
import dev.plumbline.catalogue.TestGroup;
import dev.plumbline.catalogue.TestUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalog: a group a section, a control a provision, an objective a test unit. */
record CatalogTree(Catalogue catalogue) {
  static Map<String, Object> tree(Oscal oscal) {
    Catalogue catalogue = oscal.assessment().catalogue();
    return oscal.document(
        "catalog",
        oscal.catalogueUuid("catalog"),
        catalogue.edition().document() + " with " + catalogue.edition().testDocument(),
        Map.of("groups", new CatalogTree(catalogue).groups()));
  }

  private List<Map<String, Object>> groups() {
    List<Map<String, Object>> groups = new ArrayList<>();
    for (Section section : catalogue.edition().sections()) {
      List<Map<String, Object>> controls =
          catalogue.provisions().values().stream()
              .filter(p -> p.id().value().startsWith(section.id() + "-"))
              .map(this::control)
              .toList();
      if (!controls.isEmpty()) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("id", "s-" + section.id());
        group.put("title", OscalText.markup(section.title()));
        group.put("controls", controls);
        groups.add(group);
      }
    }
    return groups;
  }

  private Map<String, Object> control(Provision provision) {
    List<Map<String, Object>> parts = new ArrayList<>();
    parts.add(
        part(
            Oscal.statement(provision.id()),
            "statement",
            provision.title(),
            provision.summary(),
            List.of()));
    Optional.ofNullable(catalogue.groups().get(provision.id()))
        .map(TestGroup::cases)
        .orElse(List.of())
        .forEach(c -> parts.add(testCase(c)));
    Map<String, Object> control = new LinkedHashMap<>();
    control.put("id", Oscal.control(provision.id()));
    control.put("title", OscalText.markup(provision.title()));
    control.put(
        "props",
        List.of(
            Oscal.standard("label", provision.id().value()),
            Oscal.prop("status", provision.printedStatus()),
            Oscal.prop("clause", provision.clause())));
    control.put("parts", parts);
    return control;
  }

  private static Map<String, Object> testCase(TestCase testCase) {
    return part(
        "c-" + testCase.id(),
        "assessment-objective",
        "Test case " + testCase.id(),
        testCase.explained(),
        testCase.units().stream().map(CatalogTree::unit).toList());
  }

  private static Map<String, Object> unit(TestUnit unit) {
    return part(
        Oscal.objective(unit.id()),
        "assessment-objective",
        "Test unit " + unit.id(),
        unit.check(),
        List.of());
  }

  private static Map<String, Object> part(
      String id, String name, String title, String prose, List<Map<String, Object>> parts) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("id", id);
    part.put("name", name);
    part.put("title", OscalText.markup(title));
    part.put("prose", OscalText.markup(prose));
    if (!parts.isEmpty()) {
      part.put("parts", parts);
    }
    return part;
  }
}
