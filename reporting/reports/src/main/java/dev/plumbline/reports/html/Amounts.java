package dev.plumbline.reports.html;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class Amounts {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

  private Amounts() {}

  /** Decimal units: a kilobyte is 1,000 bytes. */
  static String bytes(long bytes) {
    if (bytes < 1_000) {
      return of(bytes, "byte", "bytes");
    }
    double value = bytes / 1_000.0;
    int unit = 0;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1_000;
      unit++;
    }
    return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
  }

  static String of(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }

  static String time(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 60) {
      return of(seconds, "second", "seconds");
    }
    if (seconds < 3_600) {
      return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }
    return seconds < 172_800
        ? String.format(Locale.ROOT, "%d h %02d min", seconds / 3_600, seconds / 60 % 60)
        : String.format(Locale.ROOT, "%d days %d h", seconds / 86_400, seconds / 3_600 % 24);
  }
}
