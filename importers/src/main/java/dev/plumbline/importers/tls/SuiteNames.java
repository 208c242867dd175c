package dev.plumbline.importers.tls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** IANA names of cipher suites by their numbers. */
public final class SuiteNames {
  private final Map<Integer, String> names;

  private SuiteNames(Map<Integer, String> names) {
    this.names = Map.copyOf(names);
  }

  /** Reads the registry that lies beside this class. */
  public static SuiteNames load() {
    Map<Integer, String> names = new HashMap<>();
    read("suites.csv", names);
    read("sslv2.csv", names);
    return new SuiteNames(names);
  }

  private static void read(String file, Map<Integer, String> names) {
    try (InputStream in = Objects.requireNonNull(SuiteNames.class.getResourceAsStream(file), file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#") && line.contains(","))
          .map(line -> line.split(",", -1))
          .forEach(row -> names.put(Integer.parseInt(row[0], 16), row[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The name of a suite.
   *
   * @param code hexadecimal, with or without {@code 0x}
   */
  public Optional<String> byCode(String code) {
    String digits = code.strip().replaceFirst("^(0[xX]|[xX])", "");
    return digits.matches("[0-9A-Fa-f]{1,6}")
        ? Optional.ofNullable(names.get(Integer.parseInt(digits, 16)))
        : Optional.empty();
  }
}
