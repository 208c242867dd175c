package dev.plumbline.capture.file;

import dev.plumbline.capture.file.CaptureInput.EndedEarly;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The newer format: sections of blocks, several interfaces, options. */
final class PcapngReader {
  private static final long INTERFACE = 1;
  private static final long OLD_PACKET = 2;
  private static final long SIMPLE_PACKET = 3;
  private static final long STATISTICS = 5;
  private static final long PACKET = 6;
  private static final int LARGEST_KNOWN = 2 * CaptureFile.LONGEST_FRAME;
  private static final int MOST_INTERFACES = 4_096;
  private static final int SHOWN = 64;

  private final CaptureInput in;
  private final FrameSink sink;
  private final byte[] block = new byte[LARGEST_KNOWN];
  private final List<CaptureInterface> interfaces = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> filters = new LinkedHashSet<>();
  private String application = "";
  private long dropped = -1;
  private long blocks;

  PcapngReader(CaptureInput in, FrameSink sink) {
    this.in = in;
    this.sink = sink;
  }

  static boolean claims(byte[] magic) {
    return magic[0] == 0x0A && magic[1] == 0x0D && magic[2] == 0x0D && magic[3] == 0x0A;
  }

  /** Reads on behind the type of the first block. */
  CaptureEnd read() throws IOException, EndedEarly, MalformedImportException {
    section();
    byte[] type = new byte[4];
    try {
      while (!sink.enough() && in.fill(type, 4)) {
        if (claims(type)) {
          section();
        } else {
          Optional<String> damage = block(in.u32(type, 0));
          if (damage.isPresent()) {
            if (blocks == 0) {
              throw new MalformedImportException(
                  ImportRefusal.MALFORMED, "Damaged: " + damage.get() + ".");
            }
            return end(damage.get());
          }
        }
        blocks++;
      }
      return end("");
    } catch (EndedEarly e) {
      return end(String.valueOf(e.getMessage()));
    }
  }

  private void section() throws IOException, EndedEarly, MalformedImportException {
    byte[] start = new byte[8];
    in.need(start, 8);
    in.bigEndian(true);
    if (in.u32(start, 4) != 0x1A2B_3C4DL) {
      in.bigEndian(false);
      if (in.u32(start, 4) != 0x1A2B_3C4DL) {
        throw new MalformedImportException(ImportRefusal.MALFORMED, "A section has no byte order.");
      }
    }
    long length = in.u32(start, 0) - 12;
    if (length < 16 || length > LARGEST_KNOWN) {
      throw new MalformedImportException(
          ImportRefusal.MALFORMED, "A section header says that it has impossible length.");
    }
    in.need(block, (int) length);
    if (in.u16(block, 0) != 1) {
      throw new MalformedImportException(
          ImportRefusal.UNSUPPORTED, "Its pcapng version is " + in.u16(block, 0) + ", not 1.");
    }
    interfaces.clear();
    if (application.isEmpty()) {
      application = Options.at(in, block, 12, (int) length - 4).text(4);
    }
  }

  /** Reads a block; says what is wrong with its length, if that is so. */
  private Optional<String> block(long type) throws IOException, EndedEarly {
    long total = in.u32();
    if (total < 12 || total % 4 != 0) {
      return Optional.of("the block before byte " + in.at() + " says that it has " + total);
    }
    boolean known = type == PACKET || type == OLD_PACKET || type == SIMPLE_PACKET;
    known |= type == INTERFACE || type == STATISTICS;
    int length = (int) Math.min(total - 12, Integer.MAX_VALUE);
    if (!known) {
      in.skip(total - 8);
      return Optional.empty();
    }
    if (length > LARGEST_KNOWN - 4) {
      return Optional.of("the block before byte " + in.at() + " says that it has " + total);
    }
    in.need(block, length + 4);
    if (type == INTERFACE) {
      described(length);
    } else if (type == STATISTICS) {
      statistics(length);
    } else if (type == SIMPLE_PACKET) {
      simple(length);
    } else {
      packet(type == OLD_PACKET, length);
    }
    return Optional.empty();
  }

  private void described(int length) {
    if (length < 8 || interfaces.size() >= MOST_INTERFACES) {
      return;
    }
    Options options = Options.at(in, block, 8, length);
    CaptureInterface one =
        new CaptureInterface(
            in.u16(block, 0),
            in.u32(block, 4),
            options.first(9).map(b -> b[0] & 0xFF).orElse(6),
            options.number(14).orElse(0L));
    interfaces.add(one);
    String name = options.text(2);
    if (names.size() < SHOWN) {
      names.add(name.isEmpty() ? "interface " + (interfaces.size() - 1) : name);
    }
    String filter = options.text(11);
    if (!filter.isEmpty() && filters.size() < SHOWN) {
      // The first byte says whether it is text or byte code.
      filters.add(filter.substring(1));
    }
  }

  private void statistics(int length) {
    Options options = Options.at(in, block, 12, length);
    long lost = Math.max(options.number(5).orElse(-1L), options.number(7).orElse(-1L));
    dropped = Math.max(dropped, lost);
  }

  private void simple(int length) {
    if (interfaces.isEmpty() || length < 4) {
      return;
    }
    CaptureInterface on = interfaces.getFirst();
    long original = in.u32(block, 0);
    long kept = on.snap() == 0 ? original : Math.min(original, on.snap());
    tell(on, 0, 4, Math.min(kept, length - 4L), original);
  }

  private void packet(boolean old, int length) {
    int number = length < 20 ? -1 : old ? in.u16(block, 0) : (int) in.u32(block, 0);
    if (number < 0 || number >= interfaces.size()) {
      return;
    }
    CaptureInterface on = interfaces.get(number);
    long ticks = (in.u32(block, 4) << 32) | in.u32(block, 8);
    tell(on, on.nanos(ticks), 20, Math.min(in.u32(block, 12), length - 20L), in.u32(block, 16));
  }

  private void tell(CaptureInterface on, long nanos, int from, long length, long original) {
    int kept = (int) Math.min(length, CaptureFile.LONGEST_FRAME);
    sink.frame(new Frame(nanos, on.link(), new Slice(block, from, kept), Math.max(kept, original)));
  }

  private CaptureEnd end(String missing) {
    OptionalLong lost = dropped < 0 ? OptionalLong.empty() : OptionalLong.of(dropped);
    return new CaptureEnd(
        "pcapng", application, List.copyOf(names), List.copyOf(filters), lost, missing);
  }
}
