package dev.plumbline.workbench.declaration;

import dev.plumbline.app.edit.DeclarationFiles.Saved;
import dev.plumbline.workbench.web.Session;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The last edit of each browser, so that it can be undone while nobody else has written since. */
final class LastEdits {
  private static final int MOST = 64;
  private static final int LONGEST = 1 << 20;

  private final Map<String, LastEdit> edits = new LinkedHashMap<>();

  /**
   * An edit.
   *
   * @param product id
   * @param saved the files before and after it
   * @param page where it was made
   */
  record LastEdit(String product, Saved saved, String page) {}

  /** Keeps an edit; one of very long files cannot be undone. */
  synchronized void keep(Session session, LastEdit edit) {
    edits.remove(session.csrf());
    if (edit.saved().before().values().stream()
            .flatMap(Optional::stream)
            .mapToInt(String::length)
            .sum()
        <= LONGEST) {
      edits.put(session.csrf(), edit);
    }
    while (edits.size() > MOST) {
      edits.remove(edits.keySet().iterator().next());
    }
  }

  synchronized Optional<LastEdit> of(Session session, String product) {
    return Optional.ofNullable(edits.get(session.csrf())).filter(e -> e.product().equals(product));
  }

  synchronized void forget(Session session) {
    edits.remove(session.csrf());
  }
}
