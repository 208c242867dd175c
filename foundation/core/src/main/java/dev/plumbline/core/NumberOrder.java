package dev.plumbline.core;

import java.util.Comparator;

/** Orders printed numbers the way a reader expects: 5.2 before 5.10, 5.3-4A before 5.3-4B. */
public enum NumberOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      int leftEnd = digitsEnd(left, i);
      int rightEnd = digitsEnd(right, j);
      int order;
      if (leftEnd > i && rightEnd > j) {
        order = compareDigits(left.substring(i, leftEnd), right.substring(j, rightEnd));
        i = leftEnd;
        j = rightEnd;
      } else {
        order = Character.compare(left.charAt(i++), right.charAt(j++));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length() - i, right.length() - j);
  }

  private static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static int compareDigits(String left, String right) {
    String l = withoutZeros(left);
    String r = withoutZeros(right);
    int byLength = Integer.compare(l.length(), r.length());
    return byLength != 0 ? byLength : l.compareTo(r);
  }

  private static String withoutZeros(String digits) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }
}
