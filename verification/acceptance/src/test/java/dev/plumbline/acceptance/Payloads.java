package dev.plumbline.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The corpus of payloads, payloads.txt: texts that run, ask or show something else where they are
 * not taken for text.
 *
 * @param all in the order of the file
 * @param origin whose requests are counted, such as {@code 127.0.0.1:8080}
 */
record Payloads(List<Payload> all, String origin) {
  private static final Pattern CODED = Pattern.compile("\\\\u([0-9a-f]{8}|[0-9a-f]{4})");
  private static final Pattern CLASS = Pattern.compile("\\[([a-z]+)\\]");

  Payloads {
    all = List.copyOf(all);
  }

  /**
   * One of them.
   *
   * @param kind class in the file
   */
  record Payload(int number, String kind, String text) {}

  static Payloads load(String origin) throws IOException {
    List<Payload> all = new ArrayList<>();
    String kind = "";
    for (String line : lines()) {
      var heading = CLASS.matcher(line);
      if (heading.matches()) {
        kind = heading.group(1);
      } else if (!line.isEmpty() && !(kind.isEmpty() && line.startsWith("#"))) {
        all.add(new Payload(all.size(), kind, made(line, all.size(), origin)));
      }
    }
    return new Payloads(all, origin);
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = Payloads.class.getResourceAsStream("payloads.txt")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String made(String line, int number, String origin) {
    String path = "//" + origin + "/asked/" + number;
    String text =
        line.replace("{run}", "top.ran.push(" + number + ")")
            .replace("{url}", "http:" + path)
            .replace("{path}", path)
            .replace("\\\\", "\u0000")
            .replace("\\n", "\n")
            .replace("\\r", "\r")
            .replace("\\t", "\t");
    // What was an escaped backslash is none that begins a character.
    String[] parts = text.split("\u0000", -1);
    for (int i = 0; i < parts.length; i++) {
      parts[i] =
          CODED
              .matcher(parts[i])
              .replaceAll(
                  m ->
                      java.util.regex.Matcher.quoteReplacement(
                          new String(Character.toChars(Integer.parseInt(m.group(1), 16)))));
    }
    return String.join("\\", parts);
  }

  /** The payload at that place, from the start again behind the last. */
  String at(int place) {
    return all.get(Math.floorMod(place, all.size())).text();
  }

  /** Those that the files of a dossier can hold. */
  Payloads inYaml() {
    return new Payloads(
        all.stream().filter(p -> p.text().codePoints().allMatch(Payloads::isYaml)).toList(),
        origin);
  }

  private static boolean isYaml(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    return !control && Character.getType(c) != Character.SURROGATE;
  }
}
