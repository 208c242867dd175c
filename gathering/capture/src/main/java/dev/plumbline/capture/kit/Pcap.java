package dev.plumbline.capture.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** A pcap file in network order, with microseconds. Its clock begins at 1,700,000,000 s. */
public final class Pcap {
  public static final long START = 1_700_000_000L;

  private final Bits bits = Bits.of();
  private long micros;

  public Pcap(int link) {
    bits.x("a1b2c3d4 0002 0004 00000000 00000000 00040000").u32(link);
  }

  public static Pcap ethernet() {
    return new Pcap(1);
  }

  public Pcap frame(byte[] frame) {
    return frame(frame, frame.length);
  }

  /** A frame of which more was on the network. */
  public Pcap frame(byte[] frame, int original) {
    bits.u32(START + micros / 1_000_000).u32(micros % 1_000_000);
    bits.u32(frame.length).u32(original).bytes(frame);
    micros += 1_000;
    return this;
  }

  /** Frames of Ethernet around IP packets. */
  public Pcap ip(byte[]... packets) {
    for (byte[] packet : packets) {
      frame(Ip.ethernet(packet));
    }
    return this;
  }

  public Pcap after(long millis) {
    micros += millis * 1_000;
    return this;
  }

  public byte[] done() {
    return bits.done();
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
