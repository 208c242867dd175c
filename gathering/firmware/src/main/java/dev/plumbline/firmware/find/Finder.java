package dev.plumbline.firmware.find;

import dev.plumbline.importing.Reading;

/** Looks for one kind of fact in all that an image holds. Used by one thread, for one image. */
interface Finder {
  /** Whatever has a name, files too. */
  default void node(String place, dev.plumbline.firmware.image.Node node) {}

  /** A file that is text, or as much of it as is looked at. */
  default void text(Leaf leaf, String text) {}

  /** The bytes of any file, a window at a time, each byte as one character. */
  default void window(Leaf leaf, Window window) {}

  void tell(Reading reading, ImageCoverage coverage);
}
