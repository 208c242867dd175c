package dev.plumbline.declaration.problem;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The pages docs/problems.md and docs/problems/, written from the kinds. */
final class ProblemPage {
  private static final Map<EditionId, Catalogue> CATALOGUES = CatalogueLoader.all();

  private ProblemPage() {}

  /** The index and a page for each section, by their place under docs. */
  static Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    StringBuilder index = new StringBuilder();
    index.append("# Problems that `plumbline check` finds\n\n");
    index.append(
        """
        Generated from the problem files of the engine; every example is run by a test. Ids are permanent. An **error** means that \
        the file cannot be used as it
        is, or that the declaration contradicts the rules of the standard; a **warning** that an assessor will ask; a **hint** is a \
        thing to know.

        """);
    index.append("There are ").append(ProblemKinds.all().size()).append(" kinds.\n");
    for (ProblemKinds.Family family : ProblemKinds.Family.values()) {
      String file = "problems/" + word(family) + ".md";
      ProblemKinds.Chapter chapter = family.read();
      contents(index, chapter, file);
      StringBuilder page = new StringBuilder();
      page.append("# ").append(chapter.title()).append("\n\n");
      page.append("[All problems](../problems.md)\n\n");
      chapter(page, chapter);
      pages.put(file, page.toString());
    }
    pages.put("problems.md", index.toString());
    return pages;
  }

  /** With the tables of the edition of its example. */
  private static String remedy(ProblemKind kind) {
    Catalogue catalogue =
        Optional.ofNullable(CATALOGUES.get(EditionId.named(kind.edition()))).orElseThrow();
    return ProblemKind.named(kind.remedy(), catalogue);
  }

  private static String word(ProblemKinds.Family family) {
    return family.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void contents(StringBuilder index, ProblemKinds.Chapter chapter, String file) {
    index.append("\n## [").append(chapter.title()).append("](").append(file).append(")\n\n");
    index.append("| id | problem | |\n|---|---|---|\n");
    for (ProblemKind kind : chapter.kinds()) {
      index.append("| [").append(kind.id()).append("](").append(file).append('#');
      index.append(anchor(kind)).append(") | ").append(kind.title().replace("|", "\\|"));
      index.append(" | ").append(severity(kind)).append(" |\n");
    }
  }

  /** As forges make it of a heading. */
  private static String anchor(ProblemKind kind) {
    return (kind.id() + ": " + kind.title())
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  private static String severity(ProblemKind kind) {
    return kind.severity().name().toLowerCase(Locale.ROOT);
  }

  private static void chapter(StringBuilder page, ProblemKinds.Chapter chapter) {
    page.append(chapter.intro()).append("\n");
    for (ProblemKind kind : chapter.kinds()) {
      page.append("\n## ").append(kind.id()).append(": ").append(kind.title()).append("\n\n");
      page.append("*").append(severity(kind)).append("*");
      page.append(" · ").append(kind.why()).append("\n");
      if (!kind.remedy().isEmpty() && !kind.remedy().startsWith("{")) {
        page.append("\nInstead: ").append(ProblemKind.spoken(remedy(kind))).append("\n");
      }
      example(page, "Wrong", kind.wrong());
      if (!kind.right().isEmpty()) {
        example(page, "Right", kind.right());
      }
    }
  }

  private static void example(StringBuilder page, String name, String text) {
    page.append("\n").append(name).append(":\n\n");
    if (text.startsWith("# ")) {
      page.append("```yaml\n").append(text.stripTrailing()).append("\n```\n");
    } else {
      page.append("> ").append(text.strip()).append("\n");
    }
  }
}
