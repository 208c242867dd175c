package dev.plumbline.importers.openocdlog;

import dev.plumbline.importers.reading.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What OpenOCD says of the board behind its adapter. */
final class Session {
  private static final int MOST = 200;
  private static final double LEAST_VOLTS = 1.0;
  private static final Pattern TAP =
      Pattern.compile(
          "JTAG tap: (\\S{1,80}) tap/device found: (0x[0-9a-fA-F]+)(?: \\(mfg: (0x[0-9a-fA-F]+)"
              + " \\(([^)]{0,80})\\), part: (0x[0-9a-fA-F]+))?");
  private static final Pattern SWD = Pattern.compile("SWD DPIDR (0x[0-9a-fA-F]+)");
  private static final Pattern CORE =
      Pattern.compile("\\[?(\\S{1,80}?)\\]? (Cortex-\\S{1,40}) (\\S{1,40}) processor detected");
  private static final Pattern VOLTS =
      Pattern.compile("(?:Target voltage: |VTarget = )(\\d{1,2}\\.\\d{1,6})");
  private static final Pattern LEVEL = Pattern.compile("RDP level (\\d)");
  private static final Pattern LOCKED =
      Pattern.compile("(?i)device security bit set|stm32x device protected");

  /**
   * Sign of a port that says nothing.
   *
   * @param transport that it is of; empty for either
   */
  private record Sign(String text, String transport) {}

  private static final List<Sign> SILENT =
      List.of(
          new Sign("all ones", "jtag"),
          new Sign("all zeroes", "jtag"),
          new Sign("No Valid JTAG Interface", "jtag"),
          new Sign("Error connecting DP", "swd"),
          new Sign("cannot read IDR", "swd"),
          new Sign("init mode failed", ""));

  private final List<Map<String, Object>> ports = new ArrayList<>();
  private final List<Map<String, Object>> cores = new ArrayList<>();
  private final Set<String> silent = new TreeSet<>();
  private String transport = "";
  private String silence = "";
  private String readOut = "";
  private boolean halted;
  private boolean powered;

  void line(String line) {
    if (line.contains("auto-selecting first available session transport \"")
        || line.contains("autoselect '")) {
      transport = line.contains("swd") ? "swd" : "jtag";
    }
    halted |= line.contains("halted due to");
    port(line);
    protection(line);
    Matcher volts = VOLTS.matcher(line);
    powered |= volts.find() && Double.parseDouble(volts.group(1)) >= LEAST_VOLTS;
    SILENT.stream().filter(s -> line.contains(s.text())).forEach(s -> silence(line, s));
  }

  private void silence(String line, Sign sign) {
    silence = silence.isEmpty() ? line.replaceFirst("^(?:Error|Warn|Info) ?: ", "") : silence;
    String which = sign.transport().isEmpty() ? transport : sign.transport();
    if (!which.isEmpty()) {
      silent.add(which);
    }
  }

  private void port(String line) {
    Matcher m = TAP.matcher(line);
    if (m.find()) {
      keep(
          ports,
          new Row()
              .put("interface", "jtag")
              .put("name", m.group(1))
              .put("id", m.group(2))
              .put("maker", Optional.ofNullable(m.group(4)).orElse(""))
              .put("part", Optional.ofNullable(m.group(5)).orElse("")));
    }
    m = SWD.matcher(line);
    if (m.find()) {
      keep(ports, new Row().put("interface", "swd").put("id", m.group(1)));
    }
    m = CORE.matcher(line);
    if (m.find()) {
      keep(cores, new Row().put("name", m.group(1)).put("core", m.group(2)));
    }
  }

  private void protection(String line) {
    Matcher level = LEVEL.matcher(line);
    if (level.find()) {
      readOut = level.group(1).equals("0") ? "open" : "locked";
    } else if (LOCKED.matcher(line).find()) {
      readOut = "locked";
    }
  }

  private static void keep(List<Map<String, Object>> rows, Row row) {
    if (rows.size() < MOST && !rows.contains(row.map())) {
      rows.add(row.map());
    }
  }

  List<Map<String, Object>> ports() {
    return ports;
  }

  /** Transports on which it said nothing. */
  Set<String> silent() {
    return silent;
  }

  /** The first sign of silence; empty without one. */
  String silence() {
    return silence;
  }

  String transport() {
    return transport;
  }

  /** {@code locked}, {@code open}, or empty where it is not told. */
  String readOut() {
    return readOut;
  }

  /** Whether the board had its supply voltage at the adapter. */
  boolean powered() {
    return powered;
  }

  Map<String, Object> value() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("ports", List.copyOf(ports));
    value.put("cores", List.copyOf(cores));
    value.put("halted", halted);
    value.put("silent", List.copyOf(silent));
    if (!readOut.isEmpty()) {
      value.put("readOut", readOut);
    }
    return value;
  }
}
