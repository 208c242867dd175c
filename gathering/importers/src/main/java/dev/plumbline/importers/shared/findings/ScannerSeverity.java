package dev.plumbline.importers.shared.findings;

import java.util.List;
import java.util.Locale;

/** How bad the scanner says that a finding is. */
public enum ScannerSeverity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO,
  /** The scanner does not say. */
  UNKNOWN;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** From the words that scanners use. */
  public static ScannerSeverity of(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "critical", "severe" -> CRITICAL;
      case "high", "serious", "error" -> HIGH;
      case "medium", "moderate", "warning", "warn" -> MEDIUM;
      case "low", "minor", "note" -> LOW;
      case "info", "information", "informational", "log", "none", "false positive" -> INFO;
      default -> UNKNOWN;
    };
  }

  /**
   * From the numbers that scanners use: 0 is {@link #INFO}, 4 is {@link #CRITICAL}.
   *
   * @param worst the highest number that the scanner uses, at most 4
   * @param number as text; anything else is unknown
   */
  public static ScannerSeverity ofNumber(String number, int worst) {
    return number.matches("[0-4]") && Integer.parseInt(number) <= worst
        ? List.of(INFO, LOW, MEDIUM, HIGH, CRITICAL).get(Integer.parseInt(number))
        : UNKNOWN;
  }

  /**
   * From a CVSS base score, by the rating of CVSS 3.1.
   *
   * @param score a number as text; anything else is unknown
   */
  public static ScannerSeverity ofScore(String score) {
    if (!score.strip().matches("\\d{1,2}(\\.\\d+)?")) {
      return UNKNOWN;
    }
    double number = Double.parseDouble(score.strip());
    if (number >= 9) {
      return CRITICAL;
    }
    if (number >= 7) {
      return HIGH;
    }
    if (number >= 4) {
      return MEDIUM;
    }
    return number > 0 ? LOW : INFO;
  }
}
