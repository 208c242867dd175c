package dev.plumbline.importers.genericcsv;

import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.Kept;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.firmware.FirmwareContents;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.software.SoftwareComponents;
import dev.plumbline.observation.software.SoftwareVulnerabilities;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the rows of a table can become. */
enum RowKind {
  COMPONENTS(SoftwareComponents.class, "name", Set.of("version", "purl", "cpe", "type")) {
    @Override
    Rows<?> rows() {
      return new Rows<>(
          cell ->
              new SoftwareComponents.Component(
                  Texts.cut(cell.apply("name")),
                  Texts.some(cell.apply("version")),
                  Texts.some(cell.apply("purl")),
                  Texts.some(cell.apply("cpe")),
                  Texts.some(cell.apply("type")),
                  Optional.empty()),
          (kept, mapping) ->
              new SoftwareComponents(
                  kept.all(),
                  kept.count(),
                  Texts.some(mapping.target()),
                  Optional.empty(),
                  Optional.empty(),
                  Texts.some(mapping.tool()),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  kept.complete()));
    }
  },
  VULNERABILITIES(
      SoftwareVulnerabilities.class,
      "id",
      Set.of("component", "version", "severity", "fixed", "source", "state")) {
    @Override
    Rows<?> rows() {
      return new Rows<>(
          cell ->
              new SoftwareVulnerabilities.Known(
                  Texts.cut(cell.apply("id")),
                  Texts.some(cell.apply("component")),
                  Texts.some(cell.apply("version")),
                  Texts.some(cell.apply("severity")),
                  Texts.some(cell.apply("fixed")).map(List::of),
                  Texts.some(cell.apply("source")),
                  Texts.some(cell.apply("state"))),
          (kept, mapping) ->
              new SoftwareVulnerabilities(
                  kept.all(),
                  kept.count(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Texts.some(mapping.target()),
                  kept.complete()));
    }
  },
  CONTENTS(
      FirmwareContents.class,
      "kind",
      Set.of("file", "offset", "size", "description", "extracted")) {
    @Override
    Rows<?> rows() {
      return new Rows<>(
          cell ->
              new FirmwareContents.Part(
                  Texts.some(cell.apply("file")),
                  Texts.some(Fields.whole(cell.apply("offset"))),
                  Texts.some(Fields.whole(cell.apply("size"))),
                  Texts.some(cell.apply("kind")),
                  Texts.some(cell.apply("description")),
                  Texts.some(cell.apply("extracted"))),
          (kept, mapping) ->
              new FirmwareContents(
                  kept.all(),
                  kept.count(),
                  Texts.some(mapping.target()),
                  Optional.empty(),
                  kept.complete()));
    }
  };

  private final Class<? extends Fact> fact;
  private final String first;

  @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of.
  private final Set<String> others;

  /**
   * @param first the field without which there is no record
   * @param others fields that a record may have besides
   */
  RowKind(Class<? extends Fact> fact, String first, Set<String> others) {
    this.fact = fact;
    this.first = first;
    this.others = others;
  }

  /** The kind whose observations have that key. */
  static Optional<RowKind> of(String key) {
    return Arrays.stream(values()).filter(k -> Kinds.key(k.fact).equals(key)).findFirst();
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(k -> Kinds.key(k.fact)).toList();
  }

  Class<? extends Fact> fact() {
    return fact;
  }

  String first() {
    return first;
  }

  Set<String> others() {
    return others;
  }

  /** Nothing yet of this kind. */
  abstract Rows<?> rows();

  /** Makes a fact of what was kept. */
  @FunctionalInterface
  interface Whole<T extends Record> {
    Fact of(Kept<T> kept, TableMapping mapping);
  }

  /** The rows of one table. */
  static final class Rows<T extends Record> {
    private final Kept<T> kept = new Kept<>();
    private final Function<Function<String, String>, T> entry;
    private final Whole<T> whole;

    Rows(Function<Function<String, String>, T> entry, Whole<T> whole) {
      this.entry = entry;
      this.whole = whole;
    }

    /**
     * Adds a row.
     *
     * @param cells by the name of the field; empty where the table has none
     */
    void add(Function<String, String> cells) {
      kept.add(entry.apply(cells));
    }

    boolean isEmpty() {
      return kept.isEmpty();
    }

    Fact fact(TableMapping mapping) {
      return whole.of(kept, mapping);
    }
  }
}
