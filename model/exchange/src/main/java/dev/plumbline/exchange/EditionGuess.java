package dev.plumbline.exchange;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.ProvisionId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells the edition of a file from provisions and tables that only one edition has. */
final class EditionGuess {
  private EditionGuess() {}

  /** The edition that more of the names speak for; empty when none does. */
  static Optional<EditionId> of(Source source, Vocabulary words) {
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
    long newer = known(CatalogueLoader.load(EditionId.V3_1_3), texts);
    long older = known(CatalogueLoader.load(EditionId.V2_1_1), texts);
    return newer == older
        ? Optional.empty()
        : Optional.of(newer > older ? EditionId.V3_1_3 : EditionId.V2_1_1);
  }

  private static long known(Catalogue catalogue, Set<String> texts) {
    Set<String> names = new HashSet<>(catalogue.tables().keySet());
    catalogue.provisions().keySet().stream().map(ProvisionId::value).forEach(names::add);
    return texts.stream().filter(names::contains).count();
  }
}
