package dev.plumbline.documents;

import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.TableRole;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Product;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.GroupResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts that documents are made from: what the dossier declares, and what became of each
 * provision.
 */
public record DocumentFacts(Dossier dossier, Supply supply, Assessment result) {

  /** Where a fact belongs. */
  record Spot(String file, String key) {}

  /**
   * A declared fact.
   *
   * @param path {@code product.name}, {@code supply.batch}, or a column of the table that plays a
   *     role: {@code user-information.supportEnds}
   * @return empty where it is not declared, blank, or holds characters that no such fact has
   */
  Optional<String> fact(String path) {
    int dot = path.indexOf('.');
    String from = path.substring(0, dot);
    String key = path.substring(dot + 1);
    Optional<String> text =
        switch (from) {
          case "product" -> Optional.ofNullable(product().get(key));
          case "supply" -> Optional.ofNullable(supply.facts().get(key));
          case "standard" -> Optional.ofNullable(standard().get(key));
          default -> rows(from).stream().findFirst().map(r -> r.text(key));
        };
    return text.map(String::strip).filter(t -> !t.isEmpty());
  }

  /** Where a fact is to be filled in. */
  Spot spot(String path) {
    int dot = path.indexOf('.');
    String from = path.substring(0, dot);
    String key = path.substring(dot + 1);
    return switch (from) {
      case "product" -> new Spot("product.yaml", "product." + key);
      case "supply" -> new Spot("supply.yaml", key);
      default -> new Spot("ixit/" + table(from) + ".yaml", key);
    };
  }

  /** The rows of the table that plays a role, by the word of the role. */
  List<IxitEntry> rows(String role) {
    return dossier.ixit().entries(table(role));
  }

  /** Id of the table that plays a role, by its word. */
  String table(String role) {
    return TableRole.of(role).stream()
        .flatMap(r -> result.catalogue().tables(r).stream())
        .map(IxitTable::id)
        .findFirst()
        .orElse(role);
  }

  /** Whether this edition asks for a column. */
  boolean asked(String table, String column) {
    return result.catalogue().table(table).flatMap(t -> t.column(column)).isPresent();
  }

  Optional<GroupResult> provision(String id) {
    return result.groups().filter(g -> g.provision().id().value().equals(id)).findFirst();
  }

  /** Whether the ICS says that a provision does not apply, and its statements support that. */
  boolean notApplicable(String provision) {
    return provision(provision)
        .flatMap(GroupResult::verdict)
        .filter(Verdict.NOT_APPLICABLE::equals)
        .isPresent();
  }

  private Map<String, String> product() {
    Product p = dossier.product();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("manufacturer", p.manufacturer());
    facts.put("name", p.name());
    facts.put("model", p.model());
    facts.put("hardwareVersion", p.hardwareVersion());
    facts.put("softwareVersion", p.softwareVersion());
    return facts;
  }

  private Map<String, String> standard() {
    var edition = result.catalogue().edition();
    return Map.of("document", edition.document(), "testDocument", edition.testDocument());
  }
}
