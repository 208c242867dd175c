package dev.plumbline.capture.net;

/** Takes packets in the order of the capture. */
public interface PacketSink {
  void packet(Packet packet);

  /** A host said by ARP or by neighbour discovery that it has this address. */
  void claimed(long mac, Address address);
}
