package dev.plumbline.app.capture;

import dev.plumbline.capture.excerpt.ShownPacket;
import java.time.Instant;
import java.util.Optional;

/**
 * One packet of a capture that is evidence.
 *
 * @param number of its frame in the capture, from 1
 * @param at when it was captured; empty where the capture does not tell
 * @param from address and port of the sender; empty where it could not be read
 * @param to address and port of the receiver; empty like it
 * @param protocol such as {@code TCP}
 * @param length bytes that the frame had on the network
 * @param captured how many of them the capture has
 * @param shown how many of these {@code dump} has
 * @param dump bytes in rows of hexadecimal and ASCII
 */
public record EvidencePacket(
    long number,
    Optional<Instant> at,
    String from,
    String to,
    String protocol,
    long length,
    long captured,
    long shown,
    String dump) {
  static EvidencePacket of(ShownPacket p) {
    return new EvidencePacket(
        p.number(),
        p.at(),
        p.from(),
        p.to(),
        p.protocol(),
        p.length(),
        p.captured(),
        p.shown(),
        p.dump());
  }
}
