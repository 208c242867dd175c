package dev.plumbline.firmware.find;

import dev.plumbline.importing.Reading;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code firmware.secrets}: kinds and places of what must not be in an image, never the secret. */
final class Secrets implements Finder {
  private static final String KEY = "firmware.secrets";

  /**
   * @param has a text without which the pattern cannot match
   * @param textOnly whether binaries are left out
   * @param name pattern of the file's path
   */
  private record Kind(String id, String has, boolean textOnly, Pattern name, Pattern pattern) {
    static Kind of(Mapping m) {
      return new Kind(
          DataFile.needed(m, "kind"),
          DataFile.needed(m, "has"),
          m.text("textOnly").isPresent(),
          Pattern.compile(m.text("name").orElse(".*")),
          DataFile.pattern(m, "pattern"));
    }
  }

  private final List<Kind> kinds =
      DataFile.mapping("secrets.yaml").mappings("secrets").stream().map(Kind::of).toList();
  private final Rows rows = new Rows();

  @Override
  public void window(Leaf leaf, Window window) {
    for (Kind kind : kinds) {
      if ((window.isText() || !kind.textOnly())
          && window.text().contains(kind.has())
          && kind.name().matcher(leaf.node().path()).matches()) {
        look(kind, leaf, window);
      }
    }
  }

  private void look(Kind kind, Leaf leaf, Window window) {
    Matcher m = kind.pattern().matcher(window.text());
    while (m.find()) {
      if (window.owns(m.start())) {
        long line = window.line(m.start());
        long offset = window.isText() ? 0 : window.at() + m.start();
        rows.add("kind", kind.id(), "place", leaf.place(), "line", line, "offset", offset);
      }
    }
  }

  @Override
  public void tell(Reading reading, Coverage coverage) {
    Map<String, Object> looked = new LinkedHashMap<>(coverage.of(rows));
    looked.put("rules", kinds.stream().map(Kind::id).distinct().toList());
    reading.seen(KEY, "DUT", Map.of("found", rows.all(), "count", rows.count()), looked);
  }
}
