package dev.plumbline.reports.cdxa;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.core.ProvisionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The edition as a standard with requirements: provisions, and under them their test units. */
final class Standards {
  private Standards() {}

  /** How attestations name a provision. */
  static String provision(ProvisionId id) {
    return "provision-" + id;
  }

  static Map<String, Object> of(Catalogue catalogue) {
    List<Map<String, Object>> requirements = new ArrayList<>();
    for (Provision provision : catalogue.provisions().values()) {
      Map<String, Object> requirement = new LinkedHashMap<>();
      requirement.put("bom-ref", provision(provision.id()));
      requirement.put("identifier", provision.id().value());
      requirement.put("descriptions", List.of(provision.title(), provision.summary()));
      requirements.add(requirement);
    }
    for (TestUnit unit : catalogue.units().values()) {
      Map<String, Object> requirement = new LinkedHashMap<>();
      requirement.put("bom-ref", "unit-" + unit.id());
      requirement.put("identifier", unit.id().value());
      requirement.put("descriptions", List.of(unit.check()));
      requirement.put("parent", provision(unit.id().provision()));
      requirements.add(requirement);
    }
    Map<String, Object> standard = new LinkedHashMap<>();
    standard.put("bom-ref", "standard");
    standard.put("name", catalogue.edition().document());
    standard.put("version", catalogue.edition().id().version());
    standard.put("owner", "ETSI");
    standard.put("requirements", requirements);
    return standard;
  }
}
