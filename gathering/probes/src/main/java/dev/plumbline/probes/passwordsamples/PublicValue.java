package dev.plumbline.probes.passwordsamples;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A value of a unit that others can read, such as its MAC address, in the forms from which makers
 * derive passwords.
 *
 * @param text as it is printed
 * @param salts values that every unit shares, such as the model
 */
record PublicValue(String text, List<String> salts) {
  private static final int FEWEST_CHARACTERS = 4;
  private static final int NEIGHBOURS = 2;
  private static final List<Integer> TAILS = List.of(4, 6, 8);

  PublicValue {
    salts = salts.stream().filter(s -> !s.isBlank()).distinct().toList();
  }

  /** Letters and digits alone, in lower case. */
  static String bare(String text) {
    return text.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  String bare() {
    return bare(text);
  }

  /** Whether there is enough of it to derive anything. */
  boolean usable() {
    return bare().length() >= FEWEST_CHARACTERS;
  }

  /** What is hashed or encoded, by a name of its form; the same names for every unit. */
  Map<String, byte[]> inputs() {
    Map<String, byte[]> inputs = new LinkedHashMap<>();
    texts().forEach((name, t) -> inputs.put(name, t.getBytes(StandardCharsets.UTF_8)));
    String bare = bare();
    if (isHex(bare)) {
      bytes(inputs, "bytes", bare);
      for (int tail : TAILS) {
        if (bare.length() > tail) {
          bytes(inputs, "last " + tail / 2 + " bytes", bare.substring(bare.length() - tail));
        }
      }
    }
    return inputs;
  }

  private static void bytes(Map<String, byte[]> inputs, String name, String hex) {
    if (hex.length() % 2 == 0) {
      inputs.put(name, HexFormat.of().parseHex(hex));
    }
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    String bare = bare();
    cases(texts, "as printed", text);
    cases(texts, "without separators", bare);
    cases(texts, "with a line feed", text + "\n");
    cases(texts, "without separators, with a line feed", bare + "\n");
    cases(texts, "with colons", text.replace('-', ':'));
    cases(texts, "with hyphens", text.replace(':', '-'));
    cases(texts, "reversed", new StringBuilder(bare).reverse().toString());
    cases(texts, "its digits", bare.replaceAll("[^0-9]", ""));
    for (int tail : TAILS) {
      if (bare.length() > tail) {
        cases(texts, "last " + tail + " characters", bare.substring(bare.length() - tail));
      }
    }
    if (isHex(bare)) {
      BigInteger number = new BigInteger(bare, 16);
      for (int step = -NEIGHBOURS; step <= NEIGHBOURS; step++) {
        BigInteger next = number.add(BigInteger.valueOf(step));
        if (step != 0 && next.signum() > 0) {
          cases(texts, "plus " + step, padded(next.toString(16), bare.length()));
        }
      }
    }
    for (String salt : salts) {
      for (String form : List.of(text, bare, bare.toUpperCase(Locale.ROOT))) {
        texts.put("after " + salt + ", " + shape(form), salt + form);
        texts.put("before " + salt + ", " + shape(form), form + salt);
      }
    }
    return texts;
  }

  private String shape(String form) {
    return form.equals(text) ? "as printed" : form.equals(bare()) ? "lower case" : "upper case";
  }

  private static void cases(Map<String, String> texts, String name, String text) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(text);
    forms.add(text.toLowerCase(Locale.ROOT));
    forms.add(text.toUpperCase(Locale.ROOT));
    int i = 0;
    for (String form : List.copyOf(forms)) {
      if (!form.isEmpty() && !texts.containsValue(form)) {
        texts.put(i == 0 ? name : name + ", other case", form);
      }
      i++;
    }
  }

  /** The value as numbers, by a name of their form, for relations between units. */
  Map<String, BigInteger> numbers() {
    Map<String, BigInteger> numbers = new LinkedHashMap<>();
    String bare = bare();
    if (isHex(bare)) {
      numbers.put("as a number", new BigInteger(bare, 16));
      numbers.put("reversed", new BigInteger(new StringBuilder(bare).reverse().toString(), 16));
      numbers.put("bytes in reverse", new BigInteger(swapped(bare), 16));
      for (int tail : TAILS) {
        if (bare.length() > tail) {
          numbers.put(
              "last " + tail + " digits", new BigInteger(bare.substring(bare.length() - tail), 16));
        }
      }
    }
    String digits = bare.replaceAll("[^0-9]", "");
    if (!digits.isEmpty()) {
      numbers.put("its digits", new BigInteger(digits));
    }
    String last = bare.replaceAll("^.*[^0-9]", "");
    if (!last.isEmpty() && !last.equals(digits)) {
      numbers.put("its last digits", new BigInteger(last));
    }
    return numbers;
  }

  private static String swapped(String hex) {
    List<String> pairs = new ArrayList<>();
    String even = hex.length() % 2 == 0 ? hex : "0" + hex;
    for (int i = 0; i < even.length(); i += 2) {
      pairs.addFirst(even.substring(i, i + 2));
    }
    return String.join("", pairs);
  }

  private static String padded(String hex, int length) {
    return "0".repeat(Math.max(0, length - hex.length())) + hex;
  }

  static boolean isHex(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }
}
