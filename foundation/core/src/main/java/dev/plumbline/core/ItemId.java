package dev.plumbline.core;

/**
 * Name of a test item: one test unit applied to one subject.
 *
 * @param unit the test unit
 * @param subject {@code DUT}, or {@code TABLE/ENTRY} for an IXIT entry, or {@code
 *     TABLE/ENTRY+TABLE/ENTRY} for a pair
 */
public record ItemId(UnitId unit, String subject) implements Comparable<ItemId> {
  /** Subject of items that look at the device as a whole. */
  public static final String DUT = "DUT";

  public ItemId {
    if (subject.isBlank()) {
      throw new IllegalArgumentException("a test item needs a subject");
    }
  }

  /** Reads the form that {@link #toString()} writes, {@code 5.1-1-2c@1-AuthMech/AuthMech-1}. */
  public static ItemId parse(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? new ItemId(new UnitId(text), DUT)
        : new ItemId(new UnitId(text.substring(0, at)), text.substring(at + 1));
  }

  @Override
  public int compareTo(ItemId other) {
    int byUnit = unit.compareTo(other.unit);
    return byUnit != 0 ? byUnit : NumberOrder.INSTANCE.compare(subject, other.subject);
  }

  @Override
  public String toString() {
    return unit + "@" + subject;
  }
}
