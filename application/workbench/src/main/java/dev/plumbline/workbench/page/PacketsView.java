package dev.plumbline.workbench.page;

import dev.plumbline.app.capture.EvidencePacket;
import dev.plumbline.app.capture.EvidencePackets;
import dev.plumbline.reports.Visible;
import java.time.Instant;
import java.util.List;

/**
 * Packets of a capture in place.
 *
 * @param fault why packets are not shown, as a sentence; empty where all are
 * @param more what is not among them, as a sentence; empty where nothing is left out
 */
public record PacketsView(List<Row> rows, String fault, String more) {
  /** Nothing to show, as the file is not a capture or no frame is named. */
  static final PacketsView NONE = new PacketsView(List.of(), "", "");

  /**
   * One packet.
   *
   * @param at when it was captured; empty where the capture does not tell
   * @param bytes such as {@code the first 256 of 1460 bytes}
   * @param dump the bytes in hexadecimal and ASCII
   */
  public record Row(
      long number,
      String at,
      String from,
      String to,
      String protocol,
      long length,
      String bytes,
      String dump) {}

  static PacketsView of(EvidencePackets excerpt, String more) {
    return new PacketsView(
        excerpt.packets().stream().map(PacketsView::row).toList(),
        Visible.of(excerpt.fault(), 400),
        more);
  }

  /** Whether there is nothing to show and nothing to tell. */
  public boolean isEmpty() {
    return rows.isEmpty() && fault.isEmpty();
  }

  private static Row row(EvidencePacket packet) {
    return new Row(
        packet.number(),
        packet.at().map(Instant::toString).orElse(""),
        packet.from(),
        packet.to(),
        packet.protocol(),
        packet.length(),
        bytes(packet),
        packet.dump());
  }

  private static String bytes(EvidencePacket packet) {
    String kept =
        packet.shown() < packet.captured()
            ? "the first " + packet.shown() + " of " + packet.captured() + " bytes"
            : packet.captured() + " bytes";
    return packet.captured() < packet.length() ? kept + " captured" : kept;
  }
}
