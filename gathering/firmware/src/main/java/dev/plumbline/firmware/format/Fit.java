package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * U-Boot's image tree. Its signatures are reported, not verified: the key stands in the boot
 * loader.
 *
 * @see <a href="https://docs.u-boot.org/en/latest/usage/fit/source_file_format.html">the format</a>
 */
final class Fit implements Format {
  private static final int LOOKED = 1 << 16;

  @Override
  public String id() {
    return "fit";
  }

  @Override
  public byte[] mark() {
    return Magic.hex("d00dfeed");
  }

  /** A tree without images describes a board. */
  @Override
  public boolean at(Blob blob) throws IOException {
    return FlatTree.at(blob)
        && new String(blob.head(LOOKED), StandardCharsets.ISO_8859_1)
            .contains("\0\0\0\1images\0\0");
  }

  @Override
  public long open(Blob blob, Opened opened) throws IOException {
    FlatTree root = FlatTree.read(blob);
    Optional<FlatTree> images = root.child("images");
    long used = FlatTree.size(blob);
    if (images.isEmpty()) {
      return used;
    }
    long outside = (used + 3) & ~3L;
    for (FlatTree image : images.get().children()) {
      Optional<Blob> inside = image.property("data");
      long size = image.number("data-size");
      long position = image.number("data-position");
      long offset = image.number("data-offset");
      if (inside.isPresent()) {
        opened.part(image.name(), inside.get());
      } else if (size >= 0 && (position >= 0 || offset >= 0)) {
        long at = position >= 0 ? position : outside + offset;
        opened.part(image.name(), blob.part(at, size));
        used = Math.max(used, at + size);
      } else {
        opened.unopened(image.name(), "it names no data");
      }
    }
    signatures(root, opened);
    return used;
  }

  /** Signed configurations cover what they name; signed images alone can be mixed and matched. */
  private static void signatures(FlatTree root, Opened opened) throws IOException {
    List<FlatTree> configurations =
        root.child("configurations").map(FlatTree::children).orElse(List.of());
    List<FlatTree> images = root.child("images").map(FlatTree::children).orElse(List.of());
    List<String> unsigned = new ArrayList<>();
    Set<String> algorithms = new TreeSet<>();
    for (FlatTree configuration : configurations) {
      if (!signed(configuration, algorithms)) {
        unsigned.add(configuration.name());
      }
    }
    boolean imagesSigned = false;
    for (FlatTree image : images) {
      imagesSigned |= signed(image, algorithms);
    }
    if (algorithms.isEmpty()) {
      opened.signature("absent", "no signature node holds a value");
    } else if (configurations.isEmpty() || !unsigned.isEmpty()) {
      opened.signature(
          "unknown",
          "signed in part, "
              + String.join(", ", algorithms)
              + "; without: "
              + (unsigned.isEmpty() && imagesSigned
                  ? "configurations"
                  : String.join(", ", unsigned)));
    } else {
      opened.signature("present", String.join(", ", algorithms) + "; not verified");
    }
  }

  private static boolean signed(FlatTree node, Set<String> algorithms) throws IOException {
    boolean signed = false;
    for (FlatTree child : node.children()) {
      if (child.name().startsWith("signature")
          && child.property("value").filter(v -> v.size() > 0).isPresent()) {
        String algorithm = child.text("algo");
        algorithms.add(algorithm.isEmpty() ? "unnamed" : algorithm);
        signed = true;
      }
    }
    return signed;
  }
}
