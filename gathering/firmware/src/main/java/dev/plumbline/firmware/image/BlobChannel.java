package dev.plumbline.firmware.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A blob for libraries that read a file at any place. */
public final class BlobChannel implements SeekableByteChannel {
  private static final int STEP = 1 << 16;

  private final Blob blob;
  private long position;

  BlobChannel(Blob blob) {
    this.blob = blob;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (!into.hasRemaining()) {
      return 0;
    }
    byte[] bytes = new byte[Math.min(STEP, into.remaining())];
    int count = blob.read(position, bytes, 0, bytes.length);
    if (count > 0) {
      into.put(bytes, 0, count);
      position += count;
    }
    return count;
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long at) throws UnreadableException {
    if (at < 0) {
      throw new UnreadableException("it names a place before its beginning");
    }
    position = at;
    return this;
  }

  @Override
  public long size() {
    return blob.size();
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
