package dev.plumbline.importers.shared.network;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ports of a scanner that lists those with an answer and does not say which others it asked: they
 * cover themselves and no other.
 */
public final class HeldScans {
  private final Map<String, PortScan> scans = new LinkedHashMap<>();
  private final Map<String, String> addresses = new LinkedHashMap<>();

  /** The scan of an address. */
  public PortScan of(String transport, String address) {
    String name = transport + "/" + address;
    addresses.put(name, address);
    return scans.computeIfAbsent(name, n -> new PortScan(transport, new BitSet()));
  }

  /** Holds all. */
  public void tell(HeldFacts facts) {
    scans.forEach((name, scan) -> scan.tell(facts, addresses.getOrDefault(name, "")));
  }
}
