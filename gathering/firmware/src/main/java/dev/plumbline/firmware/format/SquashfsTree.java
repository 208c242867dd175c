package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.Node;
import dev.plumbline.firmware.image.UnreadableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The folders and files of one squashfs. */
final class SquashfsTree {
  private static final int DEEPEST = 128;
  private static final int PACKED_BIT = 0x8000;
  private static final int META = 8192;
  private static final int NO_FRAGMENT = -1;
  private static final int PER_META_FRAGMENTS = 512;
  private static final int PER_META_IDS = 2048;

  private final Blob blob;
  private final Opened opened;
  private final int blockSize;
  private final SquashfsPacking packing;
  private final long root;
  private final long ids;
  private final long inodes;
  private final long directories;
  private final long fragments;
  private final Map<Long, MetaBlock> meta = new HashMap<>();
  private final Map<Long, Blob> contents = new HashMap<>();
  private final Set<Long> above = new HashSet<>();
  private long fragmentAt = -1;
  private byte[] fragmentBytes = {};

  /** An unpacked block of the tables, and where the next one begins. */
  private static final class MetaBlock {
    private final byte[] bytes;
    private final long next;

    MetaBlock(byte[] bytes, long next) {
      this.bytes = bytes;
      this.next = next;
    }
  }

  /** A file's inode, as far as its content goes. */
  private record Content(long start, long size, int fragment, int offset, Meta sizes) {}

  SquashfsTree(Blob blob, ByteBuffer header, Opened opened) throws UnreadableException {
    this.blob = blob;
    this.opened = opened;
    blockSize = header.getInt(12);
    packing = SquashfsPacking.of(header.getShort(20));
    root = header.getLong(32);
    ids = header.getLong(48);
    inodes = header.getLong(64);
    directories = header.getLong(72);
    fragments = header.getLong(80);
  }

  void read() throws IOException {
    folder("", root, 0);
  }

  private MetaBlock block(long at) throws IOException {
    MetaBlock known = meta.get(at);
    if (known != null) {
      return known;
    }
    int head = Short.toUnsignedInt(blob.view(at, 2, ByteOrder.LITTLE_ENDIAN).getShort());
    int size = head & (PACKED_BIT - 1);
    byte[] stored = blob.bytes(at + 2, size);
    byte[] bytes = (head & PACKED_BIT) != 0 ? stored : packing.unpack(stored, META);
    MetaBlock read = new MetaBlock(bytes, at + 2 + size);
    meta.put(at, read);
    return read;
  }

  /** Reads numbers across the blocks of a table. */
  private final class Meta {
    private MetaBlock block;
    private int at;

    Meta(long table, long reference) throws IOException {
      block = block(table + (reference >>> 16));
      at = (int) (reference & 0xFFFF);
    }

    ByteBuffer take(int count) throws IOException {
      byte[] bytes = new byte[count];
      for (int done = 0; done < count; ) {
        if (at >= block.bytes.length) {
          if (block.bytes.length == 0) {
            throw new UnreadableException("a table of it is broken");
          }
          at -= block.bytes.length;
          block = block(block.next);
          continue;
        }
        int step = Math.min(count - done, block.bytes.length - at);
        System.arraycopy(block.bytes, at, bytes, done, step);
        done += step;
        at += step;
      }
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private void folder(String path, long reference, int depth) throws IOException {
    if (depth > DEEPEST || !above.add(reference)) {
      throw new UnreadableException("directory loop, or directories nested too deeply");
    }
    Meta inode = new Meta(inodes, reference);
    ByteBuffer head = inode.take(16);
    long size;
    long block;
    int offset;
    if (head.getShort(0) == 1) {
      ByteBuffer b = inode.take(16);
      block = Integer.toUnsignedLong(b.getInt(0));
      size = Short.toUnsignedLong(b.getShort(8));
      offset = Short.toUnsignedInt(b.getShort(10));
    } else if (head.getShort(0) == 8) {
      ByteBuffer b = inode.take(24);
      size = Integer.toUnsignedLong(b.getInt(4));
      block = Integer.toUnsignedLong(b.getInt(8));
      offset = Short.toUnsignedInt(b.getShort(18));
    } else {
      throw new UnreadableException("a folder of it is none");
    }
    opened.node(Node.unix(path, 0040000 | head.getShort(2), user(head)));
    if (size > 3) {
      entries(path, new Meta(directories, (block << 16) | offset), size - 3, depth);
    }
    above.remove(reference);
  }

  private void entries(String path, Meta listing, long size, int depth) throws IOException {
    long left = size;
    while (left > 0) {
      ByteBuffer head = listing.take(12);
      long count = Integer.toUnsignedLong(head.getInt(0)) + 1;
      long start = Integer.toUnsignedLong(head.getInt(4));
      if (count > 256) {
        throw new UnreadableException("a list of names in it is broken");
      }
      left -= 12;
      for (long i = 0; i < count; i++) {
        ByteBuffer entry = listing.take(8);
        int length = Short.toUnsignedInt(entry.getShort(6)) + 1;
        if (length > 256) {
          throw new UnreadableException("a name in it is too long");
        }
        String name = new String(listing.take(length).array(), StandardCharsets.UTF_8);
        left -= 8 + length;
        long reference = (start << 16) | Short.toUnsignedLong(entry.getShort(0));
        one(path.isEmpty() ? name : path + "/" + name, reference, entry.getShort(4), depth);
      }
    }
  }

  private void one(String path, long reference, int type, int depth) throws IOException {
    switch (type) {
      case 1 -> folder(path, reference, depth + 1);
      case 2 -> file(path, reference);
      default -> {
        ByteBuffer head = new Meta(inodes, reference).take(16);
        int kind = type == 3 ? 0120000 : 0;
        opened.node(Node.unix(path, kind | (head.getShort(2) & 07777), user(head)));
      }
    }
  }

  private void file(String path, long reference) throws IOException {
    Meta inode = new Meta(inodes, reference);
    ByteBuffer head = inode.take(16);
    Node node = Node.unix(path, 0100000 | (head.getShort(2) & 07777), user(head));
    Content content;
    if (head.getShort(0) == 2) {
      ByteBuffer b = inode.take(16);
      content =
          new Content(
              Integer.toUnsignedLong(b.getInt(0)),
              Integer.toUnsignedLong(b.getInt(12)),
              b.getInt(4),
              b.getInt(8),
              inode);
    } else if (head.getShort(0) == 9) {
      ByteBuffer b = inode.take(40);
      content = new Content(b.getLong(0), b.getLong(8), b.getInt(28), b.getInt(32), inode);
    } else {
      throw new UnreadableException("a file of it is none");
    }
    Blob known = contents.get(reference);
    if (known == null) {
      try {
        known = opened.keep(new PulledInput(blocks(content)), blob.size());
      } catch (UnreadableException e) {
        opened.unopened(node.path(), String.valueOf(e.getMessage()));
        opened.node(node);
        return;
      }
      contents.put(reference, known);
    }
    opened.file(node, known);
  }

  private long user(ByteBuffer head) throws IOException {
    int index = Short.toUnsignedInt(head.getShort(4));
    long table = blob.view(ids + 8L * (index / PER_META_IDS), 8, ByteOrder.LITTLE_ENDIAN).getLong();
    byte[] bytes = block(table).bytes;
    int at = 4 * (index % PER_META_IDS);
    if (at + 4 > bytes.length) {
      throw new UnreadableException("its list of owners is broken");
    }
    return Integer.toUnsignedLong(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at));
  }

  /** The blocks of a file, one at a time. */
  private PulledInput.Source blocks(Content content) {
    return new PulledInput.Source() {
      private long left = content.size();
      private long at = content.start();

      @Override
      public byte[] next() throws IOException {
        if (left <= 0) {
          return new byte[0];
        }
        int length = (int) Math.min(left, blockSize);
        boolean tail = left < blockSize && content.fragment() != NO_FRAGMENT;
        byte[] bytes = tail ? fragment(content, length) : data(length);
        if (bytes.length != length) {
          throw new UnreadableException("a block of it is broken");
        }
        left -= length;
        return bytes;
      }

      private byte[] data(int length) throws IOException {
        int size = content.sizes().take(4).getInt();
        byte[] bytes = size == 0 ? new byte[length] : stored(at, size);
        at += size & 0xFFFFFF;
        return bytes;
      }
    };
  }

  /** Bit 24 says that a block is stored as it is. */
  private byte[] stored(long at, int size) throws IOException {
    byte[] bytes = blob.bytes(at, size & 0xFFFFFF);
    return (size & (1 << 24)) != 0 ? bytes : packing.unpack(bytes, blockSize);
  }

  private byte[] fragment(Content content, int length) throws IOException {
    long table =
        blob.view(
                fragments + 8L * Integer.divideUnsigned(content.fragment(), PER_META_FRAGMENTS),
                8,
                ByteOrder.LITTLE_ENDIAN)
            .getLong();
    ByteBuffer entry =
        new Meta(table, 16L * Integer.remainderUnsigned(content.fragment(), PER_META_FRAGMENTS))
            .take(16);
    // Small files that lie side by side share a block.
    if (entry.getLong(0) != fragmentAt) {
      fragmentBytes = stored(entry.getLong(0), entry.getInt(8));
      fragmentAt = entry.getLong(0);
    }
    byte[] bytes = fragmentBytes;
    int offset = content.offset();
    if (offset < 0 || offset > bytes.length - length) {
      throw new UnreadableException("a fragment of it is broken");
    }
    return java.util.Arrays.copyOfRange(bytes, offset, offset + length);
  }
}
