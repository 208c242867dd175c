package dev.plumbline.probe.run.transcript;

import dev.plumbline.recording.Redactor;
import java.util.BitSet;

/** Writes bytes as printable ASCII lines. */
public final class TranscriptText {
  private static final int WIDTH = 120;

  private final StringBuilder text = new StringBuilder();
  private int lineStart;

  int length() {
    return text.length();
  }

  void line(String line) {
    line.chars().forEach(c -> text.append(c >= ' ' && c < 127 ? (char) c : '?'));
    text.append('\n');
  }

  void piece(char direction, byte[] bytes, int from, int to, BitSet masked) {
    begin(direction);
    boolean hidden = false;
    for (int i = from; i < to; i++) {
      if (masked.get(i)) {
        if (!hidden) {
          text.append(Redactor.MASK);
        }
        hidden = true;
        continue;
      }
      hidden = false;
      escape(bytes[i] & 0xff);
      boolean lineEnds = bytes[i] == '\n' || text.length() - lineStart >= WIDTH;
      if (lineEnds && i + 1 < to) {
        text.append('\n');
        begin(direction);
      }
    }
    text.append('\n');
  }

  private void begin(char direction) {
    lineStart = text.length();
    text.append(direction).append(' ');
  }

  private void escape(int b) {
    switch (b) {
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      case '\\' -> text.append("\\\\");
      default -> {
        if (b >= ' ' && b < 127) {
          text.append((char) b);
        } else {
          text.append("\\x")
              .append(Character.forDigit(b >> 4, 16))
              .append(Character.forDigit(b & 15, 16));
        }
      }
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
