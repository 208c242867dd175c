package dev.plumbline.app.merge;

import java.util.Optional;

/**
 * The two sides of a text with marks of git: what stands outside of marks belongs to both, also
 * what a person has mended there.
 *
 * @param oursName how the marks call the first side, such as {@code HEAD}
 * @param theirsName how they call the second side
 */
record MarkedText(String ours, String theirs, String oursName, String theirsName) {
  private static final String BEGIN = "<<<<<<<";
  private static final String ANCESTOR = "|||||||";
  private static final String MIDDLE = "=======";
  private static final String END = ">>>>>>>";

  private enum Side {
    BOTH,
    OURS,
    ANCESTOR,
    THEIRS
  }

  /** Takes a text apart; empty where it has no marks, or marks that do not fit together. */
  static Optional<MarkedText> of(String text) {
    StringBuilder ours = new StringBuilder();
    StringBuilder theirs = new StringBuilder();
    String oursName = "";
    String theirsName = "";
    Side side = Side.BOTH;
    boolean marked = false;
    int at = 0;
    while (at < text.length()) {
      int feed = text.indexOf('\n', at);
      int next = feed < 0 ? text.length() : feed + 1;
      String line = text.substring(at, next);
      at = next;
      Optional<Side> to = mark(line, side);
      if (to.isEmpty()) {
        if (side == Side.BOTH || side == Side.OURS) {
          ours.append(line);
        }
        if (side == Side.BOTH || side == Side.THEIRS) {
          theirs.append(line);
        }
        continue;
      }
      if (to.get() == Side.OURS) {
        oursName = name(line);
        marked = true;
      } else if (to.get() == Side.BOTH) {
        theirsName = name(line);
      }
      side = to.get();
    }
    return marked && side == Side.BOTH
        ? Optional.of(new MarkedText(ours.toString(), theirs.toString(), oursName, theirsName))
        : Optional.empty();
  }

  /** The side that a mark leads to; empty where the line is no mark at its place. */
  private static Optional<Side> mark(String line, Side side) {
    return switch (side) {
      case BOTH -> is(line, BEGIN) ? Optional.of(Side.OURS) : Optional.empty();
      case OURS ->
          is(line, ANCESTOR)
              ? Optional.of(Side.ANCESTOR)
              : is(line, MIDDLE) ? Optional.of(Side.THEIRS) : Optional.empty();
      case ANCESTOR -> is(line, MIDDLE) ? Optional.of(Side.THEIRS) : Optional.empty();
      case THEIRS -> is(line, END) ? Optional.of(Side.BOTH) : Optional.empty();
    };
  }

  private static boolean is(String line, String mark) {
    return line.startsWith(mark)
        && (line.length() == mark.length() || " \r\n".indexOf(line.charAt(mark.length())) >= 0);
  }

  private static String name(String line) {
    return line.substring(BEGIN.length()).strip();
  }
}
