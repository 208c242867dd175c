package dev.plumbline.testbed;

import dev.plumbline.testbed.net.Part;
import java.io.IOException;
import java.util.Collection;

/** Closes several parts, all of them even when one fails. */
final class Closing {
  private Closing() {}

  static void all(Collection<Part> parts) throws IOException {
    IOException failure = new IOException("a part of the device could not be stopped");
    for (Part part : parts) {
      try {
        part.close();
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }
}
