package dev.plumbline.capture.net;

import dev.plumbline.capture.file.Slice;

/**
 * A packet at the level of the transport.
 *
 * @param frame number of the frame that brought it, or its last fragment; from 1
 * @param nanos time in nanoseconds since 1970
 * @param fromMac 0 where the link has none
 * @param protocol IP protocol number
 * @param payload from the transport's header on; good only for the time of the call
 * @param size bytes of the IP packet as the network carried it
 * @param whole whether all of the payload was captured
 */
public record Packet(
    long frame,
    long nanos,
    long fromMac,
    long toMac,
    Address from,
    Address to,
    int protocol,
    Slice payload,
    long size,
    boolean whole) {
  public static final int ICMP = 1;
  public static final int TCP = 6;
  public static final int UDP = 17;
  public static final int ICMPV6 = 58;
}
