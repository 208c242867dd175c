package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;

/**
 * A protocol that is recognised and not taken apart.
 *
 * @param readable whether others on the network can read what is said
 */
record NamedProtocol(boolean readable) implements Dissector {
  static NamedProtocol of(Flow flow, String protocol, boolean readable) {
    flow.speaks(protocol);
    return new NamedProtocol(readable);
  }

  @Override
  public int heard(boolean byClient, Slice bytes, long nanos) {
    return DONE;
  }
}
