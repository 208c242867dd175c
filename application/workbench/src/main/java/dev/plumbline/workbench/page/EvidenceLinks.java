package dev.plumbline.workbench.page;

import dev.plumbline.core.Digest;
import dev.plumbline.dossier.EvidenceRef;

/** Addresses of evidence, below those of a product. */
public final class EvidenceLinks {
  private EvidenceLinks() {}

  /** The page of a file of evidence. */
  public static String page(String product, Digest digest) {
    return product + "/evidence/" + digest.hex();
  }

  /** The page of a file of evidence, at the stretch that shows something. */
  public static String page(String product, EvidenceRef stretch) {
    return page(product, stretch.sha256(), stretch.offset(), stretch.length());
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
