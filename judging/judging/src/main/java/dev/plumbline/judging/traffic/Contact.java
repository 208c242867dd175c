package dev.plumbline.judging.traffic;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody whom the device called, or a service of the device that somebody called.
 *
 * @param subject endpoint that was called, or {@code address/…}
 * @param names of the called side, from DNS answers and TLS
 * @param byDevice whether the device called
 * @param row the IXIT row that names it; empty when none does
 * @param protocols that were recognised
 * @param exposed kinds of secrets that were readable, such as {@code password}
 * @param failed connections that were refused or not answered
 * @param bytesOut sent by the device, in bytes of IP packets
 * @param starts when the first connections began
 * @param peers who called, for a service of the device
 */
public record Contact(
    String subject,
    List<String> names,
    boolean byDevice,
    Listed listed,
    String row,
    List<String> protocols,
    Secrecy secrecy,
    List<String> exposed,
    long connections,
    long failed,
    long bytesOut,
    long bytesIn,
    Optional<Instant> first,
    Optional<Instant> last,
    List<Instant> starts,
    List<String> peers) {
  public Contact {
    names = List.copyOf(names);
    protocols = List.copyOf(protocols);
    exposed = List.copyOf(exposed);
    starts = List.copyOf(starts);
    peers = List.copyOf(peers);
  }

  public long bytes() {
    return bytesOut + bytesIn;
  }
}
