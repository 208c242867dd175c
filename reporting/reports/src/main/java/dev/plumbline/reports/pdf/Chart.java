package dev.plumbline.reports.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A chart: its rectangles and paths, stretched to the room that it has. */
record Chart(Element svg) {
  private static final Color BACKGROUND = new Color(0xf4f6f9);

  /** Colours by the classes that the templates give. */
  private static final Map<String, Color> COLOURS =
      Map.of(
          "pass", new Color(0x1b7f4b),
          "fail", new Color(0xb3261e),
          "inconclusive", new Color(0x8a5a00),
          "declined", new Color(0x5a4a8a),
          "out", new Color(0x1f4fa3),
          "in", new Color(0xb35900),
          "span", new Color(0xb9c6dd),
          "mark", new Color(0x1c2430),
          "axis", new Color(0x8a93a3));

  private static final Color OTHER = new Color(0x5b6472);
  private static final Pattern STEP = Pattern.compile("([MmHhVvLlZz])([^MmHhVvLlZz]*)");

  void draw(Graphics2D graphics, float width, float height) {
    graphics.setPaint(BACKGROUND);
    graphics.fill(new Rectangle2D.Float(0, 0, width, height));
    String[] box = svg.getAttribute("viewBox").split(" ");
    AffineTransform fit =
        AffineTransform.getScaleInstance(
            width / Double.parseDouble(box[2]), height / Double.parseDouble(box[3]));
    for (Node n = svg.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element part) {
        graphics.setPaint(COLOURS.getOrDefault(part.getAttribute("class"), OTHER));
        if (part.getTagName().equals("rect")) {
          graphics.fill(fit.createTransformedShape(rectangle(part)));
        } else if (part.getAttribute("class").equals("axis")) {
          graphics.draw(fit.createTransformedShape(path(part.getAttribute("d"))));
        } else {
          graphics.fill(fit.createTransformedShape(path(part.getAttribute("d"))));
        }
      }
    }
  }

  private static Shape rectangle(Element part) {
    return new Rectangle2D.Double(
        number(part, "x"), number(part, "y"), number(part, "width"), number(part, "height"));
  }

  private static double number(Element part, String name) {
    return Double.parseDouble(part.getAttribute(name));
  }

  /** A path of moves and straight lines. */
  static Path2D path(String data) {
    Path2D path = new Path2D.Double();
    double x = 0;
    double y = 0;
    Matcher step = STEP.matcher(data);
    while (step.find()) {
      char what = step.group(1).charAt(0);
      String[] numbers = step.group(2).strip().split("[ ,]+");
      if (what == 'z' || what == 'Z') {
        path.closePath();
        continue;
      }
      double first = Double.parseDouble(numbers[0]);
      double second = numbers.length > 1 ? Double.parseDouble(numbers[1]) : 0;
      switch (what) {
        case 'H' -> x = first;
        case 'h' -> x += first;
        case 'V' -> y = first;
        case 'v' -> y += first;
        case 'M', 'L' -> {
          x = first;
          y = second;
        }
        default -> {
          x += first;
          y += second;
        }
      }
      if (what == 'M' || what == 'm') {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    return path;
  }
}
