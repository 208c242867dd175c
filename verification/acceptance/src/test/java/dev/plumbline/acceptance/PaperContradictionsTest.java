package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problems;
import dev.plumbline.declaration.contradiction.Contradictions;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sound declarations of the corpora, in whatever words, are told no contradiction. */
final class PaperContradictionsTest {
  private static final Path CORPUS = Path.of("src/test/resources/paper");
  private static final Set<String> SOUND = Set.of("not FAIL", "PASS");

  private final Map<String, Dossier> examples = new HashMap<>();

  @Test
  void aSoundDeclarationDoesNotContradictItself() throws IOException {
    List<String> told = new ArrayList<>();
    int looked = 0;
    for (String corpus : List.of("corpus", "corpus-second-author")) {
      for (PaperDossier paper : PaperDossier.all(CORPUS.resolve(corpus))) {
        if (SOUND.containsAll(paper.expected().values())) {
          looked++;
          Dossier dossier = paper.of(example(paper.base()));
          EditionId edition = EditionId.of(dossier.product().edition()).orElseThrow();
          Contradictions.of(CatalogueLoader.load(edition), dossier)
              .forEach(c -> told.add(paper.id() + " (" + paper.why() + ") " + c));
        }
      }
    }
    assertThat(told).isEmpty();
    assertThat(looked).isGreaterThan(60);
  }

  private Dossier example(String name) {
    return examples.computeIfAbsent(
        name,
        n ->
            DossierFolder.at(Repository.at("examples").resolve(n))
                .open(new Problems())
                .orElseThrow());
  }
}
