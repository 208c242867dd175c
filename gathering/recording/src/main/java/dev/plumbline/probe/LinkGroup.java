package dev.plumbline.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Groups to which anybody in a network may put an ordinary question; there are no others. */
public enum LinkGroup {
  /** Multicast DNS (RFC 6762, section 3). */
  MDNS("224.0.0.251", 5353),
  /** Searches for UPnP devices (UPnP Device Architecture 2.0, section 1.3.2). */
  SSDP("239.255.255.250", 1900);

  private final String address;
  private final int port;

  LinkGroup(String address, int port) {
    this.address = address;
    this.port = port;
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.ofLiteral(address), port);
  }
}
