package dev.plumbline.core;

import java.util.regex.Pattern;

/**
 * Number of a provision of ETSI EN 303 645, such as {@code 5.1-2A}. A test group of TS 103 701 has
 * the number of its provision.
 *
 * @param value the number as printed in Table B.1 of EN 303 645
 */
public record ProvisionId(String value) implements Comparable<ProvisionId> {
  private static final Pattern FORM = Pattern.compile("\\d{1,2}(\\.\\d{1,2})?-\\d{1,2}[A-Z]?");

  public ProvisionId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a provision number: " + value);
    }
  }

  /** Whether the text has the form of a provision number. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  /** The section that the provision stands in, such as {@code 5.1} or {@code 6}. */
  public String section() {
    return value.substring(0, value.indexOf('-'));
  }

  @Override
  public int compareTo(ProvisionId other) {
    return NumberOrder.INSTANCE.compare(value, other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
