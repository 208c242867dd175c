package dev.plumbline.core.address;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** The blocks of special-addresses.csv, the longest prefix first. */
final class SpecialAddresses {
  private static final List<Block> BLOCKS = read();

  private SpecialAddresses() {}

  /**
   * The class of the narrowest block that holds the address.
   *
   * @param address 4 or 16 bytes
   */
  static AddressClass lookUp(byte[] address) {
    return BLOCKS.stream()
        .filter(block -> block.holds(address))
        .findFirst()
        .map(Block::kind)
        .orElse(AddressClass.RESERVED);
  }

  static List<AddressBlock> all() {
    return BLOCKS.stream().map(Block::told).toList();
  }

  private static List<Block> read() {
    try (InputStream in = SpecialAddresses.class.getResourceAsStream("special-addresses.csv")) {
      if (in == null) {
        throw new IllegalStateException("missing in the build: special-addresses.csv");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(",", -1))
          .map(cells -> new Block(new AddressBlock(cells[0], AddressClass.valueOf(cells[1]))))
          .sorted(Comparator.comparingInt(Block::bits).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Block {
    private final byte[] network;
    private final int bits;
    private final AddressBlock told;

    private Block(AddressBlock told) {
      String prefix = told.prefix();
      int slash = prefix.indexOf('/');
      this.network = InetAddress.ofLiteral(prefix.substring(0, slash)).getAddress();
      this.bits = Integer.parseInt(prefix.substring(slash + 1));
      this.told = told;
    }

    private int bits() {
      return bits;
    }

    private AddressBlock told() {
      return told;
    }

    private AddressClass kind() {
      return told.kind();
    }

    private boolean holds(byte[] address) {
      if (address.length != network.length) {
        return false;
      }
      int whole = bits / 8;
      for (int i = 0; i < whole; i++) {
        if (address[i] != network[i]) {
          return false;
        }
      }
      int rest = bits % 8;
      return rest == 0 || ((address[whole] ^ network[whole]) & 0xff) >> (8 - rest) == 0;
    }
  }
}
