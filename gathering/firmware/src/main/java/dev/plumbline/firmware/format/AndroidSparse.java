package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.UnreadableException;
import dev.plumbline.importing.ImportRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Android's sparse image: a disk image without its empty blocks. */
final class AndroidSparse implements Format {
  private static final int HEADER = 28;
  private static final int CHUNK = 12;
  private static final int RAW = 0xCAC1;
  private static final int FILL = 0xCAC2;
  private static final int SKIP = 0xCAC3;
  private static final int CHECKSUM = 0xCAC4;
  private static final int MOST_CHUNKS = 1_000_000;

  @Override
  public String id() {
    return "android-sparse";
  }

  @Override
  public byte[] mark() {
    return Magic.hex("3aff26ed0100");
  }

  @Override
  public boolean at(Blob blob) throws IOException {
    return blob.size() >= HEADER && blob.has(0, Magic.hex("3aff26ed0100"));
  }

  @Override
  public long open(Blob blob, Opened opened) throws IOException {
    ByteBuffer header = blob.view(0, HEADER, ByteOrder.LITTLE_ENDIAN);
    int headerSize = Short.toUnsignedInt(header.getShort(8));
    int chunkHeader = Short.toUnsignedInt(header.getShort(10));
    long block = Integer.toUnsignedLong(header.getInt(12));
    long chunks = Integer.toUnsignedLong(header.getInt(20));
    if (headerSize < HEADER || chunkHeader < CHUNK || block == 0 || chunks > MOST_CHUNKS) {
      throw new UnreadableException("its header is broken");
    }
    List<InputStream> pieces = new ArrayList<>();
    long at = headerSize;
    for (long i = 0; i < chunks; i++) {
      ByteBuffer chunk = blob.view(at, CHUNK, ByteOrder.LITTLE_ENDIAN);
      long length = Integer.toUnsignedLong(chunk.getInt(4)) * block;
      long total = Integer.toUnsignedLong(chunk.getInt(8));
      if (total < chunkHeader) {
        throw new UnreadableException("a chunk of it is broken");
      }
      Blob data = blob.part(at + chunkHeader, total - chunkHeader);
      switch (Short.toUnsignedInt(chunk.getShort(0))) {
        case RAW -> pieces.add(data.part(0, length).stream());
        case FILL -> pieces.add(new Filled(data.bytes(0, 4), length));
        case SKIP -> pieces.add(new Filled(new byte[4], length));
        case CHECKSUM -> {}
        default ->
            throw new UnreadableException(
                ImportRefusal.UNSUPPORTED, "a chunk of it is of no known kind");
      }
      at += total;
    }
    try (InputStream all = new SequenceInputStream(Collections.enumeration(pieces))) {
      opened.part("", opened.keep(all, blob.size()));
    }
    return at;
  }
}
