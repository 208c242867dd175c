package dev.plumbline.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file whose content changes with every input. */
record Scratch(Path file) {
  static Scratch named(String name) {
    try {
      return new Scratch(Files.createTempDirectory("fuzz").resolve(name));
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
