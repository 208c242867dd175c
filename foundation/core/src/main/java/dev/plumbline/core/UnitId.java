package dev.plumbline.core;

import java.util.regex.Pattern;

/**
 * Number of a test unit of ETSI TS 103 701, such as {@code 5.1-1-2c}: provision, case, letter.
 *
 * @param value the number as printed
 */
public record UnitId(String value) implements Comparable<UnitId> {
  private static final Pattern FORM =
      Pattern.compile("\\d{1,2}(\\.\\d{1,2})?-\\d{1,2}[A-Z]?-\\d{1,2}[a-z]");

  public UnitId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a test unit number: " + value);
    }
  }

  /** Whether the text has the form of a test unit number. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /** The test case that the unit belongs to, such as {@code 5.1-1-2}. */
  public String caseId() {
    return value.substring(0, value.length() - 1);
  }

  /** The provision that the unit belongs to. */
  public ProvisionId provision() {
    return new ProvisionId(value.substring(0, value.lastIndexOf('-')));
  }

  @Override
  public int compareTo(UnitId other) {
    return NumberOrder.INSTANCE.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
