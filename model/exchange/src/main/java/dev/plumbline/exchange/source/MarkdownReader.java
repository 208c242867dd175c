package dev.plumbline.exchange.source;

import dev.plumbline.core.Place;
import dev.plumbline.exchange.layout.Recogniser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads Markdown: one file, or every {@code .md} of a folder and of the folders in it. */
public final class MarkdownReader {
  private static final List<String> ENDINGS = List.of(".md", ".markdown");
  private static final int MOST_FILES = 500;
  private static final int DEEPEST = 6;

  private final ReadLimits limits;

  /** Reads within these limits. */
  public MarkdownReader(ReadLimits limits) {
    this.limits = limits;
  }

  /** The tables of a file or a folder of files. */
  public Source read(Path path, Recogniser recogniser) throws IOException {
    if (!Files.isDirectory(path)) {
      return file(path, String.valueOf(path.getFileName()), recogniser);
    }
    Source all = new Source(List.of(), List.of(), List.of());
    for (Path file : files(path)) {
      all = all.and(file(file, path.relativize(file).toString(), recogniser));
    }
    return all;
  }

  /** The Markdown files of a folder and of the folders in it. */
  public static List<Path> files(Path path) throws IOException {
    return files(path, ENDINGS);
  }

  /** The files of a folder and of the folders in it whose names end so. */
  public static List<Path> files(Path path, List<String> endings) throws IOException {
    List<Path> files;
    try (Stream<Path> inside = Files.walk(path, DEEPEST)) {
      files =
          inside
              .filter(f -> hasEnding(f, endings) && !isHidden(path.relativize(f)))
              .filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .limit(MOST_FILES + 1)
              .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (files.size() > MOST_FILES) {
      throw new UnreadableFileException(
          "The folder has more than "
              + MOST_FILES
              + " files that end in "
              + endings.getFirst()
              + ".",
          "Name the folder that holds ICS and IXIT alone.");
    }
    if (files.isEmpty()) {
      throw new UnreadableFileException(
          "The folder has no file that ends in " + endings.getFirst() + ".",
          "Name the folder with the Markdown files.");
    }
    return files;
  }

  private static boolean hasEnding(Path file, List<String> endings) {
    return endings.stream().anyMatch(file.toString().toLowerCase(Locale.ROOT)::endsWith);
  }

  /** What belongs to a tool, such as {@code .git}. */
  private static boolean isHidden(Path file) {
    for (Path part : file) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private Source file(Path file, String name, Recogniser recogniser) throws IOException {
    List<MarkdownBlock> blocks = MarkdownBlocks.of(name, text(file, name, limits));
    return VerdictDocument.isOne(blocks)
        ? new Source(List.of(), List.of(), List.of(), List.of(name))
        : new MarkdownForms(name, recogniser).read(blocks);
  }

  /** The text of a file in UTF-8. */
  public static String text(Path file, String name, ReadLimits limits) throws IOException {
    if (Files.size(file) > limits.letters()) {
      throw new UnreadableFileException(
          name + " has " + Files.size(file) + " bytes; at most " + limits.letters() + " are read.",
          "Split it.");
    }
    String text;
    try (InputStream in = Files.newInputStream(file)) {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(in.readNBytes((int) limits.letters())))
              .toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableFileException(name + " is no UTF-8 text.", "Save it as UTF-8.");
    }
    if (text.indexOf('\0') >= 0) {
      throw new UnreadableFileException(
          Place.of(name) + " is no text.", "Give its name the ending of what it is.");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
