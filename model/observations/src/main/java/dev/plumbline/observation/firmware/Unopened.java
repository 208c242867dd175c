package dev.plumbline.observation.firmware;

import dev.plumbline.observation.Says;
import java.util.Optional;

/** A part of an image that was not opened. */
@Says("A part that was not opened.")
public record Unopened(
    @Says("where") String place,
    @Says("why") String reason,
    @Says("its bytes have no order: encrypted, or packed in no known way; not in older records")
        Optional<Boolean> disordered) {
  /** Whether nobody can read it without a key, as far as its bytes tell. */
  public boolean isDisordered() {
    return disordered.orElse(false);
  }
}
