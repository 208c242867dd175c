package dev.plumbline.probes.httpsurface;

import dev.plumbline.probes.data.DataFile;
import dev.plumbline.probes.http.HtmlPage;
import dev.plumbline.probes.http.HttpResponse;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer gives away, by the patterns of {@code disclosures.yaml}. */
final class Disclosures {
  private static final int READ = 65_536;
  private static final int MAX_FACTS = 60;
  private static final int MAX_EACH = 4;
  private static final Pattern PRODUCT = Pattern.compile("([A-Za-z][\\w.-]*)/(\\d[\\w.+-]*)");

  private final List<Kind> kinds;
  private final Set<Fact> facts = new LinkedHashSet<>();
  private final Set<String> looked = new LinkedHashSet<>();

  Disclosures() {
    this.kinds =
        DataFile.mapping(Disclosures.class, "disclosures.yaml").mappings("patterns").stream()
            .map(Kind::of)
            .toList();
  }

  /**
   * A fact given away.
   *
   * @param text what was said; for a secret what kind of secret and where, never the secret
   */
  record Fact(String kind, String text, boolean relevant) {
    Map<String, Object> value() {
      return Map.of("kind", kind, "text", text, "relevant", relevant);
    }
  }

  private record Kind(
      String kind, String what, boolean relevant, boolean notInPages, Pattern pattern) {
    static Kind of(Mapping m) {
      return new Kind(
          m.text("kind").orElseThrow(),
          m.text("what").orElse(""),
          m.text("relevant").map("true"::equals).orElse(false),
          m.text("notInPages").map("true"::equals).orElse(false),
          Pattern.compile(m.text("pattern").orElseThrow()));
    }
  }

  void readHeaders(HttpResponse response) {
    looked.add("headers");
    for (String name : List.of("server", "x-powered-by", "x-generator", "via")) {
      for (String value : response.all(name)) {
        Matcher m = PRODUCT.matcher(value);
        if (m.find()) {
          add(new Fact("product", m.group(1), false));
          add(new Fact("version", m.group(1) + " " + m.group(2), true));
        } else if (!value.isBlank()) {
          add(new Fact("product", shortened(value), false));
        }
      }
    }
    for (String realm : response.all("www-authenticate")) {
      Matcher m = Pattern.compile("realm=\"([^\"]{3,80})\"").matcher(realm);
      if (m.find()) {
        add(new Fact("model", m.group(1), false));
      }
    }
  }

  /** Reads the body of an answer that came without a login. Not scripts, styles and media. */
  void readBody(String path, HttpResponse response, String kind) {
    looked.add("pages");
    boolean code = kind.equals("static") && !path.matches("(?i).*\\.(pem|key|txt|json)");
    if (code || kind.equals("media")) {
      return;
    }
    if (response.isHtml() && HtmlPage.parse(response.text(), path).hasFilledPassword()) {
      add(new Fact("secret", "password filled into a form at " + path, true));
    }
    String text = response.text().substring(0, Math.min(READ, response.text().length()));
    for (Kind each : kinds) {
      if (each.notInPages && response.isHtml()) {
        continue;
      }
      Matcher m = each.pattern.matcher(text);
      for (int i = 0; i < MAX_EACH && m.find(); i++) {
        boolean secret = each.kind.equals("secret");
        String said = secret ? each.what + " at " + path : shortened(m.group(1).strip());
        add(new Fact(each.kind, said, each.relevant));
        if (secret) {
          break;
        }
      }
    }
  }

  private void add(Fact fact) {
    if (facts.size() < MAX_FACTS) {
      facts.add(fact);
    }
  }

  /** Facts and places, with those that another probe found at the same service before. */
  Merged with(Optional<dev.plumbline.dossier.Observation> earlier) {
    List<Object> all = new ArrayList<>();
    Set<String> places = new LinkedHashSet<>();
    if (earlier.isPresent()) {
      if (earlier.get().value().get("facts") instanceof List<?> known) {
        all.addAll(known);
      }
      if (earlier.get().coverage().get("looked") instanceof List<?> known) {
        known.forEach(k -> places.add(String.valueOf(k)));
      }
    }
    facts.stream().map(Fact::value).filter(f -> !all.contains(f)).forEach(all::add);
    places.addAll(looked);
    return new Merged(all, List.copyOf(places));
  }

  /** What is recorded. */
  record Merged(List<Object> facts, List<String> looked) {
    Merged {
      facts = List.copyOf(facts);
      looked = List.copyOf(looked);
    }
  }

  private static String shortened(String text) {
    return text.length() <= 120 ? text : text.substring(0, 120);
  }
}
