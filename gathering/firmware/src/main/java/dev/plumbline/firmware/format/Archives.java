package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.BlobStream;
import dev.plumbline.firmware.image.Node;
import dev.plumbline.firmware.image.UnreadableException;
import dev.plumbline.importing.ImportRefusal;
import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Archives that are read from their beginning to their end. */
enum Archives implements Format {
  TAR {
    private static final int AT = 257;
    private static final int BLOCK = 512;

    @Override
    public boolean at(Blob blob) throws IOException {
      return blob.size() >= BLOCK
          && blob.has(AT, Magic.text("ustar"))
          && TarArchiveInputStream.matches(blob.head(BLOCK), BLOCK);
    }

    @Override
    ArchiveInputStream<?> reader(BlobStream in) {
      return new TarArchiveInputStream(in);
    }

    @Override
    Node node(ArchiveEntry entry) {
      TarArchiveEntry e = (TarArchiveEntry) entry;
      int type =
          e.isDirectory() ? 0040000 : e.isSymbolicLink() ? 0120000 : e.isFile() ? 0100000 : 0;
      return e.isLink()
          ? Node.unix(e.getName(), 0120777, e.getLongUserId())
          : Node.unix(e.getName(), type | (e.getMode() & 07777), e.getLongUserId());
    }

    // Without its mark at the end it was cut, and the library would not say so.
    @Override
    void checkEnd(Blob blob, long last) throws IOException {
      long at = (last + BLOCK - 1) / BLOCK * BLOCK;
      for (byte b : blob.bytes(at, BLOCK)) {
        if (b != 0) {
          throw new UnreadableException(ImportRefusal.CUT_OFF, "it ends early");
        }
      }
    }
  },
  CPIO {
    @Override
    public byte[] mark() {
      return Magic.text("07070");
    }

    @Override
    public boolean at(Blob blob) throws IOException {
      byte[] head = blob.head(6);
      return head.length == 6
          && (CpioArchiveInputStream.matches(head, head.length) && head[0] == '0');
    }

    @Override
    ArchiveInputStream<?> reader(BlobStream in) {
      return new CpioArchiveInputStream(in);
    }

    @Override
    Node node(ArchiveEntry entry) {
      CpioArchiveEntry e = (CpioArchiveEntry) entry;
      return Node.unix(e.getName(), (int) e.getMode(), e.getUID());
    }
  },
  AR {
    @Override
    public byte[] mark() {
      return Magic.text("!<arch>");
    }

    @Override
    public boolean at(Blob blob) throws IOException {
      return blob.has(0, Magic.text("!<arch>\n"));
    }

    @Override
    ArchiveInputStream<?> reader(BlobStream in) throws IOException {
      return new ArArchiveInputStream(in);
    }

    @Override
    Node node(ArchiveEntry entry) {
      ArArchiveEntry e = (ArArchiveEntry) entry;
      return Node.unix(e.getName(), 0100000 | (e.getMode() & 07777), e.getUserId());
    }
  };

  abstract ArchiveInputStream<?> reader(BlobStream in) throws IOException;

  abstract Node node(ArchiveEntry entry);

  /**
   * @param last where the last file ends
   */
  void checkEnd(Blob blob, long last) throws IOException {}

  @Override
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public long open(Blob blob, Opened opened) throws IOException {
    BlobStream packed = blob.stream();
    long last = 0;
    try (ArchiveInputStream<?> in = reader(packed)) {
      for (ArchiveEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        if (e.getSize() > blob.size() && !(e instanceof TarArchiveEntry t && t.isSparse())) {
          throw new UnreadableException(
              ImportRefusal.CUT_OFF, "it is cut: " + e.getSize() + " bytes are named");
        }
        Node node = node(e);
        if (node.kind() == Node.Kind.FILE) {
          opened.file(node, opened.keep(in, blob.size()));
        } else {
          opened.node(node);
        }
        last = packed.position();
      }
    }
    checkEnd(blob, last);
    return packed.position();
  }

  static java.util.List<Format> all() {
    return Arrays.asList(values());
  }
}
