package dev.plumbline.importers.shared.matching;

import dev.plumbline.core.BoundedPattern;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;

/** Debian's versions; the order is that of deb-version(7). */
final class DebianVersion {
  private static final BoundedPattern FORM =
      BoundedPattern.compile("(?:(\\d{1,9}):)?(\\d[A-Za-z0-9.+~:-]*?)(?:-([A-Za-z0-9.+~]+))?");

  private DebianVersion() {}

  static OptionalInt compare(String one, String other) {
    Matcher a = FORM.matcher(one);
    Matcher b = FORM.matcher(other);
    if (!a.matches() || !b.matches()) {
      return one.equals(other) ? OptionalInt.of(0) : OptionalInt.empty();
    }
    int epoch = Integer.compare(epoch(a), epoch(b));
    if (epoch != 0) {
      return OptionalInt.of(epoch);
    }
    int upstream = part(a.group(2), b.group(2));
    return OptionalInt.of(
        upstream != 0
            ? upstream
            : part(
                Optional.ofNullable(a.group(3)).orElse(""),
                Optional.ofNullable(b.group(3)).orElse("")));
  }

  private static int epoch(Matcher m) {
    return Integer.parseInt(Optional.ofNullable(m.group(1)).orElse("0"));
  }

  /** Compares runs of what is no digit and runs of digits in turn. */
  private static int part(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() || j < other.length()) {
      while ((i < one.length() && !digit(one, i)) || (j < other.length() && !digit(other, j))) {
        int order = Integer.compare(weight(one, i), weight(other, j));
        if (order != 0) {
          return order;
        }
        i++;
        j++;
      }
      int k = end(one, i);
      int l = end(other, j);
      int order = digits(one.substring(i, k), other.substring(j, l));
      if (order != 0) {
        return order;
      }
      i = k;
      j = l;
    }
    return 0;
  }

  private static boolean digit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** A tilde comes before the end, the end and digits before letters, letters before the rest. */
  private static int weight(String text, int at) {
    if (at >= text.length() || digit(text, at)) {
      return 0;
    }
    char c = text.charAt(at);
    return c == '~' ? -1 : Character.isLetter(c) ? c : c + 256;
  }

  private static int end(String text, int from) {
    int end = Math.min(from, text.length());
    while (end < text.length() && digit(text, end)) {
      end++;
    }
    return end;
  }

  private static int digits(String one, String other) {
    String a = one.replaceFirst("^0+", "");
    String b = other.replaceFirst("^0+", "");
    return a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length());
  }
}
