package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import java.io.IOException;

/** A way to pack files or parts. Has no state. */
public interface Format {
  /** Such as {@code squashfs}. */
  String id();

  /**
   * The bytes that it begins with, by which it is found inside an image; empty where its mark
   * stands further on, so that it is looked for at whole blocks alone.
   */
  default byte[] mark() {
    return new byte[0];
  }

  /** Whether a blob begins with this format; strict, as it is asked at many places of an image. */
  boolean at(Blob blob) throws IOException;

  /**
   * Opens it.
   *
   * @return how many bytes of the blob belong to it; what follows is looked at on its own
   * @throws IOException if it is cut, broken or hostile
   */
  long open(Blob blob, Opened opened) throws IOException;
}
