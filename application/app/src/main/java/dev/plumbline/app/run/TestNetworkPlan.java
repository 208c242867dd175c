package dev.plumbline.app.run;

import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.dossier.Product.Target;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who is told what in a test network: the declared device its address, and where the servers are
 * that Plumbline stands in for. Nobody else is given an address, and no other name is known.
 *
 * @param network interface of the test network, such as {@code eth1}
 * @param own the tester's address there
 * @param prefix length of the network's part
 * @param mac of the declared device
 * @param device its address
 * @param names addresses by host name
 */
public record TestNetworkPlan(
    String network, String own, int prefix, String mac, String device, Map<String, String> names) {
  public TestNetworkPlan {
    names = java.util.Collections.unmodifiableMap(new TreeMap<>(names));
  }

  /**
   * Plans for a product.
   *
   * @throws IllegalArgumentException with what is missing in product.yaml
   */
  public static TestNetworkPlan of(Product product, String network, Inet4Address own, int prefix) {
    String at = own.getHostAddress();
    if (!product.mac().matches("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}")) {
      throw new IllegalArgumentException(
          "product.yaml names no MAC address (product.mac), by which the device is known");
    }
    List<String> devices =
        product.targets().stream()
            .map(Target::address)
            .filter(a -> isBeside(a, own, prefix))
            .distinct()
            .toList();
    if (devices.size() != 1) {
      throw new IllegalArgumentException(
          "one target of product.yaml has to lie in the network of "
              + network
              + " ("
              + at
              + "/"
              + prefix
              + "); these do: "
              + devices);
    }
    Map<String, String> names = new TreeMap<>();
    product.clients().stream()
        .filter(c -> c.listen().address().equals(at))
        .map(ClientTest::host)
        .filter(h -> h.matches("[\\w.-]+"))
        .forEach(h -> names.put(h, at));
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "no server of test.clients in product.yaml listens at "
              + at
              + ", the address of "
              + network);
    }
    return new TestNetworkPlan(network, at, prefix, product.mac(), devices.getFirst(), names);
  }

  private static boolean isBeside(String address, Inet4Address own, int prefix) {
    if (!address.matches("\\d+(\\.\\d+){3}") || address.equals(own.getHostAddress())) {
      return false;
    }
    int mask = prefix == 0 ? 0 : -1 << (32 - prefix);
    return (number(InetAddress.ofLiteral(address)) & mask) == (number(own) & mask);
  }

  private static int number(InetAddress address) {
    return java.nio.ByteBuffer.wrap(address.getAddress()).getInt();
  }

  /** The program that answers, with all that it has to know: it reads no file of this machine. */
  List<String> command() {
    List<String> command =
        new ArrayList<>(
            List.of(
                "dnsmasq",
                "--keep-in-foreground",
                "--conf-file=/dev/null",
                "--log-facility=-",
                "--pid-file=",
                "--no-resolv",
                "--no-hosts",
                "--no-ping",
                "--interface=" + network,
                "--except-interface=lo",
                "--bind-interfaces",
                "--port=53",
                "--log-queries",
                "--leasefile-ro",
                "--dhcp-authoritative",
                "--dhcp-range=" + own + ",static,5m",
                "--dhcp-host=" + mac + "," + device,
                "--dhcp-ignore=tag:!known"));
    names.forEach((name, address) -> command.add("--address=/" + name + "/" + address));
    return command;
  }
}
