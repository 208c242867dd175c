package dev.plumbline.exchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which ICS and IXIT travel. */
public enum ExchangeFormat {
  XLSX,
  DOCX,
  MD;

  /** By its name on the command line, such as {@code xlsx}. */
  public static Optional<ExchangeFormat> of(String name) {
    return Arrays.stream(values())
        .filter(f -> f.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
