package dev.plumbline.capture.net;

import dev.plumbline.capture.file.Slice;

/**
 * What a link carries.
 *
 * @param from MAC of the sender; 0 where the link has none
 * @param to MAC of the receiver; 0 where the link has none
 * @param type EtherType
 * @param payload behind the link's header
 */
record LinkFrame(long from, long to, int type, Slice payload) {
  static final int IPV4 = 0x0800;
  static final int ARP = 0x0806;
  static final int IPV6 = 0x86DD;
}
