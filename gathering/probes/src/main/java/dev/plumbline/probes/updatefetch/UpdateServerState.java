package dev.plumbline.probes.updatefetch;

import dev.plumbline.core.Digest;
import java.util.List;

/**
 * What the device meets where it looks for an update.
 *
 * @param name of the image
 * @param metadata texts of the files beside it, in the order of the declaration
 * @param altered whether one of these is not what the maker published with the newer image
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record UpdateServerState(
    String name, byte[] image, List<String> metadata, boolean altered, Delivery delivery) {
  UpdateServerState {
    metadata = List.copyOf(metadata);
  }

  enum Delivery {
    WHOLE,
    /** The connection ends after half of the announced bytes. */
    BROKEN_OFF,
    /** Half of the announced bytes in drops, then the end. */
    SLOW
  }

  String sha256() {
    return Digest.of(image).hex();
  }

  /** How many bytes of the image go out at most. */
  int sent() {
    return delivery == Delivery.WHOLE ? image.length : image.length / 2;
  }
}
