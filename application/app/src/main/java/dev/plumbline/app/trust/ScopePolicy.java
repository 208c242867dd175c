package dev.plumbline.app.trust;

import dev.plumbline.core.Problem;
import dev.plumbline.core.address.AddressRange;
import java.util.List;

/**
 * The addresses that a laboratory allows to all dossiers.
 *
 * @param faults what is wrong with its files; nothing is allowed then
 */
public record ScopePolicy(List<AddressRange> ranges, List<Problem> faults) {
  public ScopePolicy {
    ranges = faults.isEmpty() ? List.copyOf(ranges) : List.of();
    faults = List.copyOf(faults);
  }

  /**
   * Whether it allows an address. One that is delicate it has to name: by a block of addresses of
   * the same kind, an address of this machine or its gateway by itself.
   */
  boolean allows(Reach reach) {
    return ranges.stream()
        .filter(r -> r.holds(reach.address()))
        .anyMatch(
            r ->
                !reach.isDelicate()
                    || r.isOne()
                    || (!isAlone(reach) && r.kind().filter(k -> k == reach.kind()).isPresent()));
  }

  /** An address of this machine or of its gateway, among others of the network that it is in. */
  private static boolean isAlone(Reach reach) {
    return switch (reach.kind()) {
      case LOOPBACK -> false;
      case METADATA, ANY_LOCAL -> true;
      case LINK_LOCAL,
          PUBLIC,
          PRIVATE,
          SHARED,
          MULTICAST,
          BROADCAST,
          RESERVED,
          DOCUMENTATION,
          SPECIAL ->
          reach.own() || reach.gateway();
    };
  }
}
