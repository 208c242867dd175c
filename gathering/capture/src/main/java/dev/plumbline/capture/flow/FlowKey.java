package dev.plumbline.capture.flow;

import dev.plumbline.capture.net.Address;

/**
 * What the packets of one flow share.
 *
 * @param protocol IP protocol number
 * @param devicePort 0 where the protocol has no ports
 */
public record FlowKey(int protocol, Address device, int devicePort, Address peer, int peerPort) {}
