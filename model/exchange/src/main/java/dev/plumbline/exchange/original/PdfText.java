package dev.plumbline.exchange.original;

import dev.plumbline.core.disk.Scratch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The lines of a PDF, read within bounds. The reader runs as a process of its own with little
 * memory and time: a stream of a few kilobytes may unpack to gigabytes.
 *
 * @param bytes that the file may have
 * @param pages that it may have
 * @param letters that all its lines together may have
 * @param megabytes of memory for the reader
 * @param time for the reader
 */
record PdfText(long bytes, int pages, long letters, int megabytes, Duration time) {
  static final PdfText DEFAULT = new PdfText(64L << 20, 600, 8L << 20, 384, Duration.ofSeconds(60));

  private static final byte[] MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final int DEEPEST_MARK = 1024;
  private static final String OWN_COPY = "Take the PDF of the standard as ETSI publishes it.";

  /**
   * Reads them in the order of the pages.
   *
   * @throws OriginalException if it is no PDF, is locked with a password, broken or too large
   */
  List<PdfLine> lines(Path file) throws IOException {
    look(file);
    Path folder = Scratch.ofProcess().folder("pdf");
    try {
      Path read = folder.resolve("lines");
      String how = run(file.toAbsolutePath(), read, folder);
      return switch (how) {
        case PdfLinesProgram.READ -> lines(file, read);
        case PdfLinesProgram.LOCKED ->
            throw new OriginalException(
                named(file) + " is locked with a password.",
                "Open it in a PDF viewer, save it without a password, and try again.");
        case PdfLinesProgram.PAGES ->
            throw new OriginalException(
                named(file) + " has more than " + pages + " pages.", OWN_COPY);
        case PdfLinesProgram.LETTERS ->
            throw new OriginalException(
                named(file) + " has more than " + letters + " letters.", OWN_COPY);
        default ->
            throw new OriginalException(
                named(file) + " is damaged: it cannot be read as a PDF.", OWN_COPY);
      };
    } finally {
      Scratch.delete(folder);
    }
  }

  private static String named(Path file) {
    return String.valueOf(file.getFileName());
  }

  private void look(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new OriginalException("There is no file " + file + ".", "Check the path.");
    }
    if (Files.size(file) > bytes) {
      throw new OriginalException(
          named(file) + " has " + Files.size(file) + " bytes; at most " + bytes + " are read.",
          OWN_COPY);
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(DEEPEST_MARK);
    }
    if (!new String(head, StandardCharsets.ISO_8859_1)
        .contains(new String(MARK, StandardCharsets.US_ASCII))) {
      throw new OriginalException(named(file) + " is not a PDF.", OWN_COPY);
    }
  }

  /** The word that the reader wrote; that of a damaged file where it wrote none. */
  private String run(Path file, Path read, Path folder) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + megabytes + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Dpdfbox.fontcache=" + folder,
            "-Djava.io.tmpdir=" + folder,
            "-cp",
            System.getProperty("java.class.path"),
            PdfLinesProgram.class.getName(),
            file.toString(),
            read.toString(),
            Integer.toString(pages),
            Long.toString(letters));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process reader = builder.start();
    try {
      reader.getOutputStream().close();
      if (!reader.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new OriginalException(
            named(file) + " takes more than " + time.toSeconds() + " s to read.", OWN_COPY);
      }
      if (reader.exitValue() != 0) {
        throw new OriginalException(
            named(file) + " takes more than " + megabytes + " MiB of memory to read.", OWN_COPY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted.", e);
    } finally {
      reader.destroyForcibly();
    }
    try (BufferedReader in = Files.newBufferedReader(read, StandardCharsets.UTF_8)) {
      return Objects.requireNonNullElse(in.readLine(), PdfLinesProgram.BROKEN);
    }
  }

  private List<PdfLine> lines(Path file, Path read) throws IOException {
    List<PdfLine> lines = new ArrayList<>();
    for (String line : Files.readAllLines(read, StandardCharsets.UTF_8)) {
      Optional<PdfLine> one = PdfLine.of(line);
      one.ifPresent(lines::add);
    }
    if (lines.isEmpty()) {
      throw new OriginalException(
          named(file) + " has no text; its pages may be pictures.", OWN_COPY);
    }
    return List.copyOf(lines);
  }
}
