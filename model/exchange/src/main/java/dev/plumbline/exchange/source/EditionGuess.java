package dev.plumbline.exchange.source;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.exchange.layout.Vocabulary;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Tells the edition of a file from provisions and tables that only one edition has. */
public final class EditionGuess {
  private EditionGuess() {}

  /** The edition that more of the names speak for; empty when none does. */
  public static Optional<EditionId> of(Source source, Vocabulary words) {
    Set<String> texts = new HashSet<>();
    for (Grid grid : source.grids()) {
      grid.titles().forEach(texts::add);
      grid.rows()
          .forEach(
              r -> {
                String first = r.getFirst().text();
                texts.add(words.provision(first).map(Vocabulary.Named::provision).orElse(first));
              });
    }
    Map<EditionId, Long> known = new LinkedHashMap<>();
    CatalogueLoader.all().forEach((edition, c) -> known.put(edition, known(c, texts)));
    long most = Collections.max(known.values());
    List<EditionId> best =
        known.keySet().stream().filter(e -> Objects.equals(known.get(e), most)).toList();
    return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
  }

  private static long known(Catalogue catalogue, Set<String> texts) {
    Set<String> names = new HashSet<>(catalogue.tables().keySet());
    catalogue.provisions().keySet().stream().map(ProvisionId::value).forEach(names::add);
    return texts.stream().filter(names::contains).count();
  }
}
