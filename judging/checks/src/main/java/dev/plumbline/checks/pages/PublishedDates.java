package dev.plumbline.checks.pages;

import dev.plumbline.checks.CheckData;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Product;
import dev.plumbline.observation.page.PageFetched;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The dates of a public page, each in its sentence or row, and whether they are about the product.
 *
 * @param names of the product: its name and model
 */
record PublishedDates(List<PageFetched.Dated> dated, List<String> names, String text) {
  /** Words that make the date after them the end of a period, in five languages. */
  private static final BoundedPattern ENDS =
      CheckData.pattern(CheckData.read("pages.yaml"), "ends");

  /** What looks like the name of a model, such as "Hub 9" or "EC-300". */
  private static final BoundedPattern MODEL =
      BoundedPattern.compile("\\b\\p{Lu}[\\p{L}-]*[ -]?\\d{1,4}[A-Z]?\\b(?![.-]\\d)");

  /** A page for all products of the maker needs no name of one. */
  private static final BoundedPattern ALL =
      CheckData.pattern(CheckData.read("pages.yaml"), "allProducts");

  PublishedDates {
    dated = List.copyOf(dated);
    // A name of nothing would stand in every line.
    names = names.stream().filter(n -> !n.isBlank()).toList();
  }

  static PublishedDates of(PageFetched page, Product product) {
    return new PublishedDates(
        page.dated().orElse(List.of()),
        Stream.of(product.name(), product.model()).map(n -> n.toLowerCase(Locale.ROOT)).toList(),
        page.title() + "\n" + page.text());
  }

  /**
   * The sentence that gives this product another end than the declared one, where none gives it the
   * declared one.
   */
  Optional<String> otherEnd(String declared) {
    List<PageFetched.Dated> own = dated.stream().filter(d -> namesProduct(d.line())).toList();
    return own.stream().anyMatch(d -> d.date().equals(declared))
        ? Optional.empty()
        : own.stream().map(PageFetched.Dated::line).filter(this::ends).findFirst();
  }

  private boolean ends(String line) {
    return ENDS.matcher(line).find() || ENDS.matcher(headed(line)).find();
  }

  /** A row of a table, each cell behind the heading of its column; empty for any other line. */
  private String headed(String line) {
    List<String> lines = text.lines().toList();
    int top = lines.indexOf(line);
    int cells = cells(line).size();
    if (top < 0 || cells < 2) {
      return "";
    }
    while (top > 0 && cells(lines.get(top - 1)).size() == cells) {
      top--;
    }
    String heading = lines.get(top);
    if (dated.stream().anyMatch(d -> d.line().equals(heading))) {
      return "";
    }
    List<String> above = cells(heading);
    List<String> own = cells(line);
    return IntStream.range(0, cells)
        .mapToObj(i -> above.get(i) + " " + own.get(i))
        .collect(Collectors.joining(" | "));
  }

  private static List<String> cells(String line) {
    return List.of(line.split("\\s*\\|\\s*", -1));
  }

  /**
   * Whether the declared date stands in a sentence about this product, or in one that names no
   * other on a page that is about it, or about all products, and on which nothing has ended.
   */
  boolean isOfThisProduct(String declared) {
    List<String> lines =
        dated.stream().filter(d -> d.date().equals(declared)).map(PageFetched.Dated::line).toList();
    boolean beside = lines.stream().anyMatch(this::namesProduct);
    boolean neutral = !lines.isEmpty() && lines.stream().noneMatch(l -> MODEL.matcher(l).find());
    boolean ended =
        dated.stream().anyMatch(d -> !d.date().equals(declared) && ENDS.matcher(d.line()).find());
    return beside || (neutral && !ended && (namesProduct(text) || ALL.matcher(text).find()));
  }

  private boolean namesProduct(String where) {
    String plain = where.toLowerCase(Locale.ROOT);
    return names.stream()
        .anyMatch(
            n ->
                BoundedPattern.compile("(?U)(?<![\\w-])" + BoundedPattern.quote(n) + "(?![\\w-])")
                    .matcher(plain)
                    .find());
  }
}
