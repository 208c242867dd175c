package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.Node;
import java.io.IOException;
import java.io.InputStream;

/** Takes what a format finds inside. */
public interface Opened {
  /** Keeps unpacked bytes, within the limits. */
  Blob keep(InputStream in, long packed) throws IOException;

  /** A file with its content. */
  void file(Node node, Blob content) throws IOException;

  /** A folder, link, device or the like. */
  void node(Node node) throws IOException;

  /**
   * A part without rights and owner, such as a kernel.
   *
   * @param name may be empty
   */
  void part(String name, Blob content) throws IOException;

  /** Something inside that could not be opened, and why. */
  void unopened(String name, String reason);

  /**
   * What the format says of a signature over its content.
   *
   * @param state {@code present}, {@code absent} or {@code unknown}
   * @param detail such as the algorithm; may be empty
   */
  void signature(String state, String detail);
}
