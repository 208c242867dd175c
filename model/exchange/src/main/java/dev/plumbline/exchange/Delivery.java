package dev.plumbline.exchange;

import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.TooMuchWorkException;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Layouts;
import dev.plumbline.exchange.layout.Pack;
import dev.plumbline.exchange.layout.Recogniser;
import dev.plumbline.exchange.layout.Vocabulary;
import dev.plumbline.exchange.source.CsvReader;
import dev.plumbline.exchange.source.DocxReader;
import dev.plumbline.exchange.source.EditionGuess;
import dev.plumbline.exchange.source.Grid;
import dev.plumbline.exchange.source.JsonReader;
import dev.plumbline.exchange.source.MarkdownReader;
import dev.plumbline.exchange.source.OpenDocumentReader;
import dev.plumbline.exchange.source.ReadLimits;
import dev.plumbline.exchange.source.Source;
import dev.plumbline.exchange.source.UnreadableFileException;
import dev.plumbline.exchange.source.XlsxReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file with ICS and IXIT that was read, whatever its format.
 *
 * @param edition of the dossier that it is for
 * @param told cell by cell, what of it was not simply taken
 */
public record Delivery(EditionId edition, Incoming incoming, List<Told> told) {
  public Delivery {
    told = List.copyOf(told);
  }

  private static final int MOST_NAMED = 6;

  /**
   * How much of a table was read.
   *
   * @param table its id; empty for what stands in no table
   * @param left cells that are not in the dossier
   * @param lost answers among them
   */
  public record Count(String table, int rows, int taken, int left, int lost) {}

  /** How much of each table was read, in the order of the edition; last what is in none. */
  public List<Count> counts() {
    Set<String> tables = new LinkedHashSet<>();
    Layouts.of(CatalogueLoader.load(edition)).stream()
        .map(Layout::id)
        .filter(incoming.tables()::containsKey)
        .forEach(tables::add);
    told.stream().filter(Told::isLeft).map(Told::table).forEach(tables::add);
    return tables.stream().map(this::count).toList();
  }

  private Count count(String table) {
    List<Incoming.Row> rows = incoming.rows(table);
    List<Told> left = told.stream().filter(t -> t.table().equals(table) && t.isLeft()).toList();
    int lost = (int) left.stream().filter(t -> t.kind() == Told.Kind.LOST).count();
    int taken = rows.stream().mapToInt(Delivery::cells).sum();
    return new Count(table, rows.size(), taken, left.size(), lost);
  }

  private static int cells(Incoming.Row row) {
    Set<String> keys = new LinkedHashSet<>(row.cells().keySet());
    keys.addAll(row.remarks().keySet());
    return keys.size();
  }

  /**
   * Reads a file.
   *
   * @param path a workbook, a document, a Markdown file, or a folder of these
   * @param wanted the edition asked for; empty to take that of the file
   * @param problems receives every cell that is not read or read with a doubt, {@code PLB-95xx}
   * @return empty when nothing could be read, which is told
   */
  public static Optional<Delivery> read(Path path, Optional<EditionId> wanted, Problems problems) {
    return read(path, wanted, Map.of(), problems);
  }

  /**
   * As {@link #read(Path, Optional, Problems)}.
   *
   * @param known ids of the rows that the dossier has, by table: sentences may refer to them
   */
  public static Optional<Delivery> read(
      Path path, Optional<EditionId> wanted, Map<String, Set<String>> known, Problems problems) {
    return read(path, wanted, known, ReadLimits.DEFAULT, problems);
  }

  static Optional<Delivery> read(
      Path path, Optional<EditionId> wanted, ReadLimits limits, Problems problems) {
    return read(path, wanted, Map.of(), limits, problems);
  }

  private static Optional<Delivery> read(
      Path path,
      Optional<EditionId> wanted,
      Map<String, Set<String>> known,
      ReadLimits limits,
      Problems problems) {
    Place place = Place.of(String.valueOf(path.getFileName()));
    try {
      return Optional.of(understood(path, wanted, known, limits, problems, place));
    } catch (UnreadableFileException e) {
      problems.error("PLB-9510", place, e.what(), e.remedy());
    } catch (TooMuchWorkException | StackOverflowError | OutOfMemoryError e) {
      problems.error(
          "PLB-9511",
          place,
          "The file is damaged, or made to harm: a part of it is too long or too deeply nested.",
          "Open it where it was made, and save it anew.");
    } catch (IOException | RuntimeException e) {
      // Libraries for office files answer damage with whatever exception comes first.
      problems.error(
          "PLB-9511",
          place,
          "The file is damaged, or made to harm: " + e.getMessage() + ".",
          "Open it where it was made, and save it anew.");
    }
    return Optional.empty();
  }

  private static Delivery understood(
      Path path,
      Optional<EditionId> wanted,
      Map<String, Set<String>> known,
      ReadLimits limits,
      Problems problems,
      Place place)
      throws IOException {
    Vocabulary words = Vocabulary.load();
    EditionId first = wanted.orElse(EditionId.preset());
    Source source = source(path, limits, recogniser(first, words), problems);
    EditionId edition = edition(source, wanted, words, problems, place);
    if (!edition.equals(first)) {
      Problems again = new Problems();
      source = source(path, limits, recogniser(edition, words), again);
    }
    Problems found = new Problems();
    Interpreter.Outcome outcome =
        Interpreter.read(source, CatalogueLoader.load(edition), words, known, found);
    if (outcome.incoming().tables().isEmpty()) {
      throw new UnreadableFileException(
          "Nothing in it is an ICS or a table of the IXIT. Found: " + found(source) + ".",
          "Name the file that holds them; tables need headings such as those of an export.");
    }
    found.sorted().forEach(problems::add);
    if (!source.verdicts().isEmpty()) {
      int n = source.verdicts().size();
      problems.hint(
          "PLB-9536",
          Place.of(source.verdicts().getFirst()),
          n + (n == 1 ? " file holds" : " files hold") + " verdicts, which are no declaration.",
          "Read them with 'plumbline decide DIR --from FILE'.");
    }
    return new Delivery(edition, outcome.incoming(), outcome.told());
  }

  /** What a file has instead, for people who wonder. */
  private static String found(Source source) {
    List<Grid> tables = source.grids().stream().filter(g -> !g.rows().isEmpty()).toList();
    if (tables.isEmpty()) {
      int texts = source.stray().size();
      return texts == 0 ? "no text" : texts + " paragraphs and no table";
    }
    return tables.stream()
        .limit(MOST_NAMED)
        .map(
            g ->
                (g.titles().isEmpty() ? "a table" : "'" + Shape.shown(g.titles().getFirst()) + "'")
                    + " with the columns "
                    + g.rows().getFirst().stream()
                        .limit(MOST_NAMED)
                        .map(c -> Shape.shown(c.text()))
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }

  private static Recogniser recogniser(EditionId edition, Vocabulary words) {
    return new Recogniser(Layouts.of(CatalogueLoader.load(edition)), words);
  }

  private static Source source(
      Path path, ReadLimits limits, Recogniser recogniser, Problems problems) throws IOException {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (Files.isDirectory(path) || name.endsWith(".md") || name.endsWith(".markdown")) {
      return new MarkdownReader(limits).read(path, recogniser);
    }
    if (!Files.isRegularFile(path)) {
      throw new UnreadableFileException("There is no such file.", "Look at the path.");
    }
    if (name.endsWith(".xlsx") || name.endsWith(".xlsm")) {
      return new XlsxReader(limits, problems).read(path);
    }
    if (name.endsWith(".ods") || name.endsWith(".odt")) {
      return new OpenDocumentReader(limits, problems).read(path);
    }
    if (name.endsWith(".json")) {
      return new JsonReader(limits).read(path, recogniser);
    }
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      return new CsvReader(limits).read(path);
    }
    if (name.endsWith(".docx") || name.endsWith(".docm")) {
      return new DocxReader(limits, problems).read(path);
    }
    throw new UnreadableFileException(
        "It cannot be told what the file is.",
        "Its name has to end in .xlsx, .docx, .ods, .odt, .md, .csv or .json.");
  }

  private static EditionId edition(
      Source source, Optional<EditionId> wanted, Vocabulary words, Problems problems, Place place)
      throws UnreadableFileException {
    Optional<Source.Stamp> stamp = source.stamp();
    if (stamp.isPresent() && stamp.get().version() > Pack.VERSION) {
      throw new UnreadableFileException(
          "The file was exported by a later Plumbline.", "Use that one, or export it anew.");
    }
    Optional<EditionId> stamped = stamp.flatMap(s -> EditionId.of(s.edition()));
    if (wanted.isPresent() && stamped.isPresent() && !stamped.equals(wanted)) {
      throw new UnreadableFileException(
          "The file is for edition " + stamped.get() + ", wanted is " + wanted.get() + ".",
          "Import it under its own edition into a new folder, and move that to the other.");
    }
    if (wanted.isPresent() || stamped.isPresent()) {
      return wanted.or(() -> stamped).orElseThrow();
    }
    Optional<EditionId> guessed = EditionGuess.of(source, words);
    EditionId taken = guessed.orElse(EditionId.preset());
    problems.warning(
        "PLB-9532",
        place,
        guessed.isPresent()
            ? "The file does not name its edition; by its provisions and tables it is "
                + taken
                + "."
            : "The file does not name its edition; it is taken for " + taken + ".",
        "Name it with --edition if it is the other.");
    return taken;
  }
}
