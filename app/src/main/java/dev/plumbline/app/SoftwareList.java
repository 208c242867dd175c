package dev.plumbline.app;

import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The components that were found, as a CycloneDX 1.6 document.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">the format</a>
 */
public final class SoftwareList {
  private static final String KEY = "software.components";

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
        .filter(o -> o.key().equals(KEY) && o.seen())
        .flatMap(
            o -> o.value().get("components") instanceof List<?> l ? l.stream() : List.of().stream())
        .filter(Map.class::isInstance)
        .map(c -> component((Map<?, ?>) c))
        .distinct()
        .toList();
  }

  private static Map<String, Object> component(Map<?, ?> found) {
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("type", "application");
    for (String field : List.of("name", "version", "purl", "cpe")) {
      if (found.get(field) instanceof String s && !s.isEmpty()) {
        component.put(field, s);
      }
    }
    if (found.get("place") instanceof String place) {
      component.put("evidence", Map.of("occurrences", List.of(Map.of("location", place))));
    }
    return component;
  }
}
