package dev.plumbline.capture.excerpt;

import dev.plumbline.capture.file.CaptureEnd;
import dev.plumbline.capture.file.CaptureFile;
import dev.plumbline.importing.MalformedImportException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Some packets of a capture.
 *
 * @param packets in the order of the capture
 * @param fault why packets that were asked for are not among them, as a sentence; empty where all
 *     are
 * @param ended whether the capture is whole and merely has no more frames
 */
public record PacketExcerpt(List<ShownPacket> packets, String fault, boolean ended) {
  /** Unpacked bytes of a capture after which nothing more of it is read. */
  static final long MOST_READ = 1L << 30;

  public PacketExcerpt {
    packets = List.copyOf(packets);
  }

  /** None, and why. */
  public static PacketExcerpt none(String fault) {
    return new PacketExcerpt(List.of(), fault, false);
  }

  /**
   * Reads packets up to the last that is wanted.
   *
   * @param wanted numbers of frames, the first is 1
   * @param mostBytes of one packet
   */
  public static PacketExcerpt read(InputStream capture, Collection<Long> wanted, int mostBytes)
      throws IOException {
    TreeSet<Long> numbers = new TreeSet<>(wanted);
    PacketPicker picker = new PacketPicker(numbers, mostBytes);
    try {
      CaptureEnd end = CaptureFile.read(capture, picker, MOST_READ);
      List<ShownPacket> packets = picker.packets();
      return new PacketExcerpt(
          packets,
          packets.size() == numbers.size() ? "" : fault(picker, numbers, end),
          end.whole());
    } catch (MalformedImportException e) {
      return none("The file cannot be read as a capture: " + e.getMessage());
    }
  }

  private static String fault(PacketPicker picker, TreeSet<Long> numbers, CaptureEnd end) {
    return "Frame "
        + numbers.higher(picker.seen())
        + " is missing: the capture has "
        + picker.seen()
        + " frames that can be read"
        + (end.whole() ? "." : ", then " + end.missing() + ".");
  }

  /** Those of these numbers; with the fault where one of them is not there. */
  public PacketExcerpt of(Collection<Long> numbers) {
    List<ShownPacket> some = packets.stream().filter(p -> numbers.contains(p.number())).toList();
    return new PacketExcerpt(some, some.size() == numbers.size() ? "" : fault, ended);
  }
}
