package dev.plumbline.reports.openvex;

import dev.plumbline.observation.software.VexStatements;
import dev.plumbline.reports.Visible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One statement of somebody.
 *
 * @param author who said it; empty when the file does not tell
 * @param status in the words of OpenVEX, or another word of the file
 * @param justification the file's reason
 */
record VexStatement(
    String author,
    String vulnerability,
    List<String> products,
    String status,
    String justification,
    String detail) {
  /** The reasons that OpenVEX knows, with those of CycloneDX that mean the same. */
  private static final Map<String, String> JUSTIFICATIONS =
      Map.of(
          "component_not_present", "component_not_present",
          "vulnerable_code_not_present", "vulnerable_code_not_present",
          "code_not_present", "vulnerable_code_not_present",
          "vulnerable_code_not_in_execute_path", "vulnerable_code_not_in_execute_path",
          "code_not_reachable", "vulnerable_code_not_in_execute_path",
          "vulnerable_code_cannot_be_controlled_by_adversary",
              "vulnerable_code_cannot_be_controlled_by_adversary",
          "inline_mitigations_already_exist", "inline_mitigations_already_exist");

  private static final Set<String> RELIEVING = Set.of("not_affected", "fixed");

  private static final Set<String> STATUSES =
      Set.of("affected", "not_affected", "fixed", "under_investigation");

  VexStatement {
    products = List.copyOf(products);
  }

  static List<VexStatement> in(VexStatements file) {
    return file.statements().stream()
        .map(
            s ->
                new VexStatement(
                    file.author().orElse(""),
                    s.vulnerability().strip(),
                    s.products().orElse(List.of()),
                    s.status().strip(),
                    s.justification().orElse("").strip(),
                    s.detail().orElse("").strip()))
        .toList();
  }

  /**
   * The statement about a product, as OpenVEX asks for it. Empty where it cannot be said without
   * adding to it: another status, "not affected" without any reason, or relief that names no
   * package. What it was said of may then be another thing than this product, which would be
   * relieved as a whole.
   */
  Optional<Map<String, Object>> statement(String product) {
    if (!STATUSES.contains(status) || vulnerability.isEmpty()) {
      return Optional.empty();
    }
    if (RELIEVING.contains(status) && packages().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("vulnerability", Map.of("name", Visible.of(vulnerability)));
    statement.put("products", List.of(product(product)));
    statement.put("status", status);
    if (status.equals("not_affected")) {
      Optional<String> known = Optional.ofNullable(JUSTIFICATIONS.get(justification));
      String impact = (known.isPresent() ? "" : justification + " ") + detail;
      if (known.isEmpty() && impact.isBlank()) {
        return Optional.empty();
      }
      known.ifPresent(j -> statement.put("justification", j));
      if (!impact.isBlank()) {
        statement.put("impact_statement", Visible.of(impact.strip()));
      }
    } else if (status.equals("affected")) {
      statement.put(
          "action_statement",
          detail.isEmpty() ? "The statement names no action." : Visible.of(detail));
    }
    if (!author.isEmpty()) {
      statement.put("supplier", Visible.of(author));
    }
    statement.put("status_notes", notes());
    return Optional.of(statement);
  }

  private Map<String, Object> product(String id) {
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("@id", id);
    List<Map<String, Object>> parts = packages();
    if (!parts.isEmpty()) {
      product.put("subcomponents", parts);
    }
    return product;
  }

  /** The packages that it was said of, by their URL. */
  private List<Map<String, Object>> packages() {
    return products.stream()
        .filter(p -> p.startsWith("pkg:"))
        .map(p -> Map.<String, Object>of("@id", Visible.of(p)))
        .toList();
  }

  private String notes() {
    return Visible.of(
        "As stated"
            + (author.isEmpty() ? "" : " by " + author)
            + (products.isEmpty() ? "" : " of " + String.join(", ", products))
            + " in an imported file.");
  }
}
