package dev.plumbline.importing.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * What becomes of a tool's own file in hostile hands: its first bytes are right, so that it gets as
 * far as the parser, and then it turns. Each is the same at every run.
 */
final class HostileVariants {
  private static final int ENDLESS = 10 << 20;
  private static final byte[] BOMB = packed(new byte[64 << 20]);
  private static final int DEEP = 100_000;
  private static final int LARGEST_HEADER = 256;

  private static final Pattern NUMBER = Pattern.compile("\\b\\d+\\b");
  private static final Pattern MEMBER = Pattern.compile("\"[^\"\\\\\n]{1,60}\"\\s*:");
  private static final Pattern TEXT_VALUE = Pattern.compile("(:\\s*)\"[^\"\\\\\n]*\"");
  private static final Pattern NUMBER_VALUE = Pattern.compile("(:\\s*)-?\\d+(\\.\\d+)?");
  private static final Pattern ATTRIBUTE = Pattern.compile("(\\s[\\w:-]+=)\"[^\"<]*\"");

  private final byte[] sample;
  private final String text;
  private final Map<String, Supplier<byte[]>> all = new LinkedHashMap<>();

  private HostileVariants(byte[] sample) {
    this.sample = sample.clone();
    this.text = new String(sample, StandardCharsets.ISO_8859_1);
  }

  /** All of them, by name; each is made when it is asked for. */
  static Map<String, Supplier<byte[]>> of(byte[] sample) {
    HostileVariants variants = new HostileVariants(sample);
    variants.turns();
    variants.lies();
    variants.repeats();
    variants.encodes();
    return Collections.unmodifiableMap(variants.all);
  }

  /** Half a file that goes on as something else. */
  private void turns() {
    byte[] garbage = new byte[1 << 16];
    new Random(11).nextBytes(garbage);
    for (int quarter = 1; quarter <= 4; quarter++) {
      int at = sample.length * quarter / 4;
      put("turns to garbage after %d bytes".formatted(at), () -> begun(at, garbage));
    }
    int half = sample.length / 2;
    for (String word : List.of("[", "{\"a\":", "<a>", "(", "{")) {
      put("nests %s without end".formatted(word), () -> begun(half, bytes(word.repeat(DEEP))));
      put(
          "whole, then nests %s".formatted(word),
          () -> begun(sample.length, bytes(word.repeat(DEEP))));
    }
    put("has an endless line", () -> begun(half, run('A')));
    put("whole, then an endless line", () -> begun(sample.length, run('A')));
    put("has endless empty lines", () -> begun(half, run('\n')));
    put("ends in zeros", () -> begun(half, run('\0')));
    put("holds zeros", () -> replaced(1, 37, (byte) 0));
  }

  /** Numbers, lengths and kinds of values that are not so. */
  private void lies() {
    for (String number : List.of("4294967295", "4294967296", "9".repeat(400), "-1", "1e999", "")) {
      String shown = number.length() > 20 ? "of 400 digits" : "'" + number + "'";
      put("its numbers are " + shown, () -> changed(NUMBER, number));
    }
    put("its texts are objects", () -> changed(TEXT_VALUE, "$1{}"));
    put("its texts are numbers", () -> changed(TEXT_VALUE, "$15"));
    put("its texts are nothing", () -> changed(TEXT_VALUE, "$1null"));
    put("its texts are empty", () -> changed(TEXT_VALUE, "$1\"\""));
    put("its texts are long", () -> changed(TEXT_VALUE, "$1\"" + "y".repeat(9_000) + "\""));
    put("its numbers are texts", () -> changed(NUMBER_VALUE, "$1\"x\""));
    put("its numbers are lists", () -> changed(NUMBER_VALUE, "$1[[]]"));
    put("its attributes are empty", () -> changed(ATTRIBUTE, "$1\"\""));
    put("its attributes are long", () -> changed(ATTRIBUTE, "$1\"" + "y".repeat(9_000) + "\""));
    put("its attributes move the cursor", () -> changed(ATTRIBUTE, "$1\"&#x9;\u009b2J\""));
    put("its texts move the cursor", () -> changed(TEXT_VALUE, "$1\"\\\\u001b[2J\\\\n\\\\u202e\""));
    boolean binary = text.chars().anyMatch(c -> c < '\t');
    for (int at = 0; binary && at + 4 <= Math.min(sample.length, LARGEST_HEADER); at += 2) {
      int from = at;
      put("4 GiB at " + at, () -> lengthAt(from));
    }
    for (int seed = 1; seed <= 12; seed++) {
      long s = seed;
      put("bytes changed " + seed, () -> scattered(s));
    }
  }

  /** The same twice, in another order, or another time. */
  private void repeats() {
    put("says it twice", () -> begun(sample.length, sample));
    put("its members are twofold", () -> doubled(MEMBER, "null,"));
    put("its members come again as another kind", () -> doubled(MEMBER, "[{\"a\":1}],"));
    put(
        "its lines are twofold",
        () -> lines(l -> l.stream().flatMap(x -> List.of(x, x).stream()).toList()));
    put("its lines are turned round", () -> lines(List::reversed));
    put("its lines are mixed", () -> lines(HostileVariants::mixed));
    put("every other line is gone", () -> lines(HostileVariants::everyOther));
  }

  private void encodes() {
    put("in UTF-16", () -> text.getBytes(StandardCharsets.UTF_16));
    put("in UTF-16LE without a mark", () -> text.getBytes(StandardCharsets.UTF_16LE));
    put("in UTF-32", () -> text.getBytes(java.nio.charset.Charset.forName("UTF-32BE")));
    put("with bytes that are no UTF-8", () -> replaced(5, 41, (byte) 0xC3));
    put("packed", () -> packed(sample));
    put("packed many times", this::packedOften);
    put("a bomb behind it", () -> begun(sample.length, BOMB));
    put(
        "lines of another system",
        () -> text.replace("\n", "\r").getBytes(StandardCharsets.ISO_8859_1));
  }

  private void put(String name, Supplier<byte[]> variant) {
    all.put(name, variant);
  }

  private byte[] begun(int at, byte[] rest) {
    byte[] whole = Arrays.copyOf(sample, at + rest.length);
    System.arraycopy(rest, 0, whole, at, rest.length);
    return whole;
  }

  private static byte[] run(char c) {
    byte[] bytes = new byte[ENDLESS];
    Arrays.fill(bytes, (byte) c);
    return bytes;
  }

  private byte[] replaced(int from, int step, byte by) {
    byte[] changed = sample.clone();
    for (int i = from; i < changed.length; i += step) {
      changed[i] = by;
    }
    return changed;
  }

  private byte[] lengthAt(int at) {
    byte[] changed = sample.clone();
    Arrays.fill(changed, at, at + 4, (byte) 0xFF);
    return changed;
  }

  private byte[] scattered(long seed) {
    Random random = new Random(seed);
    byte[] changed = sample.clone();
    for (int i = 0; i < 1 + changed.length / 100 && changed.length > 0; i++) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  private byte[] changed(Pattern pattern, String replacement) {
    return bytes(pattern.matcher(text).replaceAll(replacement));
  }

  private byte[] doubled(Pattern member, String value) {
    return bytes(
        member
            .matcher(text)
            .replaceAll(m -> Matcher.quoteReplacement(m.group() + value + m.group())));
  }

  private byte[] lines(java.util.function.UnaryOperator<List<String>> change) {
    return bytes(String.join("\n", change.apply(List.of(text.split("\n", -1)))));
  }

  private static List<String> mixed(List<String> lines) {
    List<String> mixed = new ArrayList<>(lines);
    Collections.shuffle(mixed, new Random(5));
    return mixed;
  }

  private static List<String> everyOther(List<String> lines) {
    List<String> some = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += 2) {
      some.add(lines.get(i));
    }
    return some;
  }

  private byte[] packedOften() {
    byte[] bytes = sample;
    for (int i = 0; i < 40; i++) {
      bytes = packed(bytes);
    }
    return bytes;
  }

  private static byte[] packed(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
