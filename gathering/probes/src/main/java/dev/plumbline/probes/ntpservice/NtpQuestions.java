package dev.plumbline.probes.ntpservice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Questions of NTP (RFC 5905, RFC 9327; mode 7 of ntpd 4.2) and what their answers say. */
final class NtpQuestions {
  private static final int SHORTEST = 48;
  private static final int CONTROL_HEAD = 12;
  private static final int RESPONSE = 0x80;
  private static final int READVAR = 2;
  private static final int SEQUENCE = 0x504c;

  /** Implementations 3 (xntpd) and 2 (old xntpd); request 42 is MON_GETLIST_1. */
  private static final List<byte[]> LISTS = List.of(list(3), list(2));

  private NtpQuestions() {}

  /** Asks for the time; the transmit time is what the answer has to repeat. */
  static byte[] time() {
    byte[] question = new byte[SHORTEST];
    question[0] = 0x23;
    System.arraycopy(stamp(), 0, question, 40, 8);
    return question;
  }

  private static byte[] stamp() {
    return "PLUMBLIN".getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether that is the answer of a server to {@link #time}. */
  static boolean tellsTime(byte[] answer) {
    return answer.length >= SHORTEST
        && (answer[0] & 7) == 4
        && Arrays.equals(Arrays.copyOfRange(answer, 24, 32), stamp());
  }

  /** Asks for the variables of the system. */
  static byte[] variables() {
    return ByteBuffer.allocate(CONTROL_HEAD)
        .put((byte) 0x16)
        .put((byte) READVAR)
        .putShort((short) SEQUENCE)
        .array();
  }

  /** The text of an answer to {@link #variables}; empty when it is none. */
  static Optional<String> told(byte[] answer) {
    if (answer.length < CONTROL_HEAD
        || (answer[0] & 7) != 6
        || (answer[1] & 0xff & ~0x20) != (RESPONSE | READVAR)
        || ByteBuffer.wrap(answer).getShort(2) != SEQUENCE) {
      return Optional.empty();
    }
    int length = ByteBuffer.wrap(answer).getShort(10) & 0xffff;
    int end = Math.min(answer.length, CONTROL_HEAD + length);
    return Optional.of(
            new String(answer, CONTROL_HEAD, end - CONTROL_HEAD, StandardCharsets.ISO_8859_1))
        .filter(t -> !t.isBlank());
  }

  /** Questions for the list of clients. */
  static List<byte[]> lists() {
    return LISTS;
  }

  private static byte[] list(int implementation) {
    byte[] question = new byte[48];
    question[0] = 0x17;
    question[2] = (byte) implementation;
    question[3] = 42;
    return question;
  }

  /** Number of clients in an answer to one of {@link #lists}; 0 when it is none. */
  static int clients(byte[] answer) {
    boolean list =
        answer.length >= 8
            && (answer[0] & 0x87) == 0x87
            && (answer[2] == 2 || answer[2] == 3)
            && answer[3] == 42;
    if (!list) {
      return 0;
    }
    int items = ByteBuffer.wrap(answer).getShort(4) & 0xfff;
    int size = ByteBuffer.wrap(answer).getShort(6) & 0xfff;
    return size > 0 && answer.length >= 8 + items * size ? items : 0;
  }
}
