package dev.plumbline.capture.file;

import dev.plumbline.capture.file.CaptureInput.EndedEarly;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/** The older format: one header, one link type, records. */
final class PcapReader {
  private static final List<String> MAGIC =
      List.of("a1b2c3d4", "d4c3b2a1", "a1b23c4d", "4d3cb2a1", "a1b2cd34", "34cdb2a1");
  private static final int HEADER = 20;

  private final CaptureInput in;
  private final FrameSink sink;
  private final byte[] bytes = new byte[CaptureFile.LONGEST_FRAME];

  PcapReader(CaptureInput in, FrameSink sink) {
    this.in = in;
    this.sink = sink;
  }

  static boolean claims(byte[] magic) {
    return MAGIC.contains(HexFormat.of().formatHex(magic));
  }

  CaptureEnd read(byte[] magic) throws IOException, EndedEarly, MalformedImportException {
    int kind = MAGIC.indexOf(HexFormat.of().formatHex(magic));
    in.bigEndian(kind % 2 == 0);
    long fraction = kind == 2 || kind == 3 ? 1 : 1_000;
    // The modified format of the 1990s has 8 more bytes in each record.
    int extra = kind >= 4 ? 8 : 0;
    in.need(bytes, HEADER);
    int version = in.u16(bytes, 0);
    if (version != 2) {
      throw new MalformedImportException(
          ImportRefusal.UNSUPPORTED, "Its pcap version is " + version + ", not 2.");
    }
    int link = (int) in.u32(bytes, 16) & 0x0FFF_FFFF;
    return records(link, fraction, extra);
  }

  private CaptureEnd records(int link, long fraction, int extra)
      throws IOException, MalformedImportException {
    byte[] header = new byte[16 + extra];
    long frames = 0;
    try {
      while (!sink.enough() && in.fill(header, header.length)) {
        long length = in.u32(header, 8);
        if (length > CaptureFile.LONGEST_FRAME) {
          String what = "the record before byte " + in.at() + " says that it has " + length;
          if (frames == 0) {
            throw new MalformedImportException(
                ImportRefusal.MALFORMED, "Damaged: " + what + " bytes.");
          }
          return end(what + " bytes");
        }
        in.need(bytes, (int) length);
        frames++;
        long nanos = in.u32(header, 0) * 1_000_000_000L + in.u32(header, 4) * fraction;
        sink.frame(
            new Frame(
                nanos,
                link,
                new Slice(bytes, 0, (int) length),
                Math.max(length, in.u32(header, 12))));
      }
      return end("");
    } catch (EndedEarly e) {
      return end(String.valueOf(e.getMessage()));
    }
  }

  private static CaptureEnd end(String missing) {
    return new CaptureEnd("pcap", "", List.of(), List.of(), OptionalLong.empty(), missing);
  }
}
