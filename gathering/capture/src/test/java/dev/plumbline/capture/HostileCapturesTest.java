package dev.plumbline.capture;

import dev.plumbline.importing.kit.HostileFileContract;
import java.util.Set;

/** The reader of captures under hostile files. */
class HostileCapturesTest extends HostileFileContract {
  /** A capture that was cut between frames is one of a shorter time, which its coverage tells. */
  @Override
  protected Set<String> withoutEnd() {
    return Set.of("pcap");
  }
}
