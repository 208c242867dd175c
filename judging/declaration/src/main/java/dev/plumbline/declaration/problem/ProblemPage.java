package dev.plumbline.declaration.problem;

import java.util.Arrays;
import java.util.Locale;

/** The page docs/problems.md, written from the kinds. */
final class ProblemPage {
  private ProblemPage() {}

  static String markdown() {
    StringBuilder page = new StringBuilder();
    page.append("# Problems that `plumbline check` finds\n\n");
    page.append(
        """
        Generated from the problem files of the engine; every example is run by a test. Ids are permanent. An **error** means that \
        the file cannot be used as it
        is, or that the declaration contradicts the rules of the standard; a **warning** that an assessor will ask; a **hint** is a \
        thing to know.

        """);
    int all = ProblemKinds.all().size();
    page.append("There are ").append(all).append(" kinds.\n");
    Arrays.stream(ProblemKinds.Family.values())
        .map(ProblemKinds.Family::read)
        .forEach(chapter -> chapter(page, chapter));
    return page.toString();
  }

  private static void chapter(StringBuilder page, ProblemKinds.Chapter chapter) {
    page.append("\n## ").append(chapter.title()).append("\n\n");
    page.append(chapter.intro()).append("\n");
    for (ProblemKind kind : chapter.kinds()) {
      page.append("\n### ").append(kind.id()).append(": ").append(kind.title()).append("\n\n");
      page.append("*").append(kind.severity().name().toLowerCase(Locale.ROOT)).append("*");
      page.append(" · ").append(kind.why()).append("\n");
      if (!kind.remedy().isEmpty() && !kind.remedy().startsWith("{")) {
        page.append("\nInstead: ").append(ProblemKind.spoken(kind.remedy())).append("\n");
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
