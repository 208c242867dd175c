package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.Node;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** ZIP, by its list at the end. */
final class Zip implements Format {
  private static final int UNIX = 3;

  @Override
  public String id() {
    return "zip";
  }

  @Override
  public byte[] mark() {
    return Magic.hex("504b0304");
  }

  @Override
  public boolean at(Blob blob) throws IOException {
    return blob.has(0, Magic.hex("504b0304"));
  }

  @Override
  public long open(Blob blob, Opened opened) throws IOException {
    try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(blob.channel()).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        Node node = node(entry);
        if (node.kind() != Node.Kind.FILE) {
          opened.node(node);
        } else if (entry.getGeneralPurposeBit().usesEncryption()) {
          opened.unopened(node.path(), "it is encrypted");
        } else if (!zip.canReadEntryData(entry)) {
          opened.unopened(node.path(), "packed by ZIP method " + entry.getMethod());
        } else {
          try (InputStream in = zip.getInputStream(entry)) {
            opened.file(node, opened.keep(in, Math.max(1, entry.getCompressedSize())));
          }
        }
      }
    }
    return blob.size();
  }

  private static Node node(ZipArchiveEntry entry) {
    if (entry.getPlatform() == UNIX && entry.getUnixMode() != 0) {
      int mode = entry.getUnixMode();
      return Node.unix(entry.getName(), (mode & 0170000) == 0 ? mode | 0100000 : mode, 0);
    }
    return entry.isDirectory()
        ? new Node(entry.getName(), Node.Kind.FOLDER, java.util.OptionalInt.empty(), 0)
        : Node.plain(entry.getName());
  }
}
