package dev.plumbline.client.tls;

import dev.plumbline.core.tls.TlsSuiteNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The registries: numbers and names of suites, groups, signature algorithms and alerts, read once
 * from data files.
 */
public final class CodeBook {
  private static final String FOLDER = "/dev/plumbline/client/tls/";

  /** All suites that are asked for in SSL 3.0 to TLS 1.2, in the order of asking. */
  public static final List<CipherSuite> CLASSIC_SUITES;

  /** All suites of TLS 1.3. */
  public static final List<CipherSuite> TLS13_SUITES;

  /** All cipher kinds of SSL 2.0. */
  public static final List<CipherSuite> SSL2_SUITES;

  private static final Map<Integer, String> ALERTS;
  private static final Map<Integer, Row> GROUPS;
  private static final Map<Integer, Row> SIGNATURES;

  static {
    List<CipherSuite> all = suites(TlsSuiteNames.TLS);
    CLASSIC_SUITES = all.stream().filter(s -> !s.isTls13()).toList();
    TLS13_SUITES = all.stream().filter(CipherSuite::isTls13).toList();
    SSL2_SUITES = suites(TlsSuiteNames.SSL2);
    GROUPS = read("groups.csv", 16);
    SIGNATURES = read("signatures.csv", 16);
    Map<Integer, String> alerts = new LinkedHashMap<>();
    read("alerts.csv", 10).forEach((code, row) -> alerts.put(code, row.name()));
    ALERTS = Collections.unmodifiableMap(alerts);
  }

  private CodeBook() {}

  private static List<CipherSuite> suites(Map<Integer, String> names) {
    return names.entrySet().stream().map(e -> new CipherSuite(e.getKey(), e.getValue())).toList();
  }

  private record Row(String name, String use) {
    boolean usedIn(ProtocolVersion version) {
      return use.equals("both") || use.equals(version == ProtocolVersion.TLS13 ? "13" : "12");
    }
  }

  /** The suite with that number; one that no registry knows is named by its number. */
  public static CipherSuite suite(int code) {
    return new CipherSuite(code, TlsSuiteNames.name(code));
  }

  public static String group(int code) {
    return name(GROUPS, code);
  }

  public static String signature(int code) {
    return name(SIGNATURES, code);
  }

  public static String alert(int code) {
    return Optional.ofNullable(ALERTS.get(code)).orElse("alert " + code);
  }

  /** Groups that may be offered in that version. */
  public static List<Integer> groups(ProtocolVersion version) {
    return used(GROUPS, version);
  }

  /** Signature algorithms that may be offered in that version. */
  public static List<Integer> signatures(ProtocolVersion version) {
    return used(SIGNATURES, version);
  }

  private static List<Integer> used(Map<Integer, Row> book, ProtocolVersion version) {
    return book.entrySet().stream()
        .filter(e -> e.getValue().usedIn(version))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String name(Map<Integer, Row> book, int code) {
    return Optional.ofNullable(book.get(code)).map(Row::name).orElseGet(() -> hex(code));
  }

  private static String hex(int code) {
    return String.format(Locale.ROOT, "0x%04X", code);
  }

  // From the root: a path with ".." is found in folders and not in a jar.
  private static Map<Integer, Row> read(String file, int radix) {
    try (InputStream in = CodeBook.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("missing in the build: " + file);
      }
      Map<Integer, Row> rows = new LinkedHashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(","))
          .forEach(
              cells ->
                  rows.put(
                      Integer.parseInt(cells[0], radix),
                      new Row(cells[1], cells.length > 2 ? cells[2] : "both")));
      return Collections.unmodifiableMap(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
