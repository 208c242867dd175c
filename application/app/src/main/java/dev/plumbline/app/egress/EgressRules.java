package dev.plumbline.app.egress;

import dev.plumbline.app.egress.Egress.Peer;
import dev.plumbline.core.address.AddressBlock;
import dev.plumbline.core.address.AddressClass;
import dev.plumbline.dossier.Product.PortRange;
import dev.plumbline.probe.LinkGroup;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rules for nftables that drop what the programs of one control group send elsewhere. What
 * others on this machine send never meets them. The table belongs to the program that makes it: the
 * kernel removes it when that ends, however it ends, and no other can change it.
 */
final class EgressRules {
  /** Never allowed, so that a datagram there tells whether the rules hold. Of this machine. */
  static final InetSocketAddress FORBIDDEN =
      new InetSocketAddress(InetAddress.ofLiteral("127.255.255.254"), 9);

  /** Counts what went elsewhere. */
  static final String STOPPED = "stopped";

  /** Counts what went to {@link #FORBIDDEN}. */
  static final String HELD = "held";

  private static final int MOST_TOLD = 64;

  /** A segment that opens no connection: an answer to a caller. */
  private static final String ANSWER = "tcp flags & (syn | ack) != syn";

  private EgressRules() {}

  /**
   * The rules, as text for nft(8).
   *
   * @param table a name that nobody else has
   * @param group path of the control group below /sys/fs/cgroup
   * @param level how deep it lies in the hierarchy; 1 below the root
   */
  static String text(Egress egress, String table, String group, int level) {
    List<String> lines = new ArrayList<>();
    lines.add("table inet " + table + " {");
    lines.add(" flags owner");
    lines.add(" counter " + STOPPED + " { }");
    lines.add(" counter " + HELD + " { }");
    lines.add(told("stopped4", "ip"));
    lines.add(told("stopped6", "ip6"));
    chain(lines, "pages", pages(egress));
    chain(lines, "agreed", agreed(egress));
    chain(
        lines,
        "out",
        List.of(
            "type filter hook output priority filter; policy accept;",
            "socket cgroupv2 level " + level + " \"" + group + "\" jump agreed"));
    lines.add("}");
    return String.join("\n", lines) + "\n";
  }

  private static String told(String set, String family) {
    return " set "
        + set
        + " { typeof "
        + family
        + " daddr . meta l4proto . th dport; size "
        + MOST_TOLD
        + "; flags dynamic; }";
  }

  private static void chain(List<String> lines, String name, List<String> rules) {
    lines.add(" chain " + name + " {");
    rules.forEach(rule -> lines.add("  " + rule));
    lines.add(" }");
  }

  private static List<String> agreed(Egress egress) {
    List<String> rules = new ArrayList<>();
    rules.add(
        to(FORBIDDEN.getAddress())
            + " udp dport "
            + FORBIDDEN.getPort()
            + " counter name "
            + HELD
            + " drop");
    for (Peer peer : egress.peers()) {
      rules.add(
          to(peer.address())
              + " "
              + peer.transport()
              + " dport { "
              + peer.ports().stream().map(EgressRules::range).collect(Collectors.joining(", "))
              + " } accept");
    }
    for (InetAddress caller : egress.callers()) {
      rules.add(to(caller) + " " + ANSWER + " accept");
      for (int port : egress.answerPorts()) {
        rules.add(to(caller) + " udp sport " + port + " accept");
      }
    }
    if (!egress.callers().isEmpty()) {
      for (LinkGroup group : LinkGroup.values()) {
        InetSocketAddress at = group.address();
        rules.add(to(at.getAddress()) + " udp dport " + at.getPort() + " accept");
      }
      rules.add("ip6 daddr ff02::1 icmpv6 type echo-request accept");
    }
    for (InetAddress resolver : egress.resolvers()) {
      rules.add(to(resolver) + " meta l4proto { tcp, udp } th dport 53 accept");
    }
    for (int port : egress.pagePorts()) {
      rules.add("tcp dport " + port + " jump pages");
    }
    // What strangers hear when they call a port where Plumbline waits for the device.
    rules.add(ANSWER + " drop");
    rules.add("counter name " + STOPPED);
    rules.add("meta l4proto { tcp, udp } add @stopped4 { ip daddr . meta l4proto . th dport }");
    rules.add("meta l4proto { tcp, udp } add @stopped6 { ip6 daddr . meta l4proto . th dport }");
    rules.add("drop");
    return rules;
  }

  /** Accepts what goes to globally reachable addresses, and returns with all else. */
  private static List<String> pages(Egress egress) {
    if (egress.pagePorts().isEmpty()) {
      return List.of();
    }
    List<String> rules = new ArrayList<>();
    // These stand for IPv4 addresses of all classes.
    rules.add("ip6 daddr 2002::/16 return");
    for (AddressBlock block : AddressBlock.all()) {
      rules.add(
          (block.isIpv4() ? "ip" : "ip6")
              + " daddr "
              + block.prefix()
              + (block.kind() == AddressClass.PUBLIC ? " accept" : " return"));
    }
    return rules;
  }

  private static String range(PortRange range) {
    return range.first() == range.last()
        ? Integer.toString(range.first())
        : range.first() + "-" + range.last();
  }

  /** The address as destination, on its link where it has one. */
  private static String to(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    String bare = zone < 0 ? text : text.substring(0, zone);
    if (!(address instanceof Inet6Address six)) {
      return "ip daddr " + bare;
    }
    String link = six.getScopeId() == 0 ? "" : "oif " + six.getScopeId() + " ";
    return link + "ip6 daddr " + bare;
  }
}
