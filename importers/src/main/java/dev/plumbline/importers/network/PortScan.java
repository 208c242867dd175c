package dev.plumbline.importers.network;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a port scanner says of one address and transport; grows while the file is read. */
public final class PortScan {
  private static final int MOST_LISTED = 200;

  private final String transport;
  private final BitSet tried;
  private final BitSet open = new BitSet();
  private final BitSet refused = new BitSet();
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

  /** What speaks at an open port. */
  public void heard(int port, String protocol) {
    heard.put(port, protocol);
  }

  public String key() {
    return transport + ".open-ports";
  }

  /**
   * Holds the fact. A port that is neither open nor refused counts as unanswered: scanners leave
   * some of those unnamed.
   */
  public void tell(HeldFacts facts, String address) {
    String subject = "address/" + address;
    refused.andNot(open);
    if (tried.isEmpty()) {
      facts.undetermined(key(), subject, "the file does not say which ports were asked");
    } else if (open.isEmpty() && refused.isEmpty()) {
      facts.undetermined(key(), subject, "none of " + tried.cardinality() + " ports answered");
    } else {
      facts.seen(key(), subject, value(), coverage());
    }
  }

  private BitSet unanswered() {
    BitSet unanswered = (BitSet) tried.clone();
    unanswered.andNot(open);
    unanswered.andNot(refused);
    return unanswered;
  }

  private Map<String, Object> value() {
    if (transport.equals("tcp")) {
      return Map.of("open", Ports.numbers(open));
    }
    List<Map<String, Object>> answers =
        open.stream()
            .limit(MOST_LISTED)
            .mapToObj(
                p ->
                    Map.<String, Object>of(
                        "port", (long) p, "protocol", heard.getOrDefault(p, "unknown")))
            .toList();
    return Map.of(
        "answered",
        Ports.numbers(open),
        "heard",
        answers,
        "silent",
        unanswered().stream().limit(MOST_LISTED).mapToObj(Long::valueOf).toList());
  }

  private Map<String, Object> coverage() {
    Map<String, Object> coverage = new LinkedHashMap<>();
    coverage.put("ports", Ports.ranges(tried));
    coverage.put("tried", (long) tried.cardinality());
    coverage.put("refused", (long) refused.cardinality());
    coverage.put("unanswered", (long) unanswered().cardinality());
    coverage.put("unansweredPorts", Ports.ranges(unanswered()));
    coverage.put("outOfScope", List.of());
    return coverage;
  }
}
