package dev.plumbline.probes.udpopenports;

import dev.plumbline.probes.data.DataFile;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is sent to each port; {@code questions.yaml}. */
final class Questions {
  private static final String FILE = "questions.yaml";

  private final Map<Integer, Question> byPort;
  private final byte[] otherwise;

  private Questions(Map<Integer, Question> byPort, byte[] otherwise) {
    this.byPort = byPort;
    this.otherwise = otherwise;
  }

  static Questions load() {
    Mapping file = DataFile.mapping(Questions.class, FILE);
    Map<Integer, Question> byPort = new HashMap<>();
    for (Mapping entry : file.mappings("questions")) {
      Question question = Question.of(entry);
      entry.texts("ports").forEach(port -> byPort.put(Integer.valueOf(port), question));
    }
    return new Questions(byPort, hex(required(file, "otherwise")));
  }

  /** The ports with a question of their own. */
  BitSet ports() {
    BitSet ports = new BitSet();
    byPort.keySet().forEach(ports::set);
    return ports;
  }

  byte[] forPort(int port) {
    Question question = byPort.get(port);
    return question == null ? otherwise : question.bytes();
  }

  /** Whether the protocol answers from another port than the one that was asked. */
  boolean answeredElsewhere(int port) {
    Question question = byPort.get(port);
    return question != null && question.elsewhere();
  }

  /** The protocol that an answer of that port shows; {@code unknown} when none that we asked. */
  String protocol(int port, byte[] answer) {
    return Optional.ofNullable(byPort.get(port))
        .filter(q -> q.understood().matcher(latin1(answer)).find())
        .map(Question::protocol)
        .orElse("unknown");
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static String required(Mapping mapping, String key) {
    return mapping
        .text(key)
        .orElseThrow(() -> new IllegalStateException(FILE + ": no " + key + " here"));
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Question(String protocol, byte[] bytes, Pattern understood, boolean elsewhere) {
    static Question of(Mapping entry) {
      byte[] bytes =
          entry
              .text("text")
              .map(t -> t.getBytes(StandardCharsets.ISO_8859_1))
              .orElseGet(() -> hex(required(entry, "hex")));
      int length = entry.text("length").map(Integer::parseInt).orElse(bytes.length);
      return new Question(
          required(entry, "protocol"),
          Arrays.copyOf(bytes, length),
          Pattern.compile(required(entry, "understood")),
          entry.text("elsewhere").orElse("").equals("true"));
    }
  }
}
