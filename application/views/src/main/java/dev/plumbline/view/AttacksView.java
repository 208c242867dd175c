package dev.plumbline.view;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.attack.Attack;
import dev.plumbline.catalogue.attack.Attacks;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The known attacks: ways in, and the provisions, units and probes that concern them. */
public record AttacksView(EditionId edition) {

  /** Prints them. */
  public void print(PrintWriter out) {
    for (Attack attack : Attacks.load()) {
      out.println(
          attack.name()
              + " ("
              + attack.firstSeen()
              + ", confidence "
              + lower(attack.confidence())
              + ")");
      out.println(Text.wrap(attack.summary(), "  "));
      for (Attack.Vector v : attack.vectors()) {
        out.println(Text.wrap("- " + v.summary(), "    "));
        line(out, "ports", v.ports());
        line(out, "closed by", v.provisions().stream().map(ProvisionId::value).toList());
        line(out, "tested by", units(v));
        line(out, "seen by", v.probes().isEmpty() ? List.of("no probe yet") : v.probes());
      }
      out.println();
    }
  }

  /** All of them as plain values. */
  public List<Map<String, Object>> json() {
    return Attacks.load().stream().map(this::json).toList();
  }

  private static void line(PrintWriter out, String name, List<String> values) {
    out.println(Text.wrap(String.format("%-10s ", name) + String.join(", ", values), "      "));
  }

  private List<String> units(Attack.Vector vector) {
    return vector.units().getOrDefault(edition, List.of()).stream().map(UnitId::value).toList();
  }

  private Map<String, Object> json(Attack attack) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", attack.id());
    json.put("name", attack.name());
    json.put("firstSeen", attack.firstSeen());
    json.put("summary", attack.summary());
    json.put("confidence", lower(attack.confidence()));
    json.put("sources", attack.sources());
    json.put("vectors", attack.vectors().stream().map(this::vector).toList());
    return json;
  }

  private Map<String, Object> vector(Attack.Vector v) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", v.id());
    json.put("summary", v.summary());
    json.put("ports", v.ports());
    json.put("provisions", v.provisions().stream().map(ProvisionId::value).toList());
    json.put("units", units(v));
    json.put("probes", v.probes());
    return json;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
