package dev.plumbline.exchange.source;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.exchange.layout.Exact;
import dev.plumbline.exchange.layout.Pack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * A file as it was read, before anything is made of it.
 *
 * @param grids its tables
 * @param notes the hidden lines that an export of ours leaves
 * @param stray text beside the tables
 * @param verdicts names of files that hold verdicts instead
 */
public record Source(
    List<Grid> grids, List<String> notes, List<Stray> stray, List<String> verdicts) {
  /** Begins the note that says what wrote the file. */
  static final String MARK = "plumbline-exchange";

  private static final BoundedPattern STAMP =
      BoundedPattern.compile(MARK + " version (\\d{1,6}) edition (\\d+\\.\\d+\\.\\d+)");

  public Source {
    grids = List.copyOf(grids);
    notes = List.copyOf(notes);
    stray = List.copyOf(stray);
    verdicts = List.copyOf(verdicts);
  }

  /** A document without verdicts. */
  public Source(List<Grid> grids, List<String> notes, List<Stray> stray) {
    this(grids, notes, stray, List.of());
  }

  /** The same as a document of verdicts, whose tables declare nothing. */
  Source judging(String file) {
    return new Source(List.of(), notes, List.of(), List.of(file));
  }

  /** The note of a file of ours. */
  public static String stamp(String edition) {
    return MARK + " version " + Pack.VERSION + " edition " + edition;
  }

  /** What wrote the file. */
  public record Stamp(int version, String edition) {}

  /** What wrote the document, where it was an export of ours. */
  public Optional<Stamp> stamp() {
    return notes.stream()
        .map(n -> STAMP.matcher(n.strip()))
        .filter(Matcher::matches)
        .findFirst()
        .map(m -> new Stamp(Integer.parseInt(m.group(1)), m.group(2)));
  }

  /** The values that an export kept beside their words. */
  public List<Exact> exact() {
    return notes.stream().map(Exact::of).flatMap(Optional::stream).toList();
  }

  Source and(Source other) {
    return new Source(
        joined(grids, other.grids),
        joined(notes, other.notes),
        joined(stray, other.stray),
        joined(verdicts, other.verdicts));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
