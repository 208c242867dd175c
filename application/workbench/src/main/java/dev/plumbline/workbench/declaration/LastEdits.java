package dev.plumbline.workbench.declaration;

import dev.plumbline.core.Digest;
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
   * @param before texts of files before it
   * @param after digests of the files after it
   * @param page where it was made
   */
  record LastEdit(
      String product, Map<String, String> before, Map<String, Digest> after, String page) {}

  /** Keeps an edit; one of very long files cannot be undone. */
  synchronized void keep(Session session, LastEdit edit) {
    edits.remove(session.csrf());
    if (edit.before().values().stream().mapToInt(String::length).sum() <= LONGEST) {
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
