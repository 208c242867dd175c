package dev.plumbline.exchange.aside;

import java.util.Optional;
import java.util.Set;

/** Gathers the text of one element of an XML file, such as a text box, from its events. */
public final class AsideText {
  /** Text of Office Open XML stands in these elements alone. */
  public static final Set<String> OFFICE = Set.of("t", "text");

  /** Text of OpenDocument stands anywhere in these elements. */
  public static final Set<String> OPEN_DOCUMENT = Set.of("p", "h");

  private static final Set<String> BREAKS = Set.of("p", "h", "br", "cr", "line-break");
  private static final Set<String> BLANKS = Set.of("tab", "s");

  /** What repeats or reads out other text, and the copy of a text box for older programs. */
  private static final Set<String> SKIPPED =
      Set.of("rPh", "ruby-text", "Fallback", "note-citation");

  private final Set<String> carriers;
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private int carrying;
  private int skipping;

  /**
   * Begins with no open element.
   *
   * @param carriers local names of the elements whose characters are text
   */
  public AsideText(Set<String> carriers) {
    this.carriers = Set.copyOf(carriers);
  }

  /** Whether an element has begun that has not ended yet. */
  public boolean isOpen() {
    return depth > 0;
  }

  /** An element begins: the first is the one whose text is gathered. */
  public void start(String local) {
    depth++;
    if (skipping > 0 || SKIPPED.contains(local)) {
      skipping++;
      return;
    }
    if (carriers.contains(local)) {
      carrying++;
    }
    if (BREAKS.contains(local) && !text.isEmpty()) {
      text.append('\n');
    } else if (BLANKS.contains(local)) {
      text.append(' ');
    }
  }

  /** Characters within the element. */
  public void characters(char[] chars, int start, int length) {
    if (carrying > 0 && skipping == 0) {
      text.append(chars, start, length);
    }
  }

  /**
   * An element ends.
   *
   * @return the text, when the element that began first ends
   */
  public Optional<String> end(String local) {
    depth--;
    if (skipping > 0) {
      skipping--;
    } else if (carriers.contains(local)) {
      carrying--;
    }
    if (depth > 0) {
      return Optional.empty();
    }
    String said = text.toString();
    text.setLength(0);
    return Optional.of(said);
  }
}
