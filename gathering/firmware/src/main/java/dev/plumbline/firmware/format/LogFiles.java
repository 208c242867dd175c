package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.Node;
import dev.plumbline.firmware.image.UnreadableException;
import dev.plumbline.importing.ImportRefusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Files of a file system that is written as a log: of each name and each piece the newest counts,
 * and a name that leads nowhere was deleted.
 */
final class LogFiles {
  /** One piece of a file's content. */
  @FunctionalInterface
  interface Piece {
    /** Its bytes, unpacked. */
    byte[] read() throws IOException;
  }

  private static final int MOST_RECORDS = 3_000_000;
  private static final int DEEPEST = 128;
  private static final long LARGEST_FILE = 256L << 20;

  private record Name(long inode, long version) {}

  private record Inode(int mode, long user, long size, long version) {}

  private record Data(long offset, long version, Piece piece) {}

  private final Map<Long, Map<String, Name>> names = new HashMap<>();
  private final Map<Long, Inode> inodes = new HashMap<>();
  private final Map<Long, List<Data>> data = new HashMap<>();
  private final Set<Long> above = new HashSet<>();
  private int records;

  private void count() throws UnreadableException {
    if (++records > MOST_RECORDS) {
      throw new UnreadableException(
          ImportRefusal.TOO_LARGE, "it holds more than " + MOST_RECORDS + " records");
    }
  }

  /**
   * @param inode 0 for a deleted name
   */
  void name(long parent, String name, long inode, long version) throws UnreadableException {
    count();
    names
        .computeIfAbsent(parent, p -> new TreeMap<>())
        .merge(name, new Name(inode, version), (a, b) -> b.version() >= a.version() ? b : a);
  }

  void inode(long number, int mode, long user, long size, long version) throws UnreadableException {
    count();
    inodes.merge(
        number, new Inode(mode, user, size, version), (a, b) -> b.version() >= a.version() ? b : a);
  }

  void data(long inode, long offset, long version, Piece piece) throws UnreadableException {
    count();
    data.computeIfAbsent(inode, i -> new ArrayList<>()).add(new Data(offset, version, piece));
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /**
   * Tells all files.
   *
   * @param packed bytes in which they are packed
   */
  void tell(long root, Opened opened, long packed) throws IOException {
    folder("", root, opened, packed, 0);
  }

  private void folder(String path, long number, Opened opened, long packed, int depth)
      throws IOException {
    if (depth > DEEPEST || !above.add(number)) {
      throw new UnreadableException("directory loop, or directories nested too deeply");
    }
    for (Map.Entry<String, Name> entry : names.getOrDefault(number, Map.of()).entrySet()) {
      long child = entry.getValue().inode();
      String name = path.isEmpty() ? entry.getKey() : path + "/" + entry.getKey();
      if (child == 0) {
        continue;
      }
      Inode inode = inodes.get(child);
      if (inode == null) {
        opened.unopened(name, "its inode is missing");
        continue;
      }
      Node node = Node.unix(name, inode.mode(), inode.user());
      switch (node.kind()) {
        case FOLDER -> {
          opened.node(node);
          folder(name, child, opened, packed, depth + 1);
        }
        case FILE -> file(node, child, inode, opened, packed);
        default -> opened.node(node);
      }
    }
    above.remove(number);
  }

  private void file(Node node, long number, Inode inode, Opened opened, long packed)
      throws IOException {
    Blob content;
    try {
      content = opened.keep(new java.io.ByteArrayInputStream(content(number, inode)), packed);
    } catch (UnreadableException e) {
      opened.unopened(node.path(), String.valueOf(e.getMessage()));
      opened.node(node);
      return;
    }
    opened.file(node, content);
  }

  private byte[] content(long number, Inode inode) throws IOException {
    List<Data> pieces = new ArrayList<>(data.getOrDefault(number, List.of()));
    pieces.sort(Comparator.comparingLong(Data::version));
    if (inode.size() < 0 || inode.size() > LARGEST_FILE) {
      throw new UnreadableException("it names a size of " + inode.size() + " bytes");
    }
    byte[] bytes = new byte[(int) inode.size()];
    for (Data d : pieces) {
      if (d.offset() < bytes.length) {
        byte[] piece = d.piece().read();
        System.arraycopy(
            piece,
            0,
            bytes,
            (int) d.offset(),
            (int) Math.min(piece.length, bytes.length - d.offset()));
      }
    }
    return bytes;
  }
}
