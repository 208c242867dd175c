package dev.plumbline.probes.serviceidentification;

import dev.plumbline.probe.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;

/**
 * Refuses every option that a Telnet server wants to settle (RFC 854), since many show their login
 * prompt only afterwards.
 */
final class TelnetOptions {
  private static final int IAC = 255;
  private static final int DONT = 254;
  private static final int DO = 253;
  private static final int WONT = 252;
  private static final int WILL = 251;
  private static final int ROUNDS = 4;
  private static final Duration PROMPT = Duration.ofMillis(1500);

  private TelnetOptions() {}

  static PeerText refuseAll(Wire wire, PeerText greeting) {
    StringBuilder all = new StringBuilder(greeting.text());
    String latest = greeting.text();
    try {
      for (int i = 0; i < ROUNDS; i++) {
        byte[] refusals = refusals(latest);
        if (refusals.length == 0) {
          break;
        }
        wire.send(refusals);
        latest = PeerText.from(wire, PROMPT).text();
        all.append(latest);
      }
    } catch (IOException e) {
      // It hung up; what it said stands.
      return new PeerText(all.toString(), true);
    }
    return new PeerText(all.toString(), false);
  }

  private static byte[] refusals(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i + 2 < text.length() && out.size() < 600; i++) {
      if (text.charAt(i) == IAC) {
        int command = text.charAt(i + 1);
        int option = text.charAt(i + 2);
        if (command == DO) {
          out.writeBytes(new byte[] {(byte) IAC, (byte) WONT, (byte) option});
        } else if (command == WILL) {
          out.writeBytes(new byte[] {(byte) IAC, (byte) DONT, (byte) option});
        }
      }
    }
    return out.toByteArray();
  }
}
