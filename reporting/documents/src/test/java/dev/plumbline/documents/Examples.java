package dev.plumbline.documents;

import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.plan.Counts;
import dev.plumbline.judging.traffic.TrafficSeen;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Declared facts of an example, with a result in which nothing is decided. */
final class Examples {
  private static final Dossier CAMERA =
      DossierFolder.at(Path.of("../../examples/sound-camera")).open(new Problems()).orElseThrow();

  private Examples() {}

  static DocumentFacts camera(Map<String, String> supply) {
    return of(CAMERA, supply);
  }

  /** The same product, of which the IXIT says nothing. */
  static DocumentFacts silent() {
    return of(
        new Dossier(
            CAMERA.product(), CAMERA.ics(), new Ixit(Map.of()), Map.of(), List.of(), List.of()),
        Map.of());
  }

  private static DocumentFacts of(Dossier dossier, Map<String, String> supply) {
    return new DocumentFacts(
        dossier,
        new Supply(supply),
        new Assessment(
            dossier.product(),
            CatalogueLoader.load(EditionId.named("3.1.3")),
            CryptoPolicies.load(),
            Verdict.INCONCLUSIVE,
            Map.of(),
            Counts.NONE,
            List.of(),
            List.of(),
            List.of(),
            new TrafficSeen.None("Nothing.")));
  }
}
