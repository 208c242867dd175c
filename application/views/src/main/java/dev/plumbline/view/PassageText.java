package dev.plumbline.view;

import dev.plumbline.app.original.OriginalWordings.Passage;
import java.io.PrintWriter;
import java.util.List;

/** Prints the wording of the standard beside ours. */
public record PassageText(PrintWriter out, Style style) {

  /**
   * A passage as a block of its own.
   *
   * @param indent of its heading; its text stands two columns further right
   */
  public void print(Passage passage, String indent) {
    out.println(
        indent
            + style.bold("Original wording")
            + "  "
            + style.dim(
                Text.safe(passage.document()) + ", page " + passage.page() + " of your copy"));
    paragraphs(passage.paragraphs(), indent);
    if (!passage.verdict().isEmpty()) {
      out.println(indent + style.bold("Original assignment of verdict"));
      paragraphs(passage.verdict(), indent);
    }
  }

  private void paragraphs(List<String> paragraphs, String indent) {
    paragraphs.forEach(p -> out.println(Text.wrap(Text.safe(p), indent + "  ")));
  }
}
