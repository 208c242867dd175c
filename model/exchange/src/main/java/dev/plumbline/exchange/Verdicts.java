package dev.plumbline.exchange;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.TooMuchWorkException;
import dev.plumbline.exchange.layout.VerdictWords;
import dev.plumbline.exchange.layout.Vocabulary;
import dev.plumbline.exchange.source.CsvReader;
import dev.plumbline.exchange.source.DocxReader;
import dev.plumbline.exchange.source.Grid;
import dev.plumbline.exchange.source.MarkdownBlock;
import dev.plumbline.exchange.source.MarkdownBlocks;
import dev.plumbline.exchange.source.MarkdownReader;
import dev.plumbline.exchange.source.OpenDocumentReader;
import dev.plumbline.exchange.source.ReadLimits;
import dev.plumbline.exchange.source.Source;
import dev.plumbline.exchange.source.StatedVerdict;
import dev.plumbline.exchange.source.UnreadableFileException;
import dev.plumbline.exchange.source.VerdictDocument;
import dev.plumbline.exchange.source.VerdictRows;
import dev.plumbline.exchange.source.XlsxReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Verdicts that people wrote down: in a table, in a document, or in a folder of documents. */
public final class Verdicts {
  private static final List<String> DOCUMENTS = List.of(".md", ".markdown", ".docx", ".odt");

  private final VerdictWords words = VerdictWords.load();
  private final Vocabulary vocabulary = Vocabulary.load();
  private final ReadLimits limits = ReadLimits.DEFAULT;
  private final Problems problems;

  private Verdicts(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads them.
   *
   * @param path a file that ends in .csv, .xlsx, .ods, .md, .docx or .odt, or a folder of .md,
   *     .docx and .odt files
   * @param problems receives what cannot be read, {@code PLB-955x}
   */
  public static List<StatedVerdict> read(Path path, Problems problems) {
    Place place = Place.of(String.valueOf(path.getFileName()));
    List<StatedVerdict> all = List.of();
    try {
      all = new Verdicts(problems).read(path);
    } catch (UnreadableFileException e) {
      problems.error("PLB-9510", place, e.what(), e.remedy());
      return all;
    } catch (IOException | TooMuchWorkException e) {
      problems.error(
          "PLB-9511", place, "The file cannot be read: " + e.getMessage() + ".", "Save it anew.");
      return all;
    }
    if (all.isEmpty() && !problems.hasErrors()) {
      problems.error(
          "PLB-9550",
          place,
          "No verdict was found: no table has columns for unit and verdict, and no document judges"
              + " a test unit.",
          "Start from 'plumbline export DIR --verdicts -o verdicts.csv'.");
    }
    return all;
  }

  private List<StatedVerdict> read(Path path) throws IOException {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (Files.isDirectory(path)) {
      List<StatedVerdict> all = new ArrayList<>();
      for (Path file : MarkdownReader.files(path, DOCUMENTS)) {
        all.addAll(document(file, path.relativize(file).toString()));
      }
      return all;
    }
    if (!Files.isRegularFile(path)) {
      throw new UnreadableFileException("There is no such file.", "Look at the path.");
    }
    if (DOCUMENTS.stream().anyMatch(name::endsWith)) {
      return document(path, String.valueOf(path.getFileName()));
    }
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      return grids(new CsvReader(limits).read(path));
    }
    if (name.endsWith(".xlsx")) {
      return grids(new XlsxReader(limits, problems).read(path));
    }
    if (name.endsWith(".ods")) {
      return grids(new OpenDocumentReader(limits, problems).read(path));
    }
    throw new UnreadableFileException(
        "It cannot be told what the file is.",
        "Its name has to end in .csv, .xlsx, .ods, .md, .docx or .odt.");
  }

  private List<StatedVerdict> grids(Source source) {
    VerdictRows rows = new VerdictRows(words, problems);
    List<StatedVerdict> all = new ArrayList<>();
    for (Grid grid : source.grids()) {
      rows.read(grid.rows(), VerdictRows.Around.NOTHING).ifPresent(all::addAll);
    }
    return all;
  }

  private List<StatedVerdict> document(Path file, String name) throws IOException {
    return VerdictDocument.read(blocks(file, name), words, vocabulary, problems);
  }

  private List<MarkdownBlock> blocks(Path file, String name) throws IOException {
    String end = name.toLowerCase(Locale.ROOT);
    if (end.endsWith(".docx")) {
      return new DocxReader(limits, problems).blocks(file);
    }
    if (end.endsWith(".odt")) {
      return new OpenDocumentReader(limits, problems).blocks(file);
    }
    return MarkdownBlocks.of(name, MarkdownReader.text(file, name, limits));
  }
}
