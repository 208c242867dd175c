package dev.plumbline.workbench.overview;

import dev.plumbline.workbench.overview.PartGroup.Side;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Snapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The picture of a product as boxes and lines in units of its own, and the same parts as a list for
 * those who do not see it: what people touch on the left, what is inside in the middle, with whom
 * it talks on the right.
 *
 * @param groups the same as text
 */
public record ProductPicture(
    int width,
    int height,
    Frame frame,
    List<Title> titles,
    List<Box> boxes,
    List<Line> lines,
    List<PartGroup> groups) {
  private static final int COLUMN = 300;
  private static final int GAP = 70;
  private static final int PAD = 14;
  private static final int TOP = 44;
  private static final int TITLE = 26;
  private static final int BOX = 62;
  private static final int SPACE = 8;
  private static final int CHARACTERS = 42;
  private static final int NAME_CHARACTERS = 32;

  public ProductPicture {
    titles = List.copyOf(titles);
    boxes = List.copyOf(boxes);
    lines = List.copyOf(lines);
    groups = List.copyOf(groups);
  }

  /** The outline of the product, around the middle. */
  public record Frame(int x, int y, int width, int height) {}

  /** The title of a group. */
  public record Title(int x, int y, String text) {}

  /** A part, with texts cut to its width. */
  public record Box(
      int x,
      int y,
      int width,
      int height,
      String id,
      String declared,
      String seen,
      String css,
      String mark) {}

  /** Joins a part with the product. */
  public record Line(int x1, int y1, int x2, int y2, String css) {}

  /** Draws it. */
  public static ProductPicture of(Product product, Snapshot snapshot) {
    return drawn(ProductParts.of(product, snapshot));
  }

  static ProductPicture drawn(List<PartGroup> groups) {
    List<Title> titles = new ArrayList<>();
    List<Box> boxes = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    Map<Side, Integer> ends = new EnumMap<>(Side.class);
    for (PartGroup group : groups) {
      int x = PAD + group.side().column() * (COLUMN + GAP);
      int y = ends.getOrDefault(group.side(), TOP);
      titles.add(new Title(x, y + TITLE - SPACE, group.title()));
      y += TITLE;
      for (ProductPart part : group.parts()) {
        Box box = box(x, y, part);
        boxes.add(box);
        line(group.side(), box).ifPresent(lines::add);
        y += BOX + SPACE;
      }
      if (group.more() > 0) {
        titles.add(new Title(x, y + TITLE - 2 * SPACE, "and " + group.more() + " more"));
        y += TITLE - SPACE;
      }
      ends.put(group.side(), y + SPACE);
    }
    int end = ends.values().stream().mapToInt(Integer::intValue).max().orElse(TOP);
    Frame frame = new Frame(COLUMN + GAP, PAD, COLUMN + 2 * PAD, end - PAD);
    return new ProductPicture(
        3 * COLUMN + 2 * GAP + 2 * PAD, end + PAD, frame, titles, boxes, lines, groups);
  }

  private static Box box(int x, int y, ProductPart part) {
    return new Box(
        x,
        y,
        COLUMN,
        BOX,
        cut(part.id()),
        cut(part.declared()),
        cut(part.seen()),
        part.css(),
        part.mark());
  }

  private static Optional<Line> line(Side side, Box box) {
    int middle = box.y() + box.height() / 2;
    int left = COLUMN + GAP;
    return switch (side) {
      case LEFT -> Optional.of(new Line(box.x() + box.width(), middle, left, middle, box.css()));
      case MIDDLE -> Optional.empty();
      case RIGHT ->
          Optional.of(new Line(left + COLUMN + 2 * PAD, middle, box.x(), middle, box.css()));
    };
  }

  /** The name as it fits into the frame; its letters are larger than those of the parts. */
  public static String title(String name) {
    return cut(name, NAME_CHARACTERS);
  }

  private static String cut(String text) {
    return cut(text, CHARACTERS);
  }

  private static String cut(String text, int characters) {
    String line = text.replace('\n', ' ');
    if (line.length() <= characters) {
      return line;
    }
    int end = characters - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
