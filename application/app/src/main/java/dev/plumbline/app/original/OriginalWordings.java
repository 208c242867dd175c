package dev.plumbline.app.original;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.exchange.original.Original;
import dev.plumbline.exchange.original.Original.CaseWording;
import dev.plumbline.exchange.original.Original.Wording;
import dev.plumbline.exchange.original.OriginalStore;
import dev.plumbline.exchange.original.Originals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The wording of one edition, as far as the user gave copies of its documents. It is for eyes at
 * this machine: nothing that is written to a file, or sent, may hold it.
 */
public final class OriginalWordings {
  private final Map<String, Passage> passages = new LinkedHashMap<>();

  private OriginalWordings() {}

  /**
   * A text of the standard.
   *
   * @param document that it is from
   * @param page of the user's copy
   * @param paragraphs of the provision or unit, or the purpose of the case
   * @param verdict how the verdict of its case is assigned; empty for provisions
   */
  public record Passage(String document, int page, List<String> paragraphs, List<String> verdict) {
    public Passage {
      paragraphs = List.copyOf(paragraphs);
      verdict = List.copyOf(verdict);
    }
  }

  /** Of no document. */
  public static OriginalWordings none() {
    return new OriginalWordings();
  }

  /** Of the documents of an edition that are kept. */
  public static OriginalWordings of(EditionId edition, Map<String, String> environment) {
    OriginalWordings wordings = new OriginalWordings();
    OriginalStore.of(environment)
        .ifPresent(
            store ->
                Originals.known().entrySet().stream()
                    .filter(known -> known.getValue().equals(edition))
                    .flatMap(known -> store.find(known.getKey()).stream())
                    .forEach(wordings::add));
    return wordings;
  }

  private void add(Original original) {
    String document = original.document().toString();
    for (Wording p : original.provisions()) {
      passages.put(p.id(), new Passage(document, p.page(), p.paragraphs(), List.of()));
    }
    for (CaseWording c : original.cases()) {
      passages.put(c.id(), new Passage(document, c.page(), c.purpose(), c.verdict()));
      for (Wording u : c.units()) {
        passages.put(u.id(), new Passage(document, u.page(), u.paragraphs(), c.verdict()));
      }
    }
  }

  /** That of a provision, a test case or a test unit. */
  public Optional<Passage> find(String id) {
    return Optional.ofNullable(passages.get(id));
  }
}
