package dev.plumbline.importers.shared.matching;

import dev.plumbline.core.BoundedPattern;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;

/** Versions of numbers between dots, such as {@code 1.2.3-rc.1}. */
final class NumberedVersion {
  private static final BoundedPattern FORM =
      BoundedPattern.compile(
          "v?(\\d{1,18}(?:\\.\\d{1,18}){0,20})(?:-([0-9A-Za-z.-]+))?(?:\\+[0-9A-Za-z.-]+)?");

  private NumberedVersion() {}

  /** Empty where one of them has another form: letters after a number mean different things. */
  static OptionalInt compare(String one, String other) {
    Matcher a = FORM.matcher(one);
    Matcher b = FORM.matcher(other);
    if (!a.matches() || !b.matches()) {
      return one.equals(other) ? OptionalInt.of(0) : OptionalInt.empty();
    }
    int numbers = numbers(a.group(1).split("\\."), b.group(1).split("\\."));
    if (numbers != 0) {
      return OptionalInt.of(numbers);
    }
    return OptionalInt.of(before(Optional.ofNullable(a.group(2)), Optional.ofNullable(b.group(2))));
  }

  private static int numbers(String[] one, String[] other) {
    for (int i = 0; i < Math.max(one.length, other.length); i++) {
      long a = i < one.length ? Long.parseLong(one[i]) : 0;
      long b = i < other.length ? Long.parseLong(other[i]) : 0;
      if (a != b) {
        return Long.compare(a, b);
      }
    }
    return 0;
  }

  /** A version with such a part comes before the one without it. */
  private static int before(Optional<String> one, Optional<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(one.isEmpty(), other.isEmpty());
    }
    String[] a = one.get().split("\\.");
    String[] b = other.get().split("\\.");
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      int order = identifier(a[i], b[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.length, b.length);
  }

  private static int identifier(String one, String other) {
    boolean a = one.matches("\\d{1,18}");
    boolean b = other.matches("\\d{1,18}");
    if (a && b) {
      return Long.compare(Long.parseLong(one), Long.parseLong(other));
    }
    return a == b ? one.compareTo(other) : a ? -1 : 1;
  }
}
