package dev.plumbline.probes.sshendpoint;

import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;

/** The binary packets of the transport (RFC 4253, 6), first in the clear, then protected. */
final class Packets {
  private static final int DISCONNECT = 1;
  private static final int IGNORE = 2;
  private static final int UNIMPLEMENTED = 3;
  private static final int DEBUG = 4;
  private static final int MAX_PACKET = 256 * 1024;
  private static final int MAX_NOISE = 16;
  private static final int MIN_BLOCK = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Wire wire;
  private final Duration patience;
  private PacketCipher out = PacketCipher.CLEAR;
  private PacketCipher in = PacketCipher.CLEAR;
  private int sent;
  private int received;

  Packets(Wire wire, Duration patience) {
    this.wire = wire;
    this.patience = patience;
  }

  /** From the next packet on, both directions are protected. */
  void protect(PacketCipher outgoing, PacketCipher incoming) {
    out = outgoing;
    in = incoming;
  }

  void send(byte[] payload) throws IOException {
    int block = Math.max(MIN_BLOCK, out.block());
    int covered = payload.length + (out.lengthInClear() ? 1 : 5);
    int padding = block - covered % block;
    if (padding < 4) {
      padding += block;
    }
    byte[] filler = new byte[padding];
    RANDOM.nextBytes(filler);
    byte[] packet =
        new SshWriter()
            .u32(1 + payload.length + padding)
            .u8(padding)
            .put(payload)
            .put(filler)
            .bytes();
    wire.send(out.seal(sent++, packet));
  }

  /**
   * The next message that says something.
   *
   * @throws SshFormatException if the peer breaks the protocol or disconnects
   */
  byte[] next() throws IOException {
    for (int i = 0; i < MAX_NOISE; i++) {
      byte[] payload = packet();
      switch (payload[0]) {
        case IGNORE, DEBUG -> {}
        case UNIMPLEMENTED -> throw new SshFormatException("does not know the message");
        case DISCONNECT -> throw new SshFormatException("disconnects: " + reason(payload));
        default -> {
          return payload;
        }
      }
    }
    throw new SshFormatException("sends nothing but noise");
  }

  /**
   * The next message, which has to be of that type.
   *
   * @return what stands behind the type
   */
  SshReader expect(int type) throws IOException {
    byte[] payload = next();
    if (payload[0] != type) {
      throw new SshFormatException("message " + payload[0] + " where " + type + " was due");
    }
    return new SshReader(Arrays.copyOfRange(payload, 1, payload.length));
  }

  private static String reason(byte[] payload) throws SshFormatException {
    SshReader reader = new SshReader(payload);
    reader.take(5);
    return reader.text().replaceAll("[^ -~]", "?");
  }

  private byte[] packet() throws IOException {
    byte[] first = read(in.head());
    byte[] head = in.openHead(first);
    if (head[0] != 0) {
      throw new SshFormatException("announces a packet of more than 16 MiB");
    }
    int length = (head[1] & 0xFF) << 16 | (head[2] & 0xFF) << 8 | (head[3] & 0xFF);
    if (length < 2 || length > MAX_PACKET || 4 + length < head.length) {
      throw new SshFormatException("announces a packet of " + length + " bytes");
    }
    byte[] rest = read(4 + length - head.length + in.tag());
    byte[] packet = in.openRest(received++, first, head, rest);
    int padding = packet[4] & 0xFF;
    if (padding + 2 > length) {
      throw new SshFormatException("pads a packet with more than its length");
    }
    return Arrays.copyOfRange(packet, 5, 4 + length - padding);
  }

  private byte[] read(int count) throws IOException {
    byte[] bytes = new byte[count];
    int have = 0;
    while (have < count) {
      byte[] more = wire.read(count - have, patience);
      if (more.length == 0) {
        throw new SshFormatException("closes the connection within the handshake");
      }
      System.arraycopy(more, 0, bytes, have, more.length);
      have += more.length;
    }
    return bytes;
  }
}
