package dev.plumbline.core.address;

import java.util.List;

/**
 * A block of addresses of one class. The narrowest block that holds an address decides.
 *
 * @param prefix such as {@code 10.0.0.0/8}
 */
public record AddressBlock(String prefix, AddressClass kind) {
  /** All blocks that are known, the narrowest first. */
  public static List<AddressBlock> all() {
    return SpecialAddresses.all();
  }

  /** Whether its addresses are those of IPv4. */
  public boolean isIpv4() {
    return prefix.indexOf(':') < 0;
  }
}
