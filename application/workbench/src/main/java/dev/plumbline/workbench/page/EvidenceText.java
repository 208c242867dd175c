package dev.plumbline.workbench.page;

import dev.plumbline.reports.Visible;
import java.nio.charset.StandardCharsets;

/**
 * A window into a text file of evidence.
 *
 * @param before what stands before the stretch
 * @param shown the stretch, as far as it fits
 * @param after what stands behind it
 * @param from first byte of the stretch
 * @param to byte behind the last one that is shown of it
 * @param start first byte of the window
 * @param end byte behind the window
 */
record EvidenceText(
    String before, String shown, String after, long from, long to, long start, long end) {
  /** Most bytes of a stretch that are shown at once. */
  static final int WINDOW = 64 << 10;

  private static final int AROUND = 2 << 10;
  private static final int SAMPLE = 8 << 10;

  /** The window around a stretch, which is cut to the file and to what is shown at once. */
  static EvidenceText of(ListedEvidence evidence, long offset, long length) {
    long from = Math.clamp(offset, 0, evidence.size());
    long to = from + Math.clamp(length, 0, Math.min(WINDOW, evidence.size() - from));
    long start = Math.max(0, from - AROUND);
    long end = Math.min(evidence.size(), to + AROUND);
    byte[] bytes = evidence.read(start, end - start);
    int first = (int) (from - start);
    int last = (int) (to - start);
    return new EvidenceText(
        text(bytes, 0, first),
        text(bytes, first, last),
        text(bytes, last, bytes.length),
        from,
        to,
        start,
        end);
  }

  private static String text(byte[] bytes, int from, int to) {
    // A line break of a protocol is a line break, not two signs.
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8).replace("\r\n", "\n");
    return Visible.of(text, WINDOW + AROUND);
  }

  /** Whether a file looks like text: UTF-8 without zero bytes, and with few control characters. */
  static boolean isText(ListedEvidence evidence) {
    byte[] head = evidence.read(0, Math.min(SAMPLE, evidence.size()));
    String text = new String(head, StandardCharsets.UTF_8);
    long odd = text.chars().filter(EvidenceText::isOdd).count();
    return text.indexOf('\0') < 0 && odd * 20 <= text.length();
  }

  private static boolean isOdd(int c) {
    return c == '\uFFFD' || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
  }
}
