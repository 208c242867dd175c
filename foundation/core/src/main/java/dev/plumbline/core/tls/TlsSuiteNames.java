package dev.plumbline.core.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Registered names of cipher suites by their numbers. */
public final class TlsSuiteNames {
  /** Suites of SSL 3.0 to TLS 1.3, in the order of asking. */
  public static final Map<Integer, String> TLS = read("suites.csv");

  /** Cipher kinds of SSL 2.0. */
  public static final Map<Integer, String> SSL2 = read("sslv2.csv");

  private TlsSuiteNames() {}

  /** The name of a suite; empty where the registry has none. */
  public static Optional<String> byCode(int code) {
    return Optional.ofNullable(TLS.get(code)).or(() -> Optional.ofNullable(SSL2.get(code)));
  }

  /**
   * The same.
   *
   * @param code hexadecimal, with or without {@code 0x}
   */
  public static Optional<String> byCode(String code) {
    String digits = code.strip().replaceFirst("^(0[xX]|[xX])", "");
    return digits.matches("[0-9A-Fa-f]{1,6}")
        ? byCode(Integer.parseInt(digits, 16))
        : Optional.empty();
  }

  /** The name of a suite; its number where the registry has none. */
  public static String name(int code) {
    return byCode(code).orElseGet(() -> String.format(Locale.ROOT, "0x%04X", code));
  }

  private static Map<Integer, String> read(String file) {
    try (InputStream in = TlsSuiteNames.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing in the build: " + file);
      }
      Map<Integer, String> names = new LinkedHashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && line.contains(","))
          .map(line -> line.split(",", -1))
          .forEach(cells -> names.put(Integer.parseInt(cells[0].strip(), 16), cells[1].strip()));
      return Collections.unmodifiableMap(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
