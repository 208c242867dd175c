package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;
import java.util.Locale;

/** Telnet: a prompt for a password, and that something was typed at it. */
final class Telnet implements Dissector {
  private static final int COMMAND = 0xFF;
  private static final int MOST = 8_192;

  private final Flow flow;
  private final TrafficNotes notes;
  private final StringBuilder prompt = new StringBuilder();
  private final StringBuilder typed = new StringBuilder();
  private boolean asked;
  private int heard;

  Telnet(Flow flow, TrafficNotes notes) {
    this.flow = flow;
    this.notes = notes;
    flow.speaks("telnet");
  }

  @Override
  public int heard(boolean byClient, Slice bytes, long nanos) {
    int at = 0;
    StringBuilder text = new StringBuilder();
    while (at < bytes.length()) {
      int c = bytes.u8(at);
      if (c == COMMAND) {
        at += command(bytes.from(at));
      } else {
        text.append((char) c);
        at++;
      }
    }
    heard += at;
    if (byClient) {
      typed(text, nanos);
    } else {
      prompted(text.toString());
    }
    return heard > MOST ? DONE : bytes.length();
  }

  /** Length of a command; a sub-negotiation ends with IAC SE. */
  private static int command(Slice b) {
    if (b.length() < 2) {
      return b.length();
    }
    int verb = b.u8(1);
    if (verb == 250) {
      int end = b.indexOf(new byte[] {(byte) 0xFF, (byte) 0xF0}, 2);
      return end < 0 ? b.length() : end + 2;
    }
    return Math.min(b.length(), verb >= 251 && verb < 255 ? 3 : 2);
  }

  private void prompted(String text) {
    if (prompt.isEmpty() && !text.isBlank()) {
      notes.detail(flow, "banner", text);
    }
    prompt.append(text);
    if (prompt.length() > 256) {
      prompt.delete(0, prompt.length() - 256);
    }
    String lower = prompt.toString().toLowerCase(Locale.ROOT).stripTrailing();
    if (lower.endsWith("assword:") || lower.endsWith("passwd:")) {
      asked = true;
      typed.setLength(0);
    }
  }

  private void typed(CharSequence text, long nanos) {
    if (!asked) {
      return;
    }
    typed.append(text);
    int end = Math.max(typed.indexOf("\r"), typed.indexOf("\n"));
    if (end > 0 || typed.length() > 256) {
      notes.secret(typed.substring(0, end > 0 ? end : 256).strip());
      notes.readable(flow, "password", "answer to a password prompt", flow.byDevice(), nanos);
      asked = false;
      typed.setLength(0);
    }
  }
}
