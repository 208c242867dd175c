package dev.plumbline.reports.oscal;

import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Support;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.plan.Standing;
import dev.plumbline.reports.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The system security plan: what the ICS says of each provision, as the supplier's word. */
record SecurityPlanTree(Oscal oscal) {
  static Map<String, Object> tree(Oscal oscal) {
    return new SecurityPlanTree(oscal).tree();
  }

  private Map<String, Object> tree() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("import-profile", Map.of("href", OscalProfileReport.FILE));
    body.put("system-characteristics", characteristics());
    body.put("system-implementation", implementation());
    Map<String, Object> controls = new LinkedHashMap<>();
    controls.put(
        "description", "The answers of the ICS: what the supplier says, not what was found.");
    controls.put(
        "implemented-requirements", oscal.assessment().groups().map(this::requirement).toList());
    body.put("control-implementation", controls);
    return oscal.document(
        "system-security-plan",
        oscal.uuid("system-security-plan", oscal.context().at().toString()),
        "Declaration of " + oscal.product(),
        body);
  }

  private Map<String, Object> characteristics() {
    Product product = oscal.assessment().product();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("system-ids", List.of(systemId(oscal)));
    map.put("system-name", OscalText.value(product.name()));
    map.put("description", OscalText.markup(oscal.product()));
    map.put(
        "props",
        List.of(
            Oscal.prop("hardware-version", product.hardwareVersion()),
            Oscal.prop("software-version", product.softwareVersion()),
            Oscal.prop("unit", product.unit()),
            Oscal.prop("state", product.state())));
    Map<String, Object> information = new LinkedHashMap<>();
    information.put("uuid", oscal.uuid("information-type", ""));
    information.put("title", "Data of the device");
    information.put("description", "Told in the IXIT of the dossier; not graded there.");
    map.put("system-information", Map.of("information-types", List.of(information)));
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("state", "other");
    status.put("remarks", OscalText.markup("State of the device under test: " + product.state()));
    map.put("status", status);
    map.put(
        "authorization-boundary",
        Map.of("description", "The device under test, with the interfaces that the IXIT names."));
    return map;
  }

  static Map<String, Object> systemId(Oscal oscal) {
    Map<String, Object> id = new LinkedHashMap<>();
    id.put("identifier-type", "https://ietf.org/rfc/rfc4122");
    id.put("id", oscal.uuid("system", ""));
    return id;
  }

  private Map<String, Object> implementation() {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("uuid", oscal.uuid("user", ""));
    user.put("title", "Consumer");
    Map<String, Object> device = new LinkedHashMap<>();
    device.put("uuid", oscal.device());
    device.put("type", "this-system");
    device.put("title", OscalText.markup(oscal.assessment().product().name()));
    device.put("description", OscalText.markup(oscal.product()));
    device.put("status", Oscal.pair("state", "other", "remarks", "The dossier does not say."));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("users", List.of(user));
    map.put("components", List.of(device));
    return map;
  }

  private Map<String, Object> requirement(GroupResult group) {
    String id = group.provision().id().value();
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("component-uuid", oscal.device());
    part.put("uuid", oscal.uuid("by-component", id));
    part.put("description", detail(group));
    if (group.standing() == Standing.NOT_APPLICABLE) {
      part.put("implementation-status", status("not-applicable", "As the ICS says."));
    } else if (group.standing() == Standing.CLAIMED) {
      part.put(
          "implementation-status",
          status(
              "implemented", "The supplier's claim; the assessment results say what was found."));
    }
    Map<String, Object> requirement = new LinkedHashMap<>();
    requirement.put("uuid", oscal.uuid("requirement", id));
    requirement.put("control-id", Oscal.control(group.provision().id()));
    requirement.put(
        "props",
        List.of(
            Oscal.prop(
                "ics-support",
                group.answer().map(IcsAnswer::support).map(Support::printed).orElse("none")),
            Oscal.prop("standing", Words.standing(group.standing()))));
    requirement.put("by-components", List.of(part));
    return requirement;
  }

  private static Map<String, Object> status(String state, String remarks) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("state", state);
    status.put("remarks", remarks);
    return status;
  }

  /** The supplier's words about a provision. */
  static String detail(GroupResult group) {
    String detail = group.answer().map(IcsAnswer::detail).orElse("");
    return detail.isBlank() ? "The ICS gives no detail." : OscalText.markup(detail);
  }
}
