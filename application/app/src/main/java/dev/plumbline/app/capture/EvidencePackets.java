package dev.plumbline.app.capture;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.capture.excerpt.PacketExcerpt;
import dev.plumbline.capture.file.CaptureFile;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.EvidenceRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The packets of a capture on which observations rest.
 *
 * @param packets in the order of the capture
 * @param fault why packets that were asked for are not among them, as a sentence; empty where all
 *     are
 * @param ended whether the capture is whole and merely has no more frames
 */
public record EvidencePackets(List<EvidencePacket> packets, String fault, boolean ended) {
  private static final String GONE =
      "The capture is missing or was changed since it was recorded, so its packets are not shown.";

  public EvidencePackets {
    packets = List.copyOf(packets);
  }

  private static EvidencePackets of(PacketExcerpt excerpt) {
    return new EvidencePackets(
        excerpt.packets().stream().map(EvidencePacket::of).toList(),
        excerpt.fault(),
        excerpt.ended());
  }

  /** Whether a file that begins so is a capture. */
  public static boolean isCapture(byte[] beginning) {
    return CaptureFile.recognises(beginning);
  }

  /**
   * Packets of one capture, whose digest is checked first.
   *
   * @param frames their numbers, the first is 1
   * @param mostBytes of one packet
   */
  public static EvidencePackets of(
      Workspace workspace, Digest capture, Collection<Long> frames, int mostBytes) {
    return of(excerpt(workspace, capture, frames, mostBytes));
  }

  private static PacketExcerpt excerpt(
      Workspace workspace, Digest capture, Collection<Long> frames, int mostBytes) {
    return workspace
        .readEvidence(capture, in -> PacketExcerpt.read(in, frames, mostBytes))
        .orElseGet(() -> PacketExcerpt.none(GONE));
  }

  /**
   * The first packets of each reference that names frames. Each capture is read once.
   *
   * @param most packets of one reference
   * @param mostBytes of one packet
   */
  public static Map<EvidenceRef, EvidencePackets> of(
      Workspace workspace, Collection<EvidenceRef> references, int most, int mostBytes) {
    Map<Digest, TreeSet<Long>> wanted = new LinkedHashMap<>();
    for (EvidenceRef reference : references) {
      if (!reference.frames().isEmpty()) {
        wanted
            .computeIfAbsent(reference.sha256(), d -> new TreeSet<>())
            .addAll(first(reference, most));
      }
    }
    Map<Digest, PacketExcerpt> read = new HashMap<>();
    wanted.forEach((digest, f) -> read.put(digest, excerpt(workspace, digest, f, mostBytes)));
    Map<EvidenceRef, EvidencePackets> packets = new HashMap<>();
    for (EvidenceRef reference : references) {
      PacketExcerpt all = read.get(reference.sha256());
      if (all != null && !reference.frames().isEmpty()) {
        packets.put(reference, of(all.of(first(reference, most))));
      }
    }
    return packets;
  }

  private static List<Long> first(EvidenceRef reference, int most) {
    return reference.frames().first().stream().limit(most).toList();
  }
}
