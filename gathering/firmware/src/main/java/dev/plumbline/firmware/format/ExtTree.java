package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.Node;
import dev.plumbline.firmware.image.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The folders and files of an ext file system. */
final class ExtTree {
  private static final long ROOT = 2;
  private static final int DEEPEST = 128;
  private static final int LARGEST_FOLDER = 32 << 20;

  private final Blob blob;
  private final ExtShape shape;
  private final Opened opened;
  private final Map<Long, Blob> contents = new HashMap<>();
  private final Set<Long> above = new HashSet<>();

  ExtTree(Blob blob, ExtShape shape, Opened opened) {
    this.blob = blob;
    this.shape = shape;
    this.opened = opened;
  }

  void read() throws IOException {
    folder("", inode(ROOT), ROOT, 0);
  }

  private ExtInode inode(long number) throws IOException {
    if (number < 1 || number > shape.inodes()) {
      throw new UnreadableException("it names inode " + number + " of " + shape.inodes());
    }
    long group = (number - 1) / shape.inodesPerGroup();
    long entry = shape.groups() + group * shape.groupSize();
    long table = Integer.toUnsignedLong(blob.view(entry + 8, 4, ByteOrder.LITTLE_ENDIAN).getInt());
    if (shape.groupSize() >= 64) {
      table |=
          Integer.toUnsignedLong(blob.view(entry + 40, 4, ByteOrder.LITTLE_ENDIAN).getInt()) << 32;
    }
    long at = table * shape.blockSize() + (number - 1) % shape.inodesPerGroup() * shape.inodeSize();
    return new ExtInode(
        blob, blob.view(at, ExtInode.SIZE, ByteOrder.LITTLE_ENDIAN), shape.blockSize());
  }

  private void folder(String path, ExtInode inode, long number, int depth) throws IOException {
    if (depth > DEEPEST || !above.add(number)) {
      throw new UnreadableException("directory loop, or directories nested too deeply");
    }
    if ((inode.mode() & 0170000) != 0040000 || inode.size() > LARGEST_FOLDER) {
      throw new UnreadableException("a folder of it is none");
    }
    opened.node(Node.unix(path, inode.mode(), inode.user()));
    byte[] bytes;
    try (InputStream in = new PulledInput(inode.blocks())) {
      bytes = in.readAllBytes();
    } catch (UnreadableException e) {
      opened.unopened(path, "folder: " + e.getMessage());
      above.remove(number);
      return;
    }
    ByteBuffer list = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + 8 <= bytes.length; ) {
      long child = Integer.toUnsignedLong(list.getInt(at));
      int length = Short.toUnsignedInt(list.getShort(at + 4));
      int nameLength = Byte.toUnsignedInt(list.get(at + 6));
      if (length < 8 || at + 8 + nameLength > bytes.length) {
        throw new UnreadableException("a list of names in it is broken");
      }
      String name = new String(bytes, at + 8, nameLength, StandardCharsets.UTF_8);
      if (child != 0 && !name.isEmpty() && !name.equals(".") && !name.equals("..")) {
        one(path.isEmpty() ? name : path + "/" + name, child, depth);
      }
      at += length;
    }
    above.remove(number);
  }

  private void one(String path, long number, int depth) throws IOException {
    ExtInode inode = inode(number);
    Node node = Node.unix(path, inode.mode(), inode.user());
    switch (node.kind()) {
      case FOLDER -> folder(path, inode, number, depth + 1);
      case FILE -> file(node, inode, number);
      default -> opened.node(node);
    }
  }

  private void file(Node node, ExtInode inode, long number) throws IOException {
    Blob content = contents.get(number);
    if (content == null) {
      try (InputStream in = new PulledInput(inode.blocks())) {
        content = opened.keep(in, blob.size());
      } catch (UnreadableException e) {
        opened.unopened(node.path(), String.valueOf(e.getMessage()));
        opened.node(node);
        return;
      }
      contents.put(number, content);
    }
    opened.file(node, content);
  }
}
