package dev.plumbline.capture.file;

import dev.plumbline.capture.file.CaptureInput.EndedEarly;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads pcap and pcapng files, gzip or plain, in one pass. Formats: draft-ietf-opsawg-pcap and
 * draft-ietf-opsawg-pcapng.
 */
public final class CaptureFile {
  /** A longer frame is taken for a damaged length, as by libpcap. */
  static final int LONGEST_FRAME = 262_144;

  private static final int BUFFER = 1 << 16;

  private CaptureFile() {}

  /** Whether a file that begins so is a capture. */
  public static boolean recognises(byte[] beginning) {
    try (InputStream in = plain(new ByteArrayInputStream(beginning))) {
      byte[] magic = in.readNBytes(4);
      return magic.length == 4 && (PcapReader.claims(magic) || PcapngReader.claims(magic));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads to the end. Frames before a missing or damaged tail are told; the result says that the
   * tail is missing.
   *
   * @throws MalformedImportException if no frame of a capture can be read
   */
  public static CaptureEnd read(InputStream file, FrameSink sink)
      throws IOException, MalformedImportException {
    return read(file, sink, Long.MAX_VALUE);
  }

  /**
   * The same, of no more than so many bytes; what is behind them counts as missing.
   *
   * @param most unpacked bytes that are read
   */
  public static CaptureEnd read(InputStream file, FrameSink sink, long most)
      throws IOException, MalformedImportException {
    try {
      CaptureInput in = new CaptureInput(plain(file), most);
      byte[] magic = new byte[4];
      if (!in.fill(magic, magic.length)) {
        throw new MalformedImportException(ImportRefusal.EMPTY, "It is empty.");
      }
      if (PcapReader.claims(magic)) {
        return new PcapReader(in, sink).read(magic);
      }
      if (PcapngReader.claims(magic)) {
        return new PcapngReader(in, sink).read();
      }
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "It is neither pcap nor pcapng.");
    } catch (EndedEarly | EOFException | ZipException e) {
      throw new MalformedImportException(
          ImportRefusal.CUT_OFF, "There is no whole record: " + e.getMessage() + ".");
    }
  }

  private static InputStream plain(InputStream file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(file, BUFFER);
    in.mark(2);
    boolean packed = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return packed ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
  }
}
