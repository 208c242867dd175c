package dev.plumbline.exchange;

import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.TooMuchWorkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A file with ICS and IXIT that was read, whatever its format.
 *
 * @param edition of the dossier that it is for
 */
public record Delivery(EditionId edition, Incoming incoming) {

  /**
   * Reads a file.
   *
   * @param path a workbook, a document, a Markdown file, or a folder of these
   * @param wanted the edition asked for; empty to take that of the file
   * @param problems receives every cell that is not read or read with a doubt, {@code PLB-95xx}
   * @return empty when nothing could be read, which is told
   */
  public static Optional<Delivery> read(Path path, Optional<EditionId> wanted, Problems problems) {
    return read(path, wanted, ReadLimits.DEFAULT, problems);
  }

  static Optional<Delivery> read(
      Path path, Optional<EditionId> wanted, ReadLimits limits, Problems problems) {
    Place place = Place.of(String.valueOf(path.getFileName()));
    try {
      return Optional.of(understood(path, wanted, limits, problems, place));
    } catch (UnreadableException e) {
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
      Path path, Optional<EditionId> wanted, ReadLimits limits, Problems problems, Place place)
      throws IOException {
    Vocabulary words = Vocabulary.load();
    EditionId first = wanted.orElse(EditionId.preset());
    Source source = source(path, limits, recogniser(first, words), problems);
    EditionId edition = edition(source, wanted, words, problems, place);
    if (!edition.equals(first)) {
      Problems again = new Problems();
      source = source(path, limits, recogniser(edition, words), again);
    }
    return new Delivery(
        edition, Interpreter.read(source, CatalogueLoader.load(edition), words, problems));
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
      throw new UnreadableException("There is no such file.", "Look at the path.");
    }
    if (name.endsWith(".xlsx") || name.endsWith(".xlsm")) {
      return new XlsxReader(limits, problems).read(path);
    }
    if (name.endsWith(".docx") || name.endsWith(".docm")) {
      return new DocxReader(limits, problems).read(path);
    }
    throw new UnreadableException(
        "It cannot be told what the file is.",
        "Its name has to end in .xlsx, .docx or .md; save older formats as one of these.");
  }

  private static EditionId edition(
      Source source, Optional<EditionId> wanted, Vocabulary words, Problems problems, Place place)
      throws UnreadableException {
    Optional<Source.Stamp> stamp = source.stamp();
    if (stamp.isPresent() && stamp.get().version() > Pack.VERSION) {
      throw new UnreadableException(
          "The file was exported by a later Plumbline.", "Use that one, or export it anew.");
    }
    Optional<EditionId> stamped = stamp.flatMap(s -> EditionId.of(s.edition()));
    if (wanted.isPresent() && stamped.isPresent() && !stamped.equals(wanted)) {
      throw new UnreadableException(
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
