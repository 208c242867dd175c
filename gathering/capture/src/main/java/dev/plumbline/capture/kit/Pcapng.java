package dev.plumbline.capture.kit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A pcapng file in either byte order. */
public final class Pcapng {
  private final Bits bits = Bits.of();
  private final ByteOrder order;

  public Pcapng(ByteOrder order) {
    this.order = order;
    block(
        0x0A0D0D0A, ints(0x1A2B3C4D), shorts(1, 0), ints(-1, -1), option(4, "dumpcap 4.4"), end());
  }

  public byte[] ints(int... values) {
    ByteBuffer b = ByteBuffer.allocate(4 * values.length).order(order);
    for (int v : values) {
      b.putInt(v);
    }
    return b.array();
  }

  public byte[] shorts(int... values) {
    ByteBuffer b = ByteBuffer.allocate(2 * values.length).order(order);
    for (int v : values) {
      b.putShort((short) v);
    }
    return b.array();
  }

  public byte[] option(int code, String value) {
    return option(code, Bits.of().text(value).done());
  }

  public byte[] option(int code, byte[] value) {
    return Bits.of()
        .bytes(shorts(code, value.length))
        .bytes(value)
        .zeros((4 - value.length % 4) % 4)
        .done();
  }

  public byte[] number(long value) {
    return ByteBuffer.allocate(8).order(order).putLong(value).array();
  }

  public byte[] end() {
    return shorts(0, 0);
  }

  public Pcapng block(int type, byte[]... parts) {
    Bits body = Bits.of();
    for (byte[] part : parts) {
      body.bytes(part);
    }
    byte[] bytes = body.done();
    int total = bytes.length + (4 - bytes.length % 4) % 4 + 12;
    bits.bytes(ints(type, total)).bytes(bytes).zeros(total - 12 - bytes.length).bytes(ints(total));
    return this;
  }

  /** An interface whose time stamps have this resolution. */
  public Pcapng on(int link, String name, int resolution) {
    return block(
        1,
        shorts(link, 0),
        ints(0),
        option(2, name),
        option(9, new byte[] {(byte) resolution}),
        end());
  }

  public Pcapng frame(int on, long ticks, byte[] frame) {
    return block(6, ints(on, (int) (ticks >>> 32), (int) ticks, frame.length, frame.length), frame);
  }

  public byte[] done() {
    return bits.done();
  }
}
