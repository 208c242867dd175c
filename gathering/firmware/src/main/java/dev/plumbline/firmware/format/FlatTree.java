package dev.plumbline.firmware.format;

import dev.plumbline.firmware.image.Blob;
import dev.plumbline.firmware.image.UnreadableException;
import dev.plumbline.importing.ImportRefusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of a flattened device tree.
 *
 * @see <a href="https://www.devicetree.org/specifications/">Devicetree Specification, chapter 5</a>
 */
record FlatTree(String name, Map<String, Blob> properties, List<FlatTree> children) {
  private static final int HEADER = 40;
  private static final int BEGIN = 1;
  private static final int END = 2;
  private static final int PROPERTY = 3;
  private static final int NOTHING = 4;
  private static final int LAST = 9;
  private static final int DEEPEST = 32;
  private static final int MOST_NODES = 100_000;
  private static final int LONGEST_NAME = 256;

  static boolean at(Blob blob) throws IOException {
    if (blob.size() < HEADER || !blob.has(0, Magic.hex("d00dfeed"))) {
      return false;
    }
    ByteBuffer header = blob.view(0, HEADER, ByteOrder.BIG_ENDIAN);
    return header.getInt(4) >= HEADER && header.getInt(20) >= 16 && header.getInt(20) < 32;
  }

  /** Bytes that the tree takes. */
  static long size(Blob blob) throws IOException {
    return Integer.toUnsignedLong(blob.view(4, 4, ByteOrder.BIG_ENDIAN).getInt());
  }

  static FlatTree read(Blob blob) throws IOException {
    ByteBuffer header = blob.view(0, HEADER, ByteOrder.BIG_ENDIAN);
    Blob all = blob.part(0, size(blob));
    Blob structure = all.from(Integer.toUnsignedLong(header.getInt(8)));
    Blob strings = all.from(Integer.toUnsignedLong(header.getInt(12)));
    Deque<FlatTree> open = new ArrayDeque<>();
    FlatTree outer = node("");
    open.push(outer);
    long at = 0;
    for (int nodes = 0; nodes < MOST_NODES; ) {
      int token = structure.view(at, 4, ByteOrder.BIG_ENDIAN).getInt();
      at += 4;
      switch (token) {
        case BEGIN -> {
          String name = text(structure, at);
          at = (at + name.length() + 4) & ~3L;
          FlatTree node = node(name);
          open.element().children().add(node);
          open.push(node);
          nodes++;
          if (open.size() > DEEPEST) {
            throw new UnreadableException(ImportRefusal.TOO_LARGE, "its tree is nested too deeply");
          }
        }
        case END -> {
          open.pop();
          if (open.isEmpty()) {
            throw new UnreadableException("its tree is broken");
          }
        }
        case PROPERTY -> {
          ByteBuffer field = structure.view(at, 8, ByteOrder.BIG_ENDIAN);
          long length = Integer.toUnsignedLong(field.getInt());
          String name = text(strings, Integer.toUnsignedLong(field.getInt()));
          open.element().properties().put(name, structure.part(at + 8, length));
          at = (at + 8 + length + 3) & ~3L;
          nodes++;
        }
        case NOTHING -> nodes++;
        case LAST -> {
          return outer.children().stream()
              .findFirst()
              .orElseThrow(() -> new UnreadableException("its tree is empty"));
        }
        default -> throw new UnreadableException("its tree is broken");
      }
    }
    throw new UnreadableException(ImportRefusal.TOO_LARGE, "its tree has too many nodes");
  }

  private static FlatTree node(String name) {
    return new FlatTree(name, new LinkedHashMap<>(), new ArrayList<>());
  }

  private static String text(Blob blob, long at) throws IOException {
    byte[] bytes = blob.bytes(at, Math.min(LONGEST_NAME, blob.from(at).size()));
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return new String(bytes, 0, i, StandardCharsets.ISO_8859_1);
      }
    }
    throw new UnreadableException("its tree has a name without an end");
  }

  Optional<FlatTree> child(String wanted) {
    return children.stream().filter(c -> c.name.equals(wanted)).findFirst();
  }

  Optional<Blob> property(String wanted) {
    return Optional.ofNullable(properties.get(wanted));
  }

  /** A property that is text; empty where it is absent. */
  String text(String wanted) throws IOException {
    Optional<Blob> value = property(wanted);
    return value.isEmpty()
        ? ""
        : new String(value.get().head(LONGEST_NAME), StandardCharsets.ISO_8859_1)
            .replaceAll("\0.*", "");
  }

  /** A property that is a number; -1 where it is absent. */
  long number(String wanted) throws IOException {
    Optional<Blob> value = property(wanted).filter(v -> v.size() == 4);
    return value.isEmpty()
        ? -1
        : Integer.toUnsignedLong(value.get().view(0, 4, ByteOrder.BIG_ENDIAN).getInt());
  }
}
