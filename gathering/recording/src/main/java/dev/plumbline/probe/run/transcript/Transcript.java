package dev.plumbline.probe.run.transcript;

import dev.plumbline.recording.Redactor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What went over one connection, both ways, in order. Kept raw and bounded while the connection is
 * used, and turned into text without secrets at the end, so that a secret split over several reads
 * is found whole.
 */
public final class Transcript {
  private final int bound;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final List<Piece> pieces = new ArrayList<>();
  private int marked;
  private long dropped;

  /**
   * @param bound most bytes kept of each direction
   */
  public Transcript(int bound) {
    this.bound = bound;
  }

  /** Adds bytes that went to the device. */
  public synchronized void sent(byte[] bytes, int offset, int length) {
    add(true, bytes, offset, length);
  }

  /** Adds bytes that came from the device. */
  public synchronized void received(byte[] bytes, int offset, int length) {
    add(false, bytes, offset, length);
  }

  /** Where the next piece will begin; what comes after it is not joined to what was before. */
  public synchronized int mark() {
    marked = pieces.size();
    return marked;
  }

  private void add(boolean out, byte[] bytes, int offset, int length) {
    ByteArrayOutputStream stream = out ? sent : received;
    int kept = Math.min(length, bound - stream.size());
    dropped += length - kept;
    if (kept <= 0) {
      return;
    }
    int from = stream.size();
    stream.write(bytes, offset, kept);
    int last = pieces.size() - 1;
    if (last >= marked && pieces.get(last).out() == out) {
      pieces.set(last, new Piece(out, pieces.get(last).from(), from + kept));
    } else {
      pieces.add(new Piece(out, from, from + kept));
    }
  }

  /**
   * The transcript as text, with HTTP bodies unpacked: {@code >} begins what was sent, {@code <}
   * what was received; bytes that do not print are escaped.
   *
   * @param header first line, without line break
   */
  public synchronized Rendered render(String header, Redactor redactor) {
    byte[] out = sent.toByteArray();
    HttpBodies bodies = HttpBodies.of(received.toByteArray());
    byte[] in = bodies.plain();
    BitSet outMask = redactor.mask(out);
    BitSet inMask = redactor.mask(in);
    TranscriptText text = new TranscriptText();
    text.line("# " + redactor.text(header));
    int[] offsets = new int[pieces.size() + 1];
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      offsets[i] = text.length();
      if (piece.out()) {
        text.piece('>', out, piece.from(), piece.to(), outMask);
      } else {
        text.piece('<', in, bodies.place(piece.from()), bodies.place(piece.to()), inMask);
      }
    }
    offsets[pieces.size()] = text.length();
    if (dropped > 0) {
      text.line("# " + dropped + " more bytes were not kept");
    }
    return new Rendered(text.toString().getBytes(StandardCharsets.US_ASCII), offsets);
  }

  private record Piece(boolean out, int from, int to) {}

  /**
   * @param offsets where each piece begins in the content, and where the last one ends
   */
  @SuppressWarnings("ArrayRecordComponent") // Lives for a moment, is never compared.
  public record Rendered(byte[] content, int[] offsets) {}
}
