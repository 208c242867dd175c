package dev.plumbline.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that do not list their questions yet; their Holds is taken without. Ends empty. */
final class ChecksWithoutQuestions {
  private static final String FILE = "checks-without-questions.txt";
  private static final Set<String> NAMES = read();

  private ChecksWithoutQuestions() {}

  static Set<String> names() {
    return NAMES;
  }

  private static Set<String> read() {
    try (InputStream in = ChecksWithoutQuestions.class.getResourceAsStream(FILE)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped file " + FILE, e);
    }
  }
}
