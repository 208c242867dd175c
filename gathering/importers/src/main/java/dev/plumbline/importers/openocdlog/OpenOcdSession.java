package dev.plumbline.importers.openocdlog;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.observation.hardware.DebugPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** What OpenOCD says of the board behind its adapter. */
final class OpenOcdSession {
  private static final int MOST = 200;
  private static final double LEAST_VOLTS = 1.0;
  private static final BoundedPattern TAP =
      BoundedPattern.compile(
          "JTAG tap: (\\S{1,80}) tap/device found: (0x[0-9a-fA-F]+)(?: \\(mfg: (0x[0-9a-fA-F]+)"
              + " \\(([^)]{0,80})\\), part: (0x[0-9a-fA-F]+))?");
  private static final BoundedPattern SWD = BoundedPattern.compile("SWD DPIDR (0x[0-9a-fA-F]+)");
  private static final BoundedPattern CORE =
      BoundedPattern.compile(
          "\\[?(\\S{1,80}?)\\]? (Cortex-\\S{1,40}) (\\S{1,40}) processor detected");
  private static final BoundedPattern VOLTS =
      BoundedPattern.compile("(?:Target voltage: |VTarget = )(\\d{1,2}\\.\\d{1,6})");
  private static final BoundedPattern LEVEL = BoundedPattern.compile("RDP level (\\d)");
  private static final BoundedPattern LOCKED =
      BoundedPattern.compile("(?i)device security bit set|stm32x device protected");

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

  private final List<DebugPort.Port> ports = new ArrayList<>();
  private final List<DebugPort.Core> cores = new ArrayList<>();
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
          new DebugPort.Port(
              "jtag",
              Texts.some(m.group(1)),
              Texts.some(m.group(2)),
              Texts.some(Optional.ofNullable(m.group(4)).orElse("")),
              Texts.some(Optional.ofNullable(m.group(5)).orElse(""))));
    }
    m = SWD.matcher(line);
    if (m.find()) {
      keep(
          ports,
          new DebugPort.Port(
              "swd", Optional.empty(), Texts.some(m.group(1)), Optional.empty(), Optional.empty()));
    }
    m = CORE.matcher(line);
    if (m.find()) {
      keep(cores, new DebugPort.Core(Texts.some(m.group(1)), Texts.some(m.group(2))));
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

  private static <T> void keep(List<T> rows, T row) {
    if (rows.size() < MOST && !rows.contains(row)) {
      rows.add(row);
    }
  }

  List<DebugPort.Port> ports() {
    return List.copyOf(ports);
  }

  List<DebugPort.Core> cores() {
    return List.copyOf(cores);
  }

  /** Whether a core was halted. */
  boolean halted() {
    return halted;
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
}
