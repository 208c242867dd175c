package dev.plumbline.probes.udpopenports;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is sent to each port; {@code questions.yaml}. */
final class PortQuestions {
  /** An answer to no question of ours. */
  static final String UNKNOWN = "unknown";

  private static final String FILE = "questions.yaml";

  private final List<Question> all;
  private final Map<Integer, Question> byPort;
  private final BitSet likely;
  private final Question otherwise;

  private PortQuestions(
      List<Question> all, Map<Integer, Question> byPort, BitSet likely, Question otherwise) {
    this.all = List.copyOf(all);
    this.byPort = byPort;
    this.likely = likely;
    this.otherwise = otherwise;
  }

  static PortQuestions load() {
    Mapping file = DataFile.mapping(PortQuestions.class, FILE);
    List<Question> all = new ArrayList<>();
    Map<Integer, Question> byPort = new HashMap<>();
    BitSet likely = new BitSet();
    for (Mapping entry : file.mappings("questions")) {
      Question question = Question.of(entry);
      all.add(question);
      entry.texts("ports").forEach(port -> byPort.put(Integer.valueOf(port), question));
      entry.texts("likely").forEach(port -> likely.set(Integer.parseInt(port)));
    }
    byPort.keySet().forEach(likely::set);
    return new PortQuestions(
        all,
        byPort,
        likely,
        new Question(
            UNKNOWN,
            hex(required(file, "otherwise")),
            BoundedPattern.compile("(?!)"),
            false,
            false,
            Optional.empty()));
  }

  /** One question of each protocol. */
  List<Question> all() {
    return all;
  }

  /** Ports at which one of the protocols is often found, those of {@link #ports} among them. */
  BitSet likely() {
    return (BitSet) likely.clone();
  }

  /** The ports with a question of their own. */
  BitSet ports() {
    BitSet ports = new BitSet();
    byPort.keySet().forEach(ports::set);
    return ports;
  }

  /** What is asked first at that port. */
  Question forPort(int port) {
    return byPort.getOrDefault(port, otherwise);
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

  /**
   * What an answer says about the device.
   *
   * @param text as lines
   * @param holdsSecret whether the answer has a secret in a place of its own
   */
  record Told(String protocol, String text, boolean holdsSecret) {}

  /**
   * A question.
   *
   * @param elsewhere whether the protocol answers from another port than the one that was asked
   * @param tells whether an answer is text about the device, which no other probe reads
   * @param secret what an answer that holds a secret looks like
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Question(
      String protocol,
      byte[] bytes,
      BoundedPattern understood,
      boolean elsewhere,
      boolean tells,
      Optional<BoundedPattern> secret) {
    /** An answer of the protocol as lines of text, for what it gives away. */
    Optional<Told> told(byte[] answer) {
      String text = latin1(answer);
      boolean holdsSecret = secret.filter(s -> s.matcher(text).find()).isPresent();
      return understood.matcher(text).find() && (tells || holdsSecret)
          ? Optional.of(
              new Told(
                  protocol, tells ? text.replaceAll("[^\\x20-\\x7e]+", "\n") : "", holdsSecret))
          : Optional.empty();
    }

    /** The protocol that an answer shows; {@code unknown} when it is none to this question. */
    String protocol(byte[] answer) {
      return understood.matcher(latin1(answer)).find() ? protocol : UNKNOWN;
    }

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
          BoundedPattern.compile(required(entry, "understood")),
          entry.text("elsewhere").orElse("").equals("true"),
          entry.text("tells").orElse("").equals("true"),
          entry.text("secret").map(BoundedPattern::compile));
    }
  }
}
