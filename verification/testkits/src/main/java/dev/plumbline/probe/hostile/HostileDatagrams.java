package dev.plumbline.probe.hostile;

import dev.plumbline.probe.hostile.DatagramPeer.Asked;
import dev.plumbline.probe.hostile.DatagramPeer.Behaviour;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The ways in which a peer over UDP is hostile, by name: those of {@link HostilePeers}, as far as a
 * protocol without connections has them. Each is the same at every run.
 */
public final class HostileDatagrams {
  private static final int LARGEST = 65_507;
  private static final int FLOOD = 500;

  private HostileDatagrams() {}

  /**
   * All of them.
   *
   * @param answer a whole answer of the protocol, to a question that nobody asked
   */
  public static Map<String, Behaviour> all(byte[] answer) {
    Map<String, Behaviour> peers = new LinkedHashMap<>();
    peers.put("mute", asked -> {});
    peers.put("refuses after one", Asked::leave);
    peers.put("says nothing in many words", asked -> asked.answer(new byte[0]));
    peers.put("one byte at a time", asked -> drip(asked, answer));
    peers.put("endless", asked -> flood(asked, answer));
    peers.put("announces 4 GiB", asked -> asked.answer(huge(answer)));
    peers.put("largest datagram", asked -> asked.answer(new byte[LARGEST]));
    peers.put("echoes", asked -> asked.answer(asked.question()));
    peers.put("replays an answer", asked -> asked.answer(answer));
    peers.put("changes its answer", asked -> asked.answer(changing(asked.number())));
    peers.put("speaks SIP", asked -> asked.answer(text("SIP/2.0 405 No\r\n\r\n")));
    peers.put("redirects in a circle", asked -> asked.answer(circle(asked.question())));
    peers.put("nests without end", asked -> asked.answer(nested(answer)));
    for (int seed = 1; seed <= 4; seed++) {
      long s = seed;
      peers.put("garbage " + seed, asked -> asked.answer(garbage(s)));
    }
    for (int at : new int[] {1, 2, 5, 9, 20}) {
      peers.put("cut after " + at, asked -> asked.answer(cut(answer, at)));
    }
    return peers;
  }

  private static void drip(Asked asked, byte[] answer) throws IOException {
    for (byte b : answer) {
      asked.answer(new byte[] {b});
    }
  }

  private static void flood(Asked asked, byte[] answer) throws IOException {
    for (int i = 0; i < FLOOD; i++) {
      asked.answer(answer);
    }
  }

  /** The beginning of an answer, with every length in it as large as it can be. */
  private static byte[] huge(byte[] answer) {
    byte[] bytes = answer.clone();
    for (int i = Math.min(2, bytes.length); i < bytes.length; i++) {
      bytes[i] = -1;
    }
    return bytes;
  }

  private static byte[] changing(int number) {
    return text(List.of("HTTP/1.1 200 OK\r\n\r\n", "SSH-2.0-x\r\n", "220 x\r\n").get(number % 3));
  }

  /** The question, and behind it names that point to themselves (RFC 1035, section 4.1.4). */
  private static byte[] circle(byte[] question) {
    byte[] bytes = new byte[question.length + 16];
    System.arraycopy(question, 0, bytes, 0, question.length);
    if (question.length > 7) {
      bytes[2] = (byte) 0x84;
      bytes[7] = 1;
    }
    bytes[question.length] = (byte) (0xc0 | ((question.length >> 8) & 0x3f));
    bytes[question.length + 1] = (byte) question.length;
    return bytes;
  }

  /** Sequences in sequences, for all that speaks ASN.1, and brackets for what does not. */
  private static byte[] nested(byte[] answer) {
    if (answer.length > 0 && answer[0] != 0x30) {
      return text("<a>".repeat(15_000));
    }
    byte[] bytes = new byte[30_000];
    for (int i = 0; i < bytes.length; i += 2) {
      bytes[i] = 0x30;
      bytes[i + 1] = (byte) 0x80;
    }
    return bytes;
  }

  private static byte[] garbage(long seed) {
    byte[] bytes = new byte[1024];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] cut(byte[] answer, int at) {
    return java.util.Arrays.copyOf(answer, Math.min(at, answer.length));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
