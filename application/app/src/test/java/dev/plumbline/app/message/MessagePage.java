package dev.plumbline.app.message;

import dev.plumbline.importing.ImportRefusal;
import java.util.stream.Stream;

/** The page docs/messages.md, written from all messages. */
final class MessagePage {
  private MessagePage() {}

  static String text() {
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Messages of commands

        Generated from `messages.yaml` of the module `app`. What a command cannot do, it refuses with one of these messages: the id, \
        what is wrong and where, and
        what to do next. Ids are permanent. A name in braces is filled in; `{reason}` is a sentence of what went wrong, such as one \
        of a tool or of a file. Problems
        of a dossier have [ids of their own](problems.md).
        """);
    MessageTexts.sections()
        .forEach(
            (begin, title) -> {
              page.append("\n## ").append(title).append("\n\n");
              page.append("| id | about | text | what to do |\n|---|---|---|---|\n");
              MessageTexts.all().stream()
                  .filter(m -> m.id().startsWith(begin))
                  .forEach(m -> page.append(row(m)));
            });
    page.append(
        """

        ## Files of other tools, captures and firmware images

        `import` and `capture` show these ids with the place in the file and what is wrong there. The meaning of PLB-8003 has \
        not changed: where a reader can tell
        which of its three causes it is, it uses PLB-8010 or PLB-8011. The other problems of an import stand in
        [importing](importing.md).

        | id | about | what to do |
        |---|---|---|
        """);
    Stream.of(ImportRefusal.values()).forEach(r -> page.append(row(r)));
    return page.toString();
  }

  private static String row(ImportRefusal refusal) {
    return "| "
        + refusal.id()
        + " | "
        + cell(refusal.title())
        + " | "
        + cell(refusal.remedy())
        + " |\n";
  }

  private static String row(MessageText m) {
    return "| "
        + m.id()
        + " | "
        + cell(m.title())
        + " | "
        + cell(m.text())
        + " | "
        + cell(m.remedy())
        + " |\n";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replaceAll("\n *", " ").replace("<", "&lt;");
  }
}
