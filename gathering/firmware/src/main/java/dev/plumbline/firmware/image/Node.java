package dev.plumbline.firmware.image;

import java.util.OptionalInt;

/**
 * A name in an archive or file system.
 *
 * @param path as it stands there, without slashes in front
 * @param mode the 12 bits of Unix rights; empty where the format has none
 * @param user number of the owner
 */
public record Node(String path, Kind kind, OptionalInt mode, long user) {
  /** What stands under a name. */
  public enum Kind {
    FILE,
    FOLDER,
    LINK,
    OTHER
  }

  /** The path is cut after this many characters. */
  private static final int LONGEST = 1_000;

  public Node {
    path = path.replaceFirst("^(?:\\.?/)++", "");
    path = path.length() > LONGEST ? path.substring(0, LONGEST) + "…" : path;
  }

  /** From the mode field of Unix, with the type in it. */
  public static Node unix(String path, int mode, long user) {
    Kind kind =
        switch (mode & 0170000) {
          case 0100000 -> Kind.FILE;
          case 0040000 -> Kind.FOLDER;
          case 0120000 -> Kind.LINK;
          default -> Kind.OTHER;
        };
    return new Node(path, kind, OptionalInt.of(mode & 07777), user);
  }

  /** A file of a format that knows no rights. */
  public static Node plain(String path) {
    return new Node(path, Kind.FILE, OptionalInt.empty(), 0);
  }
}
