package dev.plumbline.wild;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a result says of one item.
 *
 * @param kind of the finding
 * @param plannedBy probe, rule or assessor
 */
record ItemVerdict(
    String unit, String subject, String verdict, String kind, String plannedBy, String reason) {
  /** Stands for all units. */
  static final String ANY = "*";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The items of a result.json. */
  static List<ItemVerdict> read(Path result) {
    List<ItemVerdict> items = new ArrayList<>();
    for (JsonNode section : JSON.readTree(result).path("sections")) {
      for (JsonNode provision : section.path("provisions")) {
        for (JsonNode group : provision.path("cases")) {
          for (JsonNode unit : group.path("units")) {
            for (JsonNode item : unit.path("items")) {
              items.add(
                  new ItemVerdict(
                      unit.path("unit").asString(),
                      item.path("subject").asString(),
                      item.path("verdict").asString(),
                      item.path("finding").path("kind").asString(),
                      item.path("plannedBy").asString(),
                      item.path("finding").path("reason").asString()));
            }
          }
        }
      }
    }
    return items;
  }

  /** Whether a ground truth, UNIT or UNIT@ROW, names this item. */
  boolean isNamedBy(String truth) {
    int at = truth.indexOf('@');
    if (truth.equals(ANY)) {
      return true;
    }
    if (at < 0) {
      return unit.equals(truth);
    }
    String row = truth.substring(at + 1);
    return unit.equals(truth.substring(0, at))
        && (subject.equals(row) || subject.endsWith("/" + row) || subject.endsWith("@" + row));
  }

  boolean passes() {
    return verdict.equals("PASS");
  }

  boolean fails() {
    return verdict.equals("FAIL");
  }

  boolean isSearched() {
    return kind.equals("searched");
  }

  /** Whether the FAIL is that of another item, named in the reason, which counts for itself. */
  boolean isTakenOver() {
    return reason.startsWith("Taken over from ");
  }

  String place() {
    return subject.isEmpty() ? unit : unit + "@" + subject;
  }
}
