package dev.plumbline.recording;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text with one kind of escapes taken out, and where in the text each of its characters stood.
 * What an escape stands for beyond ASCII is there as the bytes of its UTF-8, a character each.
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for a moment, is never compared.
record Escapes(String text, int[] from, int[] to) {
  /** Names of HTML that stand for characters of passwords. */
  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("amp", (int) '&'),
          Map.entry("lt", (int) '<'),
          Map.entry("gt", (int) '>'),
          Map.entry("quot", (int) '"'),
          Map.entry("apos", (int) '\''),
          Map.entry("sol", (int) '/'),
          Map.entry("bsol", (int) '\\'),
          Map.entry("plus", (int) '+'),
          Map.entry("equals", (int) '='),
          Map.entry("percnt", (int) '%'),
          Map.entry("num", (int) '#'),
          Map.entry("dollar", (int) '$'),
          Map.entry("commat", (int) '@'),
          Map.entry("excl", (int) '!'),
          Map.entry("quest", (int) '?'),
          Map.entry("colon", (int) ':'),
          Map.entry("semi", (int) ';'),
          Map.entry("period", (int) '.'),
          Map.entry("comma", (int) ','),
          Map.entry("lowbar", (int) '_'),
          Map.entry("hyphen", (int) '-'),
          Map.entry("dash", (int) '-'));

  private static final int LONGEST = 12;

  /** Length of {@code \xNN}, the longest escape of a byte. */
  private static final int BYTE = 4;

  /** How an escape is written. */
  private interface Kind {
    /** The escape that begins at that place; empty when none does. */
    Optional<Escape> at(String text, int at);
  }

  /**
   * @param length of what is written
   * @param code what it stands for; -1 for nothing, such as a soft line break
   */
  private record Escape(int length, int code) {}

  /** The text without each kind of escapes that it has. */
  static List<Escapes> of(String text) {
    List<Escapes> all = new ArrayList<>();
    taken(text, '%', Escapes::percent).ifPresent(all::add);
    taken(text, '&', Escapes::entity).ifPresent(all::add);
    taken(text, '\\', Escapes::backslash).ifPresent(all::add);
    taken(text, '=', Escapes::quotedPrintable).ifPresent(all::add);
    return all;
  }

  private static Optional<Escapes> taken(String text, char mark, Kind kind) {
    int next = text.indexOf(mark);
    if (next < 0) {
      return Optional.empty();
    }
    Builder plain = new Builder(text.length());
    boolean any = false;
    for (int i = 0; i < text.length(); ) {
      Optional<Escape> escape = text.charAt(i) == mark ? kind.at(text, i) : Optional.empty();
      if (escape.isEmpty()) {
        plain.add(text.charAt(i), i, i + 1);
        i++;
      } else {
        any = true;
        plain.code(escape.get().code(), i, i + escape.get().length());
        i += escape.get().length();
      }
    }
    return any ? Optional.of(plain.build()) : Optional.empty();
  }

  private static Optional<Escape> percent(String text, int at) {
    return hex(text, at + 1, 2).map(code -> new Escape(3, code));
  }

  private static Optional<Escape> quotedPrintable(String text, int at) {
    if (text.startsWith("\r\n", at + 1)) {
      return Optional.of(new Escape(3, -1));
    }
    if (text.startsWith("\n", at + 1)) {
      return Optional.of(new Escape(2, -1));
    }
    return percent(text, at);
  }

  private static Optional<Escape> backslash(String text, int at) {
    if (at + 1 >= text.length()) {
      return Optional.empty();
    }
    return switch (text.charAt(at + 1)) {
      case 'u' -> hex(text, at + 2, 4).map(code -> new Escape(6, code));
      case 'x' -> hex(text, at + 2, 2).map(code -> new Escape(4, code));
      case '\n', '\r' -> Optional.empty();
      default ->
          Character.isLetterOrDigit(text.charAt(at + 1))
              ? Optional.empty()
              : Optional.of(new Escape(2, text.charAt(at + 1)));
    };
  }

  private static Optional<Escape> entity(String text, int at) {
    int end = text.indexOf(';', at);
    if (end < 0 || end - at > LONGEST || end - at < 3) {
      return Optional.empty();
    }
    String name = text.substring(at + 1, end);
    int length = end + 1 - at;
    if (name.charAt(0) != '#') {
      return Optional.ofNullable(NAMES.get(name)).map(code -> new Escape(length, code));
    }
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    String digits = name.substring(hex ? 2 : 1);
    if (digits.isEmpty() || digits.length() > 7) {
      return Optional.empty();
    }
    int code = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), hex ? 16 : 10);
      if (digit < 0) {
        return Optional.empty();
      }
      code = code * (hex ? 16 : 10) + digit;
    }
    return Character.isValidCodePoint(code)
        ? Optional.of(new Escape(length, code))
        : Optional.empty();
  }

  private static Optional<Integer> hex(String text, int at, int digits) {
    if (at + digits > text.length()) {
      return Optional.empty();
    }
    int code = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return Optional.empty();
      }
      code = code * 16 + digit;
    }
    return Optional.of(code);
  }

  private static final class Builder {
    private final StringBuilder text;
    private int[] from;
    private int[] to;

    Builder(int length) {
      this.text = new StringBuilder(length);
      this.from = new int[length];
      this.to = new int[length];
    }

    void add(char c, int start, int end) {
      int at = text.length();
      if (at == from.length) {
        from = Arrays.copyOf(from, at * 2 + 4);
        to = Arrays.copyOf(to, at * 2 + 4);
      }
      from[at] = start;
      to[at] = end;
      text.append(c);
    }

    /** A byte, of two digits, is a character; any other code is written as its UTF-8. */
    void code(int code, int start, int end) {
      if (code < 0) {
        return;
      }
      if (code < 0x80 || (code < 0x100 && end - start <= BYTE)) {
        add((char) code, start, end);
        return;
      }
      for (byte b : Character.toString(code).getBytes(StandardCharsets.UTF_8)) {
        add((char) (b & 0xff), start, end);
      }
    }

    Escapes build() {
      return new Escapes(text.toString(), from, to);
    }
  }
}
