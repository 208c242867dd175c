package dev.plumbline.yaml;

import java.util.List;

/**
 * What became of two versions of a text: what both agree on, and what each of them says otherwise.
 *
 * @param parts in the order of the text
 */
public record MergedText(List<Part> parts) {
  public MergedText {
    parts = List.copyOf(parts);
  }

  /** A stretch of the text. */
  public sealed interface Part {}

  /** What stands there, whoever wrote it. */
  record Agreed(String text) implements Part {}

  /**
   * Two values for one place, which a person has to choose from.
   *
   * @param where keys and ids from the root, such as {@code entries/AuthMech-1/description}; empty
   *     for the whole text
   * @param ours whole lines; empty where ours removed it
   * @param theirs whole lines; empty where theirs removed it
   */
  public record Conflict(String where, String ours, String theirs) implements Part {}

  /** Whether nothing is left for a person. */
  public boolean isClean() {
    return conflicts().isEmpty();
  }

  /** What a person has to choose from. */
  public List<Conflict> conflicts() {
    return parts.stream().filter(Conflict.class::isInstance).map(Conflict.class::cast).toList();
  }

  /** The text; a conflict as git marks it, both values between marks of seven characters. */
  public String text(String ours, String theirs) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Agreed a -> text.append(a.text());
        case Conflict c -> {
          int line = text.lastIndexOf("\n") + 1;
          String begun = text.substring(line);
          text.setLength(line);
          text.append("<<<<<<< ").append(label(ours)).append('\n');
          text.append(lines(begun + c.ours())).append("=======\n");
          text.append(lines(begun + c.theirs()));
          text.append(">>>>>>> ").append(label(theirs)).append('\n');
        }
      }
    }
    return text.toString();
  }

  private static String label(String label) {
    return label.replaceAll("\\p{Cntrl}", " ");
  }

  private static String lines(String text) {
    return text.isBlank() ? "" : text.endsWith("\n") ? text : text + "\n";
  }
}
