package dev.plumbline.workbench.product;

import java.nio.file.Path;
import java.util.Locale;

/**
 * What a search of products reads of one, in lower case: made once for each summary, as a search
 * reads that of all products.
 *
 * @param of the summary that it was made of
 */
record SearchedText(ProductSummary of, String text) {
  static SearchedText of(Path folder, ProductSummary summary) {
    String name = summary instanceof ProductSummary.Standing s ? s.product().name() : "";
    return new SearchedText(summary, (folder + "\n" + name).toLowerCase(Locale.ROOT));
  }

  /** Whether it was made of this very summary; by identity, which is cheap. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(ProductSummary summary) {
    return of == summary;
  }
}
