package dev.plumbline.testbed;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Ports that other programs of this machine hold open on all addresses. They answer on the loopback
 * address of a simulated device too and would be taken for its own, so whoever tests the device
 * leaves them out.
 */
public final class ForeignPorts {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final String LISTENS = "0A";

  private ForeignPorts() {}

  /**
   * The TCP ports that answer on this address. To be asked before the device starts.
   *
   * @return ascending; empty where the system does not tell
   */
  public static SortedSet<Integer> on(InetAddress address) throws IOException {
    SortedSet<Integer> ports = new TreeSet<>();
    for (Path table : TABLES) {
      if (Files.isReadable(table)) {
        for (String line : Files.readAllLines(table)) {
          held(line, address, ports);
        }
      }
    }
    return ports;
  }

  /** A line holds number, local and remote address as hexadecimal ADDRESS:PORT, and the state. */
  static void held(String line, InetAddress address, SortedSet<Integer> ports) {
    String[] words = line.strip().split("\\s+");
    if (words.length < 4 || !words[3].equals(LISTENS)) {
      return;
    }
    String[] local = words[1].split(":", 2);
    if (local.length == 2 && (local[0].matches("0+") || local[0].endsWith(kernelForm(address)))) {
      ports.add(Integer.parseInt(local[1], 16));
    }
  }

  /** The address as the kernel prints it on a machine with the lowest byte first. */
  private static String kernelForm(InetAddress address) {
    byte[] bytes = address.getAddress();
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      turned[i] = bytes[(i / 4) * 4 + 3 - i % 4];
    }
    return HexFormat.of().withUpperCase().formatHex(turned);
  }
}
