package dev.plumbline.reports.oscal;

import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.plan.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The component definition: the device, and the provisions that its supplier claims. */
final class ComponentTree {
  private ComponentTree() {}

  static Map<String, Object> tree(Oscal oscal) {
    List<Map<String, Object>> claimed =
        oscal
            .assessment()
            .groups()
            .filter(g -> g.standing() == Standing.CLAIMED)
            .map(g -> requirement(oscal, g))
            .toList();
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("uuid", oscal.device());
    component.put("type", "hardware");
    component.put("title", OscalText.markup(oscal.assessment().product().name()));
    component.put("description", OscalText.markup(oscal.product()));
    if (!claimed.isEmpty()) {
      Map<String, Object> implementation = new LinkedHashMap<>();
      implementation.put("uuid", oscal.uuid("component-claims", ""));
      implementation.put("source", OscalProfileReport.FILE);
      implementation.put(
          "description",
          "What the supplier claims in the ICS. A claim says nothing of whether it was found"
              + " true.");
      implementation.put("implemented-requirements", claimed);
      component.put("control-implementations", List.of(implementation));
    }
    return oscal.document(
        "component-definition",
        oscal.uuid("component-definition", oscal.context().at().toString()),
        "Claims for " + oscal.product(),
        Map.of("components", List.of(component)));
  }

  private static Map<String, Object> requirement(Oscal oscal, GroupResult group) {
    Map<String, Object> requirement = new LinkedHashMap<>();
    String id = group.provision().id().value();
    requirement.put("uuid", oscal.uuid("component-claim", id));
    requirement.put("control-id", Oscal.control(group.provision().id()));
    requirement.put("description", SecurityPlanTree.detail(group));
    return requirement;
  }
}
