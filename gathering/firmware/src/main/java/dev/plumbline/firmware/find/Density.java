package dev.plumbline.firmware.find;

import dev.plumbline.firmware.image.Blob;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells bytes that look like nothing: encrypted, or packed in a way that is not known. What they
 * hold was not looked at.
 */
final class Density {
  private static final int BLOCK = 1 << 14;

  /** Bits a byte; code and text stay far below, random bytes of a block stand above 7.98. */
  private static final double DENSE = 7.9;

  private static final long MUCH = 1 << 20;

  /** Pictures, sound, video and fonts are dense by nature: how they begin. */
  private static final List<String> MEDIA =
      List.of(
          "\u00FF\u00D8\u00FF",
          "\u0089PNG",
          "GIF8",
          "OggS",
          "ID3",
          "\u00FF\u00FB",
          "fLaC",
          "wOF",
          "%PDF",
          "RIFF",
          "\u001AE\u00DF\u00A3",
          "FLV");

  private final boolean media;
  private final long size;
  private final int[] counts = new int[256];
  private int inBlock;
  private long dense;

  Density(Blob blob) throws IOException {
    String head = new String(blob.head(12), java.nio.charset.StandardCharsets.ISO_8859_1);
    media = MEDIA.stream().anyMatch(head::startsWith) || head.startsWith("ftyp", 4);
    size = blob.size();
  }

  void add(byte[] bytes, int from, int count) {
    if (media) {
      return;
    }
    for (int i = from; i < from + count; i++) {
      counts[bytes[i] & 0xFF]++;
      if (++inBlock == BLOCK) {
        endBlock();
      }
    }
  }

  private void endBlock() {
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / BLOCK;
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    if (bits > DENSE) {
      dense += BLOCK;
    }
    Arrays.fill(counts, 0);
    inBlock = 0;
  }

  /** Why what was read says little of what is in it; empty where it can be read as it stands. */
  Optional<String> hidden() {
    return dense > 0 && (dense >= MUCH || dense * 2 >= size)
        ? Optional.of(dense + " bytes look encrypted or packed in no known way")
        : Optional.empty();
  }
}
