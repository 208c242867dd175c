package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** All formats, those with the surest marks first. */
public final class Formats {
  private final List<Format> all = new ArrayList<>();

  public Formats() {
    all.add(new UImage());
    all.add(new Fit());
    all.add(new AndroidSparse());
    all.add(new Squashfs());
    all.add(new Ubi());
    all.add(new Ubifs());
    all.add(new Jffs2(ByteOrder.LITTLE_ENDIAN));
    all.add(new Jffs2(ByteOrder.BIG_ENDIAN));
    all.addAll(Archives.all());
    all.add(new Zip());
    all.add(new Ext());
    all.addAll(Unsupported.all());
    all.addAll(Arrays.asList(Compressed.values()));
  }

  /** All of them, in the order in which they are tried. */
  public List<Format> all() {
    return List.copyOf(all);
  }

  /** The format that a blob begins with. */
  public Optional<Format> at(Blob blob) throws IOException {
    for (Format format : all) {
      if (format.at(blob)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
