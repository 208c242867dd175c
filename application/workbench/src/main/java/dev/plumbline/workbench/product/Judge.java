package dev.plumbline.workbench.product;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.CryptoPolicies;
import dev.plumbline.catalogue.CryptoPolicy;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;
import dev.plumbline.dossier.DossierFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens and judges dossiers, one at a time: rules keep what they made of the last. */
final class Judge {
  private final CryptoPolicy policy = CryptoPolicies.load();
  private final Map<EditionId, Catalogue> catalogues = new HashMap<>();
  private final Map<EditionId, Kept> assessors = new HashMap<>();

  private record Kept(Catalogue of, Assessor assessor) {}

  /** The dossier as it is; evidence that is missing or was changed is told and counts nothing. */
  synchronized State judge(Path folder, LocalDate day) {
    Opened opened =
        Workspace.open(folder, day, id -> catalogues.computeIfAbsent(id, CatalogueLoader::load));
    List<Problem> errors =
        opened.problems().stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .filter(p -> opened.workspace().isEmpty() || !DossierFolder.isOfEvidence(p))
            .toList();
    if (!errors.isEmpty() || opened.workspace().isEmpty()) {
      return new State.Broken(errors.isEmpty() ? opened.problems() : errors);
    }
    Workspace workspace = opened.workspace().get();
    return Snapshot.of(
        workspace,
        assessor(workspace.catalogue())
            .judge(workspace.dossier(), policy, day)
            .withProblems(opened.problems()));
  }

  /** Making an assessor compiles rules, so the last one of an edition is kept. */
  @SuppressWarnings("ReferenceEquality") // Comparing whole catalogues would take longer.
  private Assessor assessor(Catalogue catalogue) {
    return assessors
        .compute(
            catalogue.edition().id(),
            (id, last) ->
                last != null && last.of() == catalogue
                    ? last
                    : new Kept(catalogue, new Assessor(catalogue)))
        .assessor();
  }
}
