package dev.plumbline.yaml;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlNode.Field;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document into {@link YamlNode}s. Aliases, tags, deep nesting and several documents
 * are refused, so that no file of a few lines can grow into gigabytes.
 */
public final class YamlReader {
  /** Largest text that is read, in characters. */
  public static final int MAX_CHARS = 8 * 1024 * 1024;

  private static final int MAX_DEPTH = 40;

  private final String text;
  private final String file;
  private final Problems problems;
  private final Iterator<Event> events;

  /** Code point indexes of the characters that take two UTF-16 units. */
  private final int[] wide;

  private YamlReader(String text, String file, Problems problems) {
    this.text = text;
    this.file = file;
    this.problems = problems;
    this.wide = wideCharacters(text);
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setUseMarks(true)
            .setCodePointLimit(MAX_CHARS)
            .setMaxAliasesForCollections(0)
            .build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /**
   * Reads a document.
   *
   * @param text the whole file
   * @param file its name in problems
   * @param problems receives what is wrong: {@code PLB-1001} broken YAML, {@code PLB-1002} a key
   *     twice, {@code PLB-1003} an alias, anchor or tag, {@code PLB-1004} nested too deep, {@code
   *     PLB-1005} too large, {@code PLB-1006} empty
   * @return the root, or nothing when the text cannot be used
   */
  public static Optional<YamlNode> read(String text, String file, Problems problems) {
    if (text.length() > MAX_CHARS) {
      problems.error(
          "PLB-1005",
          Place.of(file),
          "The file has " + text.length() + " characters; at most " + MAX_CHARS + " are read.",
          "Move long material into evidence/ and refer to it.");
      return Optional.empty();
    }
    try {
      return new YamlReader(text, file, problems).document();
    } catch (Refused e) {
      return Optional.empty();
    } catch (MarkedYamlEngineException e) {
      problems.error(
          "PLB-1001",
          e.getProblemMark().map(m -> place(file, m)).orElse(Place.of(file)),
          "This is not YAML: " + e.getProblem() + ".",
          "Look at the indentation, quotes and colons here; text with ': ' or '#' needs quotes.");
      return Optional.empty();
    } catch (YamlEngineException e) {
      problems.error(
          "PLB-1001",
          Place.of(file),
          "This is not YAML: " + e.getMessage() + ".",
          "Look for control characters or a broken encoding; the file has to be UTF-8.");
      return Optional.empty();
    }
  }

  /** Whether a text has comments and blank lines alone, so that it states nothing. */
  public static boolean isComment(String text) {
    return text.replace("\uFEFF", "")
        .lines()
        .map(String::strip)
        .allMatch(line -> line.isEmpty() || line.startsWith("#"));
  }

  private Optional<YamlNode> document() {
    Event event = next();
    while (event.getEventId() == Event.ID.StreamStart
        || event.getEventId() == Event.ID.DocumentStart) {
      event = next();
    }
    if (event.getEventId() == Event.ID.StreamEnd) {
      problems.error("PLB-1006", Place.of(file), "The file is empty.", "Write its content.");
      return Optional.empty();
    }
    YamlNode root = node(event, 0);
    next();
    Event after = next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      problems.error(
          "PLB-1001",
          at(after),
          "A second document starts here.",
          "Keep one document a file; remove the line '---'.");
    }
    return Optional.of(root);
  }

  private YamlNode node(Event event, int depth) {
    if (depth > MAX_DEPTH) {
      throw refuse(
          "PLB-1004",
          event,
          "Values are nested deeper than " + MAX_DEPTH + " levels.",
          "Flatten the structure; no field of a dossier nests that deep.");
    }
    if (event instanceof AliasEvent) {
      throw refuse(
          "PLB-1003",
          event,
          "An alias (*name) stands here.",
          "Write the value out; aliases are not read, so that a small file stays small.");
    }
    if (event instanceof NodeEvent n && n.getAnchor().isPresent()) {
      throw refuse(
          "PLB-1003", event, "An anchor (&name) stands here.", "Remove it; aliases are not read.");
    }
    return switch (event) {
      case ScalarEvent s -> scalar(s);
      case SequenceStartEvent s -> listing(s, depth);
      case MappingStartEvent m -> mapping(m, depth);
      default -> throw new IllegalStateException("unexpected event " + event.getEventId());
    };
  }

  private Scalar scalar(ScalarEvent s) {
    if (s.getTag().isPresent()) {
      throw refuse("PLB-1003", s, "A tag (!type) stands here.", "Remove it.");
    }
    boolean quoted = s.getScalarStyle() != ScalarStyle.PLAIN;
    return new Scalar(s.getValue(), quoted, at(s), span(s, s));
  }

  private Listing listing(SequenceStartEvent start, int depth) {
    List<YamlNode> items = new ArrayList<>();
    Event event = next();
    while (!(event instanceof SequenceEndEvent)) {
      items.add(node(event, depth + 1));
      event = next();
    }
    return new Listing(items, at(start), span(start, event));
  }

  private Mapping mapping(MappingStartEvent start, int depth) {
    Map<String, Field> fields = new LinkedHashMap<>();
    Event event = next();
    while (!(event instanceof MappingEndEvent)) {
      if (!(event instanceof ScalarEvent key)) {
        throw refuse("PLB-1001", event, "A key is a list or mapping.", "Use a plain word as key.");
      }
      Scalar keyNode = scalar(key);
      YamlNode value = node(next(), depth + 1);
      Field field = new Field(keyNode.place(), keyNode.span(), value);
      if (fields.putIfAbsent(keyNode.text(), field) != null) {
        problems.error(
            "PLB-1002",
            keyNode.place(),
            "The key '" + keyNode.text() + "' stands here a second time.",
            "Keep one of the two; the first is used.");
      }
      event = next();
    }
    return new Mapping(fields, at(start), span(start, event));
  }

  private Event next() {
    return events.next();
  }

  private Place at(Event event) {
    return event.getStartMark().map(m -> place(file, m)).orElse(Place.of(file));
  }

  private static Place place(String file, Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private Span span(Event from, Event to) {
    int start = from.getStartMark().map(Mark::getIndex).orElse(0);
    int end = to.getEndMark().map(Mark::getIndex).orElse(start);
    return new Span(offset(start), offset(Math.max(start, end)));
  }

  private int offset(int codePoints) {
    int found = Arrays.binarySearch(wide, codePoints);
    int widerBefore = found < 0 ? -found - 1 : found;
    return Math.min(codePoints + widerBefore, text.length());
  }

  private static int[] wideCharacters(String text) {
    if (text.codePointCount(0, text.length()) == text.length()) {
      return new int[0];
    }
    int[] codePoints = text.codePoints().toArray();
    return IntStream.range(0, codePoints.length)
        .filter(i -> Character.isSupplementaryCodePoint(codePoints[i]))
        .toArray();
  }

  private Refused refuse(String id, Event event, String what, String remedy) {
    problems.error(id, at(event), what, remedy);
    return new Refused();
  }

  /** Ends the reading of a document whose problem is already told. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused() {
      super(null, null, false, false);
    }
  }
}
