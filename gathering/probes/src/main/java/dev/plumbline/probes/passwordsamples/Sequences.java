package dev.plumbline.probes.passwordsamples;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.core.BoundedPattern;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;

/** Rows within a password, and passwords that count on from unit to unit. */
final class Sequences {
  private static final int ROW = 5;
  private static final BigInteger NEAR = BigInteger.valueOf(16);
  private static final BoundedPattern TAIL = BoundedPattern.compile("(.*?)([0-9]{1,18})([^0-9]*)");
  private static final BoundedPattern SAME = BoundedPattern.compile("(.)\\1{3,}");

  private final List<String> rows = new ArrayList<>();

  Sequences() {
    for (String row : DataFile.lines(Sequences.class, "sequences.txt")) {
      rows.add(row);
      rows.add(new StringBuilder(row).reverse().toString());
    }
  }

  /** Whether the password holds a row of neighbours or four times the same character. */
  boolean hasRow(String password) {
    String lower = password.toLowerCase(Locale.ROOT);
    if (SAME.matcher(lower).find()) {
      return true;
    }
    for (int i = 0; i + ROW <= lower.length(); i++) {
      String part = lower.substring(i, i + ROW);
      if (rows.stream().anyMatch(r -> r.contains(part))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether two passwords differ by a small step of a counter alone: same text around a number,
   * numbers at most 16 apart. Short numbers are near by chance, so the step must be rarer than one
   * in a hundred.
   */
  static boolean countsOn(List<String> passwords) {
    Map<String, List<BigInteger>> numbers = new HashMap<>();
    for (String password : passwords) {
      Matcher m = TAIL.matcher(password);
      if (m.matches()) {
        String around = m.group(1) + "#" + m.group(2).length() + "#" + m.group(3);
        numbers.computeIfAbsent(around, k -> new ArrayList<>()).add(new BigInteger(m.group(2)));
      }
    }
    for (Map.Entry<String, List<BigInteger>> same : numbers.entrySet()) {
      List<BigInteger> sorted = new ArrayList<>(same.getValue());
      Collections.sort(sorted);
      int digits = Integer.parseInt(same.getKey().replaceAll("(?s).*#(\\d+)#.*", "$1"));
      BigInteger rare = BigInteger.TEN.pow(digits).divide(BigInteger.valueOf(100)).min(NEAR);
      for (int i = 1; i < sorted.size(); i++) {
        BigInteger step = sorted.get(i).subtract(sorted.get(i - 1));
        if (step.signum() > 0 && step.compareTo(rare) <= 0) {
          return true;
        }
      }
    }
    return false;
  }
}
