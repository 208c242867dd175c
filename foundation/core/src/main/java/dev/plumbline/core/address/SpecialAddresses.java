package dev.plumbline.core.address;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
          .map(SpecialAddresses::block)
          .sorted(Comparator.comparingInt(Block::bits).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Block block(String[] cells) {
    return new Block(
        AddressRange.parse(cells[0])
            .orElseThrow(() -> new IllegalStateException("special-addresses.csv: " + cells[0])),
        new AddressBlock(cells[0], AddressClass.valueOf(cells[1])));
  }

  private record Block(AddressRange range, AddressBlock told) {
    boolean holds(byte[] address) {
      return range.holds(address);
    }

    int bits() {
      return range.bits();
    }

    AddressClass kind() {
      return told.kind();
    }
  }
}
