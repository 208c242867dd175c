package dev.plumbline.reports.sarif;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.guidance.Guidance;
import dev.plumbline.catalogue.guidance.ProvisionGuidance;
import dev.plumbline.catalogue.guidance.UnitGuidance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules that results refer to, each once, with our guidance as help. */
final class SarifRules {
  private final Catalogue catalogue;
  private final Guidance guidance = new Guidance();
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<Map<String, Object>> rules = new ArrayList<>();

  SarifRules(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The rules so far, in the order in which they were asked for. */
  List<Map<String, Object>> all() {
    return List.copyOf(rules);
  }

  /** Index of the rule of a test unit. */
  int of(Provision provision, TestUnit unit) {
    return index(
        unit.id().value(),
        provision,
        unit.check(),
        guidance.unit(catalogue.edition().id(), unit.id()));
  }

  /** Index of the rule of a provision that its answer in the ICS alone decides. */
  int of(Provision provision) {
    return index(provision.id().value(), provision, provision.summary(), Optional.empty());
  }

  private int index(String id, Provision provision, String asks, Optional<UnitGuidance> unit) {
    Integer known = places.get(id);
    if (known != null) {
      return known;
    }
    int next = rules.size();
    places.put(id, next);
    rules.add(rule(id, provision, asks, unit));
    return next;
  }

  private Map<String, Object> rule(
      String id, Provision provision, String asks, Optional<UnitGuidance> unit) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", id);
    rule.put("shortDescription", SarifText.message(provision.title()));
    rule.put("fullDescription", SarifText.message(asks));
    rule.put("defaultConfiguration", Map.of("level", level(provision)));
    rule.put("help", help(provision, unit));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("provision", provision.id().value());
    properties.put("status", provision.printedStatus());
    properties.put("standard", catalogue.edition().document());
    properties.put("tags", List.of("security", provision.id().value()));
    rule.put("properties", properties);
    return rule;
  }

  /** A requirement that fails is an error, a recommendation a warning. */
  static String level(Provision provision) {
    return provision.mandatory() ? "error" : "warning";
  }

  private Map<String, Object> help(Provision provision, Optional<UnitGuidance> unit) {
    Map<String, String> parts = new LinkedHashMap<>();
    Optional<ProvisionGuidance> about = guidance.provision(provision.id());
    about.ifPresent(g -> parts.put("What it asks", g.asks()));
    about.ifPresent(g -> parts.put("How it is done", g.done()));
    unit.ifPresent(g -> parts.put("How to look", g.work()));
    unit.ifPresent(g -> parts.put("What counts as pass", g.pass()));
    unit.ifPresent(g -> parts.put("What to keep", g.evidence()));
    about.ifPresent(g -> parts.put("What goes wrong", g.pitfalls()));
    parts.putIfAbsent("What it asks", provision.summary());
    StringBuilder text = new StringBuilder();
    StringBuilder markdown = new StringBuilder();
    parts.forEach(
        (title, part) -> {
          text.append(title).append(": ").append(part.strip()).append("\n\n");
          markdown.append("**").append(title).append("**\n\n").append(part.strip()).append("\n\n");
        });
    Map<String, Object> help = new LinkedHashMap<>();
    help.put("text", SarifText.escaped(text.toString().strip()));
    help.put("markdown", SarifText.escaped(markdown.toString().strip()));
    return help;
  }
}
