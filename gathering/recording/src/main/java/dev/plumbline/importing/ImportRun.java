package dev.plumbline.importing;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.TooMuchWorkException;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.Product;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds the importer for a file and reads it. Writes nothing. */
public final class ImportRun {
  /** How far the reading is, for the person who waits. */
  @FunctionalInterface
  public interface Listener {
    /**
     * @param bytes read so far
     * @param of size of the file
     */
    void at(long bytes, long of);
  }

  private final Importers importers;
  private final Product product;
  private final Ixit ixit;
  private final Surroundings surroundings;

  public ImportRun(Importers importers, Product product, Ixit ixit) {
    this(importers, product, ixit, Surroundings.NONE);
  }

  public ImportRun(Importers importers, Product product, Ixit ixit, Surroundings surroundings) {
    this.importers = importers;
    this.product = product;
    this.ixit = ixit;
    this.surroundings = surroundings;
  }

  /**
   * Reads a file.
   *
   * @param as id of the importer to use; empty to tell it from the content
   * @param evidence digest of the file, kept with each observation
   * @param runId names the import
   * @param at when the file was made, for tools that do not tell
   */
  public ImportReport read(
      Path file,
      Optional<String> as,
      Digest evidence,
      String runId,
      Instant at,
      Listener listener) {
    Problems problems = new Problems();
    Place place = Place.of(String.valueOf(file.getFileName()));
    Optional<Importer> importer = Optional.empty();
    try {
      importer = choose(file, as, place, problems);
      if (importer.isEmpty()) {
        return nothing("", problems);
      }
      long size = Files.size(file);
      GatheredReading reading =
          new GatheredReading(
              importer.get().spec(),
              product,
              ixit,
              place,
              problems,
              evidence,
              size,
              runId,
              surroundings);
      try (InputStream in = new CountedInput(open(file), size, listener)) {
        importer.get().read(in, reading);
      }
      return reading.report(at);
    } catch (MalformedImportException e) {
      String id = importer.map(i -> i.spec().id()).orElse("");
      problems.error(
          e.refusal().id(),
          new Place(place.file(), e.line(), e.column()),
          "The file cannot be read as " + id + ": " + e.getMessage(),
          e.refusal().remedy());
      return nothing(id, problems);
    } catch (TooMuchWorkException | StackOverflowError | OutOfMemoryError e) {
      String id = importer.map(i -> i.spec().id()).orElse("");
      problems.error(
          ImportRefusal.TOO_LARGE.id(),
          place,
          "The file cannot be read"
              + (id.isEmpty() ? "" : " as " + id)
              + ": a part of it is too long or too deeply nested.",
          ImportRefusal.TOO_LARGE.remedy());
      return nothing(id, problems);
    } catch (IOException e) {
      problems.error(
          "PLB-8004",
          place,
          "The file cannot be read: " + e.getMessage() + ".",
          "Name a regular file that you may read.");
      return nothing("", problems);
    }
  }

  private static ImportReport nothing(String id, Problems problems) {
    return new ImportReport(id, ToolRun.UNTOLD, List.of(), List.of(), problems.sorted());
  }

  private Optional<Importer> choose(Path file, Optional<String> as, Place place, Problems problems)
      throws IOException {
    if (as.isPresent()) {
      return importers.byId(as.get());
    }
    Head head = head(file);
    List<Importer> claiming = importers.claiming(head);
    if (claiming.size() == 1) {
      return Optional.of(claiming.getFirst());
    }
    if (claiming.isEmpty()) {
      Optional<ImporterSpec> nearest = Nearest.of(head, importers.all());
      problems.error(
          "PLB-8001",
          place,
          "No importer knows this file." + nearest.map(ImportRun::nearest).orElse(""),
          nearest
              .map(s -> "If " + s.tool() + " wrote it, let it write: " + s.how())
              .orElse("'plumbline import --list' shows what is read; --as ID names an importer."));
    } else {
      problems.error(
          "PLB-8002",
          place,
          "More than one importer claims this file: "
              + claiming.stream().map(i -> i.spec().id()).toList()
              + ".",
          "Say which with --as ID.");
    }
    return Optional.empty();
  }

  private static String nearest(ImporterSpec spec) {
    return " Nearest is " + spec.id() + ": " + spec.tool() + ", " + spec.formats() + ".";
  }

  private static Head head(Path file) throws IOException {
    try (InputStream in = open(file)) {
      return new Head(
          String.valueOf(file.getFileName()), in.readNBytes(Head.SIZE), () -> open(file));
    }
  }

  private static InputStream open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("it is missing or no regular file");
    }
    return new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), 1 << 16);
  }
}
