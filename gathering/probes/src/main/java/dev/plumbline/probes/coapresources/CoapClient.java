package dev.plumbline.probes.coapresources;

import dev.plumbline.client.datagram.DatagramClient;
import dev.plumbline.client.datagram.Reply;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Reads resources of one CoAP server, a socket for each question. */
final class CoapClient {
  /** The smallest block has 16 octets, so that this is no less than 4 KiB. */
  private static final int MOST_BLOCKS = 256;

  private static final int MOST_OCTETS = 65_536;

  private final DatagramClient client;
  private final Duration later;
  private int next;

  /**
   * @param later how long an answer may take that the server has only promised
   * @param first number of the first message
   */
  CoapClient(DatagramClient client, Duration later, int first) {
    this.client = client;
    this.later = later;
    this.next = first;
  }

  /**
   * What a resource gave.
   *
   * @param code of the answer; 0 for a reset
   * @param whole whether all blocks came
   */
  record Answer(int code, String text, boolean whole) {
    boolean isContent() {
      return code == CoapMessage.CONTENT;
    }

    boolean asksForLogin() {
      return code == CoapMessage.UNAUTHORIZED || code == CoapMessage.FORBIDDEN;
    }

    /** Whether it says that there is nothing to be read there: 4.04 or 4.05. */
    boolean isMissing() {
      return code == CoapMessage.NOT_FOUND || code == CoapMessage.NOT_ALLOWED;
    }
  }

  /** Why there is no answer, or that answer. */
  record Result(Optional<Answer> answer, boolean refused, String why) {}

  /** Reads a resource with all its blocks, each in the size that the server chose. */
  Result get(String path) throws InterruptedException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int wanted = 0;
    int code = 0;
    for (int i = 0; i < MOST_BLOCKS && all.size() < MOST_OCTETS; i++) {
      Exchange exchange = exchange(path, wanted);
      Optional<CoapMessage> said = exchange.said().filter(m -> !m.isEmpty());
      if (i == 0 && said.isEmpty()) {
        Reply reply = exchange.reply();
        return new Result(Optional.empty(), reply.refused(), why(reply, exchange.said()));
      }
      if (i > 0 && (said.isEmpty() || said.get().code() != code || said.get().skips(all.size()))) {
        // What came before was given, whatever became of the rest.
        return part(code, all);
      }
      code = said.orElseThrow().code();
      all.writeBytes(said.get().payload());
      if (!said.get().hasMore()) {
        return new Result(Optional.of(new Answer(code, text(all), true)), false, "");
      }
      wanted = said.get().nextBlock();
    }
    return part(code, all);
  }

  private static Result part(int code, ByteArrayOutputStream all) {
    return new Result(Optional.of(new Answer(code, text(all), false)), false, "");
  }

  /** What came back to a question, and the message of it that answers. */
  private record Exchange(Reply reply, Optional<CoapMessage> said) {}

  private Exchange exchange(String path, int block) throws InterruptedException {
    int id = next++ & 0xffff;
    byte[] token = {'P', 'L', (byte) (id >> 8), (byte) id};
    byte[] question = CoapMessage.get(id, token, path, block);
    Reply reply = client.ask(question);
    Optional<CoapMessage> said = said(reply, id, token);
    if (said.filter(CoapMessage::isEmpty).filter(m -> m.type() == 2).isPresent()) {
      reply = client.ask(question, later);
      said = said(reply, id, token);
    }
    return new Exchange(reply, said);
  }

  private static String text(ByteArrayOutputStream all) {
    return all.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String why(Reply reply, Optional<CoapMessage> said) {
    if (said.isPresent()) {
      return said.get().type() == 3
          ? "it resets the question"
          : "it promises an answer and gives none";
    }
    return reply.datagrams().isEmpty() ? reply.why() : "what came back answers no question of CoAP";
  }

  /** The last message that answers this question; one with a code counts more than one without. */
  private static Optional<CoapMessage> said(Reply reply, int id, byte[] token) {
    Optional<CoapMessage> best = Optional.empty();
    for (byte[] datagram : reply.datagrams()) {
      Optional<CoapMessage> message = CoapMessage.read(datagram).filter(m -> answers(m, id, token));
      if (message.isPresent() && (best.isEmpty() || !message.get().isEmpty())) {
        best = message;
      }
    }
    return best;
  }

  private static boolean answers(CoapMessage m, int id, byte[] token) {
    boolean piggybacked = m.type() >= 2 && m.id() == id;
    if (m.isEmpty()) {
      return piggybacked && m.token().length == 0 && m.payload().length == 0;
    }
    // A response has a class of 2, 4 or 5; an echo of the question has none.
    int kind = m.code() >> 5;
    return (piggybacked || m.type() < 2)
        && Arrays.equals(m.token(), token)
        && (kind == 2 || kind == 4 || kind == 5);
  }
}
