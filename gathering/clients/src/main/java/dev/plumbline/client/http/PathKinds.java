package dev.plumbline.client.http;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;

/** What an open path is, by the rules of {@code kinds.yaml}. */
public final class PathKinds {
  private static final int BEGINNING = 20_000;

  private final List<Rule> rules;

  private PathKinds(List<Rule> rules) {
    this.rules = rules;
  }

  public static PathKinds load() {
    return new PathKinds(
        DataFile.mapping(PathKinds.class, "kinds.yaml").mappings("rules").stream()
            .map(Rule::of)
            .toList());
  }

  public String of(String path, HttpResponse response) {
    String text = response.text();
    String beginning = text.substring(0, Math.min(BEGINNING, text.length()));
    return rules.stream()
        .filter(r -> r.fits(path, response.mediaType(), beginning))
        .map(Rule::kind)
        .findFirst()
        .orElse(response.isHtml() ? "page" : "data");
  }

  private record Rule(
      String kind,
      Optional<BoundedPattern> path,
      Optional<BoundedPattern> type,
      Optional<BoundedPattern> text) {
    static Rule of(Mapping m) {
      return new Rule(
          m.text("kind").orElseThrow(),
          m.text("path").map(BoundedPattern::compile),
          m.text("type").map(BoundedPattern::compile),
          m.text("text").map(BoundedPattern::compile));
    }

    boolean fits(String asked, String mediaType, String beginning) {
      return found(path, asked) && found(type, mediaType) && found(text, beginning);
    }

    private static boolean found(Optional<BoundedPattern> pattern, String in) {
      return pattern.map(p -> p.matcher(in).find()).orElse(true);
    }
  }
}
