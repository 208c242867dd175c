package dev.plumbline.importers.shared.trial;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.importing.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A line that the tester lets stand in the log of a tool, so that the log says what the tool was
 * connected to: {@code # plumbline trial interface=Intf-3 pads=TP1,TP2,TP3}. docs/importing.md
 * explains them.
 *
 * @param word what it says: {@code trial}, {@code loopback}, {@code device}, {@code write}, {@code
 *     end}
 * @param names what stands behind the word without an equals sign
 * @param settings what stands there as {@code NAME=VALUE}
 */
public record Mark(String word, List<String> names, Map<String, String> settings) {
  private static final BoundedPattern LINE =
      BoundedPattern.compile(
          "^\\s*#?\\s*plumbline (trial|loopback|device|write|end)((?: +\\S{1,400}){0,20})$");

  public Mark {
    names = List.copyOf(names);
    settings = Map.copyOf(settings);
  }

  /** The mark that a line is; empty for any other line. */
  public static Optional<Mark> of(String line) {
    Matcher m = LINE.matcher(line.stripTrailing());
    if (!m.matches()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    Map<String, String> settings = new LinkedHashMap<>();
    for (String part : m.group(2).strip().split(" +")) {
      int at = part.indexOf('=');
      if (at > 0) {
        settings.put(part.substring(0, at), part.substring(at + 1));
      } else if (!part.isEmpty()) {
        names.add(part);
      }
    }
    return Optional.of(new Mark(m.group(1), names, settings));
  }

  /** The values of a setting, which commas part. */
  public List<String> list(String name) {
    return List.of(settings.getOrDefault(name, "").split(",")).stream()
        .map(String::strip)
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /**
   * The row that it is about, by its subject.
   *
   * @param id of the row
   * @param table number of the table
   */
  public static Optional<String> row(Reading reading, String id, int table) {
    return reading.ixit().tables().entrySet().stream()
        .filter(t -> t.getKey().startsWith(table + "-"))
        .flatMap(t -> t.getValue().stream())
        .filter(e -> e.id().equals(id))
        .map(IxitEntry::subject)
        .findFirst();
  }
}
