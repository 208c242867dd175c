package dev.plumbline.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file whose content changes with every input. */
record ChangingFile(Path file) {
  static ChangingFile named(String name) {
    try {
      return new ChangingFile(Files.createTempDirectory("fuzz").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path with(byte[] input, int from) {
    try (var out = Files.newOutputStream(file)) {
      out.write(input, from, input.length - from);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
