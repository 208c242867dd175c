package dev.plumbline.view.scheme;

import dev.plumbline.catalogue.Confidence;
import dev.plumbline.catalogue.scheme.Edge;
import dev.plumbline.catalogue.scheme.Level;
import dev.plumbline.catalogue.scheme.ProvisionSet;
import dev.plumbline.catalogue.scheme.Requirement;
import dev.plumbline.catalogue.scheme.Scheme;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.SchemeFact;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A scheme as text: facts, sets, levels, recognition, sources. */
public final class SchemeText {
  private static final String INDENT = "    ";

  private final SchemeCatalogue schemes;
  private final Style style;
  private final List<String> lines = new ArrayList<>();
  private final TreeSet<String> sources = new TreeSet<>();

  private SchemeText(SchemeCatalogue schemes, Style style) {
    this.schemes = schemes;
    this.style = style;
  }

  public static List<String> lines(Scheme scheme, SchemeCatalogue schemes, Style style) {
    SchemeText text = new SchemeText(schemes, style);
    text.lines.add(style.bold(scheme.name()));
    text.lines.add(
        scheme.id()
            + ", "
            + word(scheme.kind())
            + ", "
            + word(scheme.state())
            + "; facts as of "
            + schemes.asOf());
    scheme.facts().forEach((topic, facts) -> text.topic(word(topic), facts));
    scheme.sets().forEach(text::set);
    scheme.levels().forEach(text::level);
    text.recognition(scheme);
    text.sources();
    return List.copyOf(text.lines);
  }

  private void topic(String name, List<SchemeFact> facts) {
    title(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    facts.forEach(
        f ->
            item(
                f.known()
                    ? f.text() + " " + from(f.sources(), f.confidence())
                    : style.yellow("unknown:") + " " + f.text()));
  }

  private void set(ProvisionSet set) {
    title("Set " + set.id());
    String edition = set.edition().map(e -> "V" + e).orElse("unknown edition");
    String which =
        switch (set.selection()) {
          case LISTED ->
              set.listed().stream().map(ProvisionId::value).collect(Collectors.joining(", "));
          case MANDATORY -> "all requirements";
          case ANSWERED -> "all recommendations, met or declined with a reason";
        };
    item(which + " (" + edition + ", " + word(set.basis()) + ")");
    item((set.note() + " " + from(set.sources(), set.confidence())).strip());
  }

  private void level(Level level) {
    title("Level " + level.id() + ": " + level.name());
    item("From " + level.from() + "; assessment: " + word(level.assessor()) + ".");
    if (!level.version().isEmpty()) {
      item("As described in " + level.version() + ".");
    }
    if (!level.onlyFor().isEmpty()) {
      item("Only for " + level.onlyFor() + ".");
    }
    named("Includes level ", level.includes());
    named("Asks for the set ", level.sets());
    for (Requirement r : level.requirements()) {
      String near =
          r.near().isEmpty()
              ? ""
              : " Near: "
                  + r.near().stream().map(ProvisionId::value).collect(Collectors.joining(", "))
                  + ".";
      item(r.id() + " (" + word(r.kind()) + "): " + r.text() + near + trust(r.confidence()));
      lines.add(Text.wrap("Counts: " + r.proof().says(), INDENT + "  "));
      sources.addAll(r.sources());
    }
    level
        .terms()
        .forEach(t -> item("Holds: " + t.text() + " " + from(t.sources(), t.confidence())));
    level.unknown().forEach(u -> item(style.yellow("unknown:") + " " + u));
    item(from(level.sources(), level.confidence()));
  }

  private void named(String what, List<String> ids) {
    if (!ids.isEmpty()) {
      item(what + String.join(", ", ids) + ".");
    }
  }

  private void recognition(Scheme scheme) {
    List<Edge> edges =
        schemes.recognition().stream()
            .filter(e -> e.scheme().equals(scheme.id()) || e.toScheme().equals(scheme.id()))
            .toList();
    if (!edges.isEmpty()) {
      title("Recognition between schemes");
    }
    edges.forEach(e -> item(edge(e) + " " + from(e.sources(), e.confidence())));
  }

  /** An edge in a sentence, with its conditions. */
  static String edge(Edge e) {
    return (e.scheme()
            + " "
            + e.level()
            + (e.orHigher() ? " or higher" : "")
            + " → "
            + e.toScheme()
            + " "
            + e.toLevel()
            + ": "
            + word(e.kind())
            + " since "
            + e.since()
            + ", "
            + e.covers()
            + ". "
            + String.join(" ", e.conditions()))
        .strip();
  }

  private void sources() {
    title("Sources");
    sources.forEach(
        id -> {
          var source = schemes.sources().get(id);
          if (source != null) {
            item(id + " (" + source.kind() + "): " + source.what());
          }
        });
  }

  private String from(List<String> ids, Confidence confidence) {
    sources.addAll(ids);
    return "[" + String.join(", ", ids) + "; " + word(confidence) + "]";
  }

  private static String trust(Confidence confidence) {
    return confidence == Confidence.HIGH ? "" : " [" + word(confidence) + "]";
  }

  private void title(String text) {
    lines.add("");
    lines.add(style.bold(text));
  }

  private void item(String text) {
    lines.add(Text.wrap("- " + text, INDENT));
  }

  /** A constant as people write it. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
