package dev.plumbline.capture.say;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** IANA names of cipher suites, from suites.csv. */
record SuiteNames(Map<Integer, String> names) {
  SuiteNames {
    names = Map.copyOf(names);
  }

  static SuiteNames load() {
    try (InputStream in = SuiteNames.class.getResourceAsStream("suites.csv")) {
      if (in == null) {
        throw new IllegalStateException("suites.csv is missing");
      }
      Map<Integer, String> names = new HashMap<>();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(l -> !l.startsWith("#") && l.contains(","))
          .map(l -> l.split(",", 2))
          .forEach(f -> names.put(Integer.parseInt(f[0].strip(), 16), f[1].strip()));
      return new SuiteNames(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String of(int code) {
    return names.getOrDefault(code, String.format(Locale.ROOT, "0x%04X", code));
  }
}
