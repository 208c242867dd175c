package dev.plumbline.workbench.page;

import static java.util.stream.Collectors.joining;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.EvidenceRef;

/** Addresses of evidence, below those of a product. */
public final class EvidenceLinks {
  private EvidenceLinks() {}

  /** The page of a file of evidence. */
  public static String page(String product, Digest digest) {
    return product + "/evidence/" + digest.hex();
  }

  /** The page of a file of evidence, at the stretch or the frames that show something. */
  public static String page(String product, EvidenceRef stretch) {
    return stretch.frames().isEmpty()
        ? page(product, stretch.sha256(), stretch.offset(), stretch.length())
        : frames(
            product,
            stretch.sha256(),
            stretch.frames().first().stream().map(String::valueOf).collect(joining(",")));
  }

  /** The page of a capture, at these frames. */
  static String frames(String product, Digest digest, String numbers) {
    return page(product, digest) + "?frames=" + numbers;
  }

  static String page(String product, Digest digest, long from, long length) {
    return page(product, digest) + "?from=" + from + "&length=" + length;
  }

  /** The file as a download. */
  static String file(String product, Digest digest) {
    return page(product, digest) + "/file";
  }

  /** The file as a picture, where it is one. */
  static String picture(String product, Digest digest) {
    return page(product, digest) + "/picture";
  }
}
