package dev.plumbline.reports.oscal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The profile over the catalog. */
final class ProfileTree {
  private ProfileTree() {}

  static Map<String, Object> tree(Oscal oscal) {
    Map<String, Object> select = new LinkedHashMap<>();
    select.put("href", OscalCatalogReport.FILE);
    select.put("include-all", Map.of());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("imports", List.of(select));
    body.put("merge", Map.of("as-is", true));
    return oscal.document(
        "profile",
        oscal.catalogueUuid("profile"),
        "All provisions of " + oscal.assessment().catalogue().edition().document(),
        body);
  }
}
