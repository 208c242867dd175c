package dev.plumbline.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** All text of a file, whatever it is, without any of the readers. */
final class SourceWords {
  private SourceWords() {}

  static String of(Path file) throws IOException {
    String name = file.toString();
    if (name.endsWith(".md") || name.endsWith(".csv") || name.endsWith(".json")) {
      return Files.readString(file);
    }
    StringBuilder all = new StringBuilder();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry part : Collections.list(zip.entries())) {
        all.append(part(zip, part));
      }
    }
    return all.toString();
  }

  /** A part as text. */
  static String part(ZipFile zip, ZipEntry part) {
    try (InputStream in = zip.getInputStream(part)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
