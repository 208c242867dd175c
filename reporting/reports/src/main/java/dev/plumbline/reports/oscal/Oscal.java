package dev.plumbline.reports.oscal;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.Product;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.plan.Standing;
import dev.plumbline.reports.NamedUuid;
import dev.plumbline.reports.ReportContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the OSCAL documents of one assessment share: identities, and how they begin. */
record Oscal(Assessment assessment, ReportContext context) {
  static final String VERSION = "1.1.2";

  /** Namespace of properties that are ours. */
  static final String OURS = "urn:plumbline:oscal:1";

  /** Identity of a thing of this product's assessment: the same in every run and document. */
  String uuid(String kind, String id) {
    Product p = assessment.product();
    return NamedUuid.of(
        List.of(
            assessment.catalogue().edition().id().version(),
            p.manufacturer(),
            p.name(),
            p.model(),
            p.hardwareVersion(),
            p.softwareVersion(),
            kind,
            id));
  }

  /** Identity of a thing of the catalogue: the same for every product. */
  String catalogueUuid(String kind) {
    return NamedUuid.of(List.of(assessment.catalogue().digest().hex(), kind));
  }

  /** The device under test, as every document names it. */
  String device() {
    return uuid("component", "device");
  }

  static String control(ProvisionId provision) {
    return "p-" + provision.value();
  }

  static String statement(ProvisionId provision) {
    return control(provision) + "_smt";
  }

  static String objective(UnitId unit) {
    return "u-" + unit.value();
  }

  /** A document: its root, with identity and metadata. */
  Map<String, Object> document(String root, String uuid, String title, Map<String, Object> body) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("title", OscalText.markup(title));
    metadata.put("last-modified", context.at().toString());
    metadata.put("version", OscalText.value(context.at().toString()));
    metadata.put("oscal-version", VERSION);
    metadata.put("props", List.of(prop("tool", context.tool())));
    if (!assessment.remarks().isEmpty()) {
      metadata.put("remarks", OscalText.markup(String.join(" ", assessment.remarks())));
    }
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("uuid", uuid);
    content.put("metadata", metadata);
    content.putAll(body);
    return Map.of(root, content);
  }

  String product() {
    Product p = assessment.product();
    return p.manufacturer()
        + " "
        + p.name()
        + " "
        + p.model()
        + ", software "
        + p.softwareVersion();
  }

  /** An object with two fields, in this order. */
  static Map<String, Object> pair(String first, Object one, String second, Object two) {
    Map<String, Object> pair = new LinkedHashMap<>();
    pair.put(first, one);
    pair.put(second, two);
    return pair;
  }

  /** A property that OSCAL itself knows. */
  static Map<String, Object> standard(String name, String value) {
    return pair("name", name, "value", value);
  }

  static Map<String, Object> prop(String name, String value) {
    Map<String, Object> prop = new LinkedHashMap<>();
    prop.put("name", name);
    prop.put("ns", OURS);
    prop.put("value", OscalText.value(value));
    return prop;
  }

  /** Provisions that are in the plan, or would be if the ICS had answered them. */
  List<GroupResult> reviewed() {
    return assessment.groups().filter(Oscal::isReviewed).toList();
  }

  static boolean isReviewed(GroupResult group) {
    return group.standing() != Standing.DECLINED
        && group.standing() != Standing.NOT_APPLICABLE
        && group.verdict().isPresent();
  }

  /**
   * The controls that were looked at, by name; those that do not apply or were declined are not.
   */
  Map<String, Object> reviewedControls() {
    List<Map<String, Object>> controls =
        reviewed().stream()
            .map(g -> Map.<String, Object>of("control-id", control(g.provision().id())))
            .toList();
    Map<String, Object> selection = new LinkedHashMap<>();
    selection.put(
        "description",
        "Provisions that the supplier claims, refuses or has not settled. Those that do not apply,"
            + " and recommendations declined with a reason, are not reviewed.");
    if (!controls.isEmpty()) {
      selection.put("include-controls", controls);
    }
    return Map.of("control-selections", List.of(selection));
  }
}
