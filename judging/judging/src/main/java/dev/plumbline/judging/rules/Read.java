package dev.plumbline.judging.rules;

/**
 * What an expression reads.
 *
 * @param variable {@code row}, {@code other} or {@code tables}
 * @param field column, typed field or table
 */
record Read(String variable, String field) implements Comparable<Read> {
  /** How people know it: {@code kind}, {@code other.kind}, {@code tables.Conf}. */
  String shown() {
    return variable.equals("row") ? field : variable + "." + field;
  }

  @Override
  public int compareTo(Read other) {
    return shown().compareTo(other.shown());
  }
}
