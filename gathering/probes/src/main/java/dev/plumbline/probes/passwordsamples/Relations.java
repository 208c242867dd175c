package dev.plumbline.probes.passwordsamples;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * Whether the passwords of several units stand in one fixed relation to a public value of theirs:
 * differ from it by the same bits (exclusive or), by the same amount, or follow it in equal steps.
 */
final class Relations {
  private static final int ENOUGH_BITS = 24;
  private static final int ENOUGH_FOR_STEPS = 3;

  private Relations() {}

  /** How; empty where no such relation shows. */
  static Optional<String> between(List<String> passwords, List<PublicValue> values) {
    Map<String, List<BigInteger>> mine = numbers(passwords);
    Map<String, List<BigInteger>> theirs = new LinkedHashMap<>();
    Set<String> forms =
        values.stream().flatMap(v -> v.numbers().keySet().stream()).collect(Collectors.toSet());
    for (String form : forms) {
      if (values.stream().allMatch(v -> v.numbers().containsKey(form))) {
        theirs.put(
            form,
            values.stream().map(v -> v.numbers().getOrDefault(form, BigInteger.ZERO)).toList());
      }
    }
    for (Map.Entry<String, List<BigInteger>> p : mine.entrySet()) {
      for (Map.Entry<String, List<BigInteger>> v : theirs.entrySet()) {
        Optional<String> relation = relation(p.getValue(), v.getValue());
        if (relation.isPresent()) {
          return Optional.of(relation.get() + " " + v.getKey() + ", " + p.getKey());
        }
      }
    }
    List<String> bare = passwords.stream().map(PublicValue::bare).toList();
    return theirs.entrySet().stream()
        .filter(v -> Alphabets.inEqualSteps(bare, v.getValue()))
        .findFirst()
        .map(v -> "a constant times it (" + v.getKey() + ")");
  }

  private static Optional<String> relation(List<BigInteger> mine, List<BigInteger> theirs) {
    long units = theirs.stream().distinct().count();
    int width = mine.stream().mapToInt(BigInteger::bitLength).max().orElse(0);
    if (units < 2 || mine.stream().distinct().count() < 2) {
      return Optional.empty();
    }
    boolean enough = (units - 1) * width >= ENOUGH_BITS;
    if (enough && same(mine, theirs, BigInteger::xor)) {
      return Optional.of("a fixed exclusive or with it");
    }
    if (enough
        && (same(mine, theirs, BigInteger::subtract) || same(mine, theirs, BigInteger::add))) {
      return Optional.of("a fixed amount away from it");
    }
    if (units >= ENOUGH_FOR_STEPS
        && (units - 2) * width >= ENOUGH_BITS
        && inEqualSteps(mine, theirs)) {
      return Optional.of("in equal steps with it");
    }
    return Optional.empty();
  }

  private static boolean same(
      List<BigInteger> mine, List<BigInteger> theirs, BinaryOperator<BigInteger> difference) {
    BigInteger first = difference.apply(mine.getFirst(), theirs.getFirst());
    for (int i = 1; i < mine.size(); i++) {
      if (!difference.apply(mine.get(i), theirs.get(i)).equals(first)) {
        return false;
      }
    }
    return true;
  }

  private static boolean inEqualSteps(List<BigInteger> mine, List<BigInteger> theirs) {
    Optional<BigInteger> factor = Optional.empty();
    for (int i = 1; i < mine.size(); i++) {
      BigInteger p = mine.get(i).subtract(mine.getFirst());
      BigInteger v = theirs.get(i).subtract(theirs.getFirst());
      if (v.signum() == 0) {
        if (p.signum() != 0) {
          return false;
        }
        continue;
      }
      BigInteger[] step = p.divideAndRemainder(v);
      if (step[1].signum() != 0
          || step[0].signum() == 0
          || (factor.isPresent() && !factor.get().equals(step[0]))) {
        return false;
      }
      factor = Optional.of(step[0]);
    }
    return factor.isPresent();
  }

  /** The part of each password that differs, read as a number in each way that fits them all. */
  private static Map<String, List<BigInteger>> numbers(List<String> passwords) {
    List<String> bare = passwords.stream().map(PublicValue::bare).toList();
    int fixed = fixed(bare);
    List<String> cores = bare.stream().map(b -> b.substring(fixed)).toList();
    Map<String, List<BigInteger>> numbers = new LinkedHashMap<>();
    for (List<String> texts : fixed == 0 ? List.of(bare) : List.of(cores, bare)) {
      String where = texts.equals(bare) ? "" : " after the fixed part";
      if (texts.stream().allMatch(t -> t.matches("[0-9]+"))) {
        numbers.put("in decimal" + where, texts.stream().map(BigInteger::new).toList());
      }
      if (texts.stream().allMatch(PublicValue::isHex)) {
        numbers.put(
            "in hexadecimal" + where, texts.stream().map(t -> new BigInteger(t, 16)).toList());
      }
      if (texts.stream().noneMatch(String::isEmpty)) {
        numbers.put("in base 36" + where, texts.stream().map(t -> new BigInteger(t, 36)).toList());
      }
    }
    base64(passwords).ifPresent(n -> numbers.put("in Base64", n));
    return numbers;
  }

  private static Optional<List<BigInteger>> base64(List<String> passwords) {
    List<BigInteger> numbers = new ArrayList<>();
    for (String password : passwords) {
      try {
        byte[] bytes = Base64.getDecoder().decode(password);
        numbers.add(new BigInteger(1, bytes));
      } catch (IllegalArgumentException notBase64) {
        return Optional.empty();
      }
    }
    return Optional.of(numbers);
  }

  /** How many characters all begin with. */
  static int fixed(List<String> texts) {
    if (texts.stream().distinct().count() < 2) {
      return 0;
    }
    int shortest = texts.stream().mapToInt(String::length).min().orElse(0);
    int fixed = 0;
    while (fixed < shortest) {
      char c = texts.getFirst().charAt(fixed);
      int at = fixed;
      if (!texts.stream().allMatch(t -> t.charAt(at) == c)) {
        break;
      }
      fixed++;
    }
    return fixed;
  }
}
