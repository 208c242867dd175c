package dev.plumbline.app.importing;

import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.observation.software.SoftwareComponents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The components that were found, as a CycloneDX 1.6 document.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">the format</a>
 */
public final class SoftwareList {
  private SoftwareList() {}

  /**
   * The document; it says of itself that it is incomplete, as only what is recognised is listed.
   */
  public static Map<String, Object> of(Product product, List<Observation> observations) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("bomFormat", "CycloneDX");
    document.put("specVersion", "1.6");
    document.put("version", 1);
    document.put("metadata", Map.of("component", device(product)));
    document.put("components", components(observations));
    document.put("compositions", List.of(Map.of("aggregate", "incomplete")));
    return document;
  }

  private static Map<String, Object> device(Product product) {
    Map<String, Object> device = new LinkedHashMap<>();
    device.put("type", "firmware");
    device.put("name", product.name());
    device.put("version", product.softwareVersion());
    return device;
  }

  private static List<Map<String, Object>> components(List<Observation> observations) {
    return observations.stream()
        .flatMap(o -> o.as(SoftwareComponents.class).stream())
        .flatMap(s -> s.components().stream())
        .map(SoftwareList::component)
        .distinct()
        .toList();
  }

  private static Map<String, Object> component(SoftwareComponents.Component found) {
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("type", "application");
    put(component, "name", Optional.of(found.name()));
    put(component, "version", found.version());
    put(component, "purl", found.purl());
    put(component, "cpe", found.cpe());
    found
        .place()
        .ifPresent(
            place ->
                component.put(
                    "evidence", Map.of("occurrences", List.of(Map.of("location", place)))));
    return component;
  }

  private static void put(Map<String, Object> component, String field, Optional<String> text) {
    text.filter(t -> !t.isEmpty()).ifPresent(t -> component.put(field, t));
  }
}
