package dev.plumbline.view.scheme;

import dev.plumbline.catalogue.scheme.Level;
import dev.plumbline.catalogue.scheme.Scheme;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.view.Text;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The schemes that ship, with their levels. */
public record SchemesView(SchemeCatalogue schemes) {

  public static SchemesView load() {
    return new SchemesView(Schemes.load());
  }

  /** Prints them. */
  public void print(PrintWriter out) {
    for (Scheme scheme : schemes.schemes()) {
      out.printf(
          "%-20s %-14s %-9s %s%n",
          scheme.id(),
          SchemeText.word(scheme.kind()),
          SchemeText.word(scheme.state()),
          scheme.name());
      out.println(
          Text.wrap(
              "levels: "
                  + scheme.levels().stream().map(Level::id).collect(Collectors.joining(", ")),
              "    "));
    }
    out.println();
    out.println(
        schemes.schemes().size()
            + " schemes, as of "
            + schemes.asOf()
            + ". 'plumbline schemes show ID' tells what is known of one, and what is not.");
  }

  /** As plain values. */
  public List<Map<String, Object>> json() {
    return schemes.schemes().stream().map(SchemesView::json).toList();
  }

  private static Map<String, Object> json(Scheme scheme) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", scheme.id());
    json.put("name", scheme.name());
    json.put("kind", SchemeText.word(scheme.kind()));
    json.put("state", SchemeText.word(scheme.state()));
    json.put("levels", scheme.levels().stream().map(Level::id).toList());
    return json;
  }
}
