package dev.plumbline.importers.shared.network;

import dev.plumbline.observation.Fact;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.observation.network.UdpOpenPorts;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a port scanner says of one address and transport; grows while the file is read. */
public final class PortScan {
  private static final int MOST_LISTED = 200;

  private final String transport;
  private final BitSet tried;
  private final BitSet open = new BitSet();
  private final BitSet refused = new BitSet();
  private final BitSet listed = new BitSet();
  private final SortedMap<Integer, String> heard = new TreeMap<>();

  /**
   * @param transport {@code tcp} or {@code udp}
   * @param tried ports that were asked
   */
  public PortScan(String transport, BitSet tried) {
    this.transport = transport;
    this.tried = (BitSet) tried.clone();
  }

  public void open(int port) {
    tried.set(port);
    open.set(port);
  }

  /** The port itself said that it is closed. */
  public void refused(BitSet ports) {
    tried.or(ports);
    refused.or(ports);
  }

  public void refused(int port) {
    tried.set(port);
    refused.set(port);
  }

  /** A port that is listed with a state that says neither. */
  public void listed(int port) {
    tried.set(port);
    listed.set(port);
  }

  /**
   * The ports that were not listed one by one said that they are closed, if they are so many.
   *
   * @param count how many the scanner says that they are
   */
  public void restRefused(long count) {
    BitSet rest = unanswered();
    rest.andNot(listed);
    if (rest.cardinality() == count) {
      refused.or(rest);
    }
  }

  /** What speaks at an open port. */
  public void heard(int port, String protocol) {
    heard.put(port, protocol);
  }

  /**
   * Holds the fact. A port that is neither open nor refused counts as unanswered: scanners leave
   * some of those unnamed.
   */
  public void tell(HeldFacts facts, String address) {
    String subject = "address/" + address;
    refused.andNot(open);
    if (tried.isEmpty()) {
      facts.undetermined(kind(), subject, "the file does not say which ports were asked");
    } else if (open.isEmpty() && refused.isEmpty()) {
      facts.undetermined(kind(), subject, "none of " + tried.cardinality() + " ports answered");
    } else {
      facts.seen(subject, isTcp() ? tcp() : udp());
    }
  }

  private boolean isTcp() {
    return transport.equals("tcp");
  }

  /** The kind of observation that tells of it. */
  public Class<? extends Fact> kind() {
    return isTcp() ? TcpOpenPorts.class : UdpOpenPorts.class;
  }

  private BitSet unanswered() {
    BitSet unanswered = (BitSet) tried.clone();
    unanswered.andNot(open);
    unanswered.andNot(refused);
    return unanswered;
  }

  private TcpOpenPorts tcp() {
    return new TcpOpenPorts(
        open.stream().boxed().toList(),
        Ports.ranges(tried),
        tried.cardinality(),
        refused.cardinality(),
        unanswered().cardinality(),
        Ports.ranges(unanswered()),
        List.of());
  }

  private UdpOpenPorts udp() {
    return new UdpOpenPorts(
        open.stream().boxed().toList(),
        open.stream()
            .limit(MOST_LISTED)
            .mapToObj(p -> new UdpOpenPorts.Heard(p, heard.getOrDefault(p, "unknown")))
            .toList(),
        unanswered().stream().limit(MOST_LISTED).boxed().toList(),
        Ports.ranges(tried),
        tried.cardinality(),
        refused.cardinality(),
        unanswered().cardinality(),
        Ports.ranges(unanswered()),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
