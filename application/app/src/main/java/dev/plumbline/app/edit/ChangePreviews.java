package dev.plumbline.app.edit;

import dev.plumbline.app.Assessors;
import dev.plumbline.app.edit.ChangePreview.LabelChange;
import dev.plumbline.app.portfolio.SchemeStanding;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.core.Problem;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.insight.change.DossierDiff;
import dev.plumbline.insight.change.Impact;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.ReusableAssessment;
import dev.plumbline.judging.reuse.ReusableFindings;
import dev.plumbline.scheme.Eligibility;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out what a change to files of a dossier would do, before it is made. Keeps what takes long
 * to make: catalogues, schemes. One preview is made at a time.
 */
public final class ChangePreviews {
  private final CryptoPolicy policy = CryptoPolicies.load();
  private final Assessors assessors;
  private Optional<Map<EditionId, Catalogue>> editions = Optional.empty();
  private Optional<SchemeCatalogue> schemes = Optional.empty();

  /**
   * Previews of changes.
   *
   * @param assessors those that judge the dossiers that are previewed
   */
  public ChangePreviews(Assessors assessors) {
    this.assessors = assessors;
  }

  /** Opens a dossier with all its problems, and judges it if it can be. */
  public synchronized Optional<DeclarationState> open(Path directory, LocalDate day) {
    return open(DossierFolder.at(directory), day, Optional.empty());
  }

  private Optional<DeclarationState> open(
      DossierFolder folder, LocalDate day, Optional<ReusableFindings> before) {
    Opened opened = Workspace.open(folder, day, this::catalogue);
    return opened.workspace().map(w -> state(w, opened, day, before));
  }

  private DeclarationState state(
      Workspace workspace, Opened opened, LocalDate day, Optional<ReusableFindings> before) {
    if (!opened.isJudgeable()) {
      return new DeclarationState(workspace, Optional.empty(), Optional.empty(), opened.problems());
    }
    ReusableAssessment judged =
        assessors.of(workspace.catalogue()).judge(workspace.dossier(), policy, day, before);
    return new DeclarationState(
        workspace,
        Optional.of(judged.assessment()),
        Optional.of(judged.findings()),
        opened.problems());
  }

  private Catalogue catalogue(EditionId id) {
    return Optional.ofNullable(editions().get(id)).orElseGet(() -> CatalogueLoader.load(id));
  }

  private Map<EditionId, Catalogue> editions() {
    if (editions.isEmpty()) {
      editions = Optional.of(CatalogueLoader.all());
    }
    return editions.get();
  }

  /**
   * What would be another one.
   *
   * @param before the dossier as it is
   * @param texts by file; what the dossier would say instead
   */
  public synchronized ChangePreview of(
      DeclarationState before, Map<String, String> texts, LocalDate day) {
    DossierFolder folder = before.workspace().folder().proposing(texts);
    Optional<DeclarationState> opened = open(folder, day, before.findings());
    if (opened.isEmpty()) {
      // Only product.yaml can bring this about, and it is no file that is edited here.
      return new ChangePreview(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          "The dossier could not be opened any more.",
          List.of());
    }
    DeclarationState after = opened.get();
    DossierDiff diff =
        DossierDiff.of(
            before.workspace().dossier(),
            before.workspace().catalogue(),
            after.workspace().dossier(),
            after.workspace().catalogue());
    boolean judged = before.judged().isPresent() && after.judged().isPresent();
    return new ChangePreview(
        diff.changes(),
        after.problems().stream().filter(p -> texts.containsKey(p.place().file())).toList(),
        without(after.problems(), before.problems()),
        without(before.problems(), after.problems()),
        judged
            ? Optional.of(
                Impact.of(
                    before.judged().orElseThrow(), after.judged().orElseThrow(), diff.changes()))
            : Optional.empty(),
        judged
            ? ""
            : after.judged().isPresent()
                ? "Now errors keep the dossier from being judged; after the change it can be."
                : "Errors would keep the dossier from being judged.",
        judged ? labels(before, after, day) : List.of());
  }

  /** Problems that the other list has not; a place that merely moved is no difference. */
  private static List<Problem> without(List<Problem> problems, List<Problem> others) {
    Set<String> known = others.stream().map(ChangePreviews::name).collect(Collectors.toSet());
    return problems.stream().filter(p -> !known.contains(name(p))).toList();
  }

  private static String name(Problem problem) {
    return problem.id() + "\n" + problem.place().file() + "\n" + problem.what();
  }

  private List<LabelChange> labels(DeclarationState before, DeclarationState after, LocalDate day) {
    Map<String, Eligibility> was = new LinkedHashMap<>();
    levels(before, day).forEach(e -> was.put(name(e), e));
    List<LabelChange> changes = new ArrayList<>();
    for (Eligibility now : levels(after, day)) {
      Optional.ofNullable(was.get(name(now)))
          .filter(w -> w.outcome() != now.outcome())
          .ifPresent(
              w ->
                  changes.add(
                      new LabelChange(
                          now.scheme().name(), now.level().name(), w.outcome(), now.outcome())));
    }
    return changes;
  }

  private static String name(Eligibility e) {
    return e.scheme().id() + "/" + e.level().id();
  }

  private List<Eligibility> levels(DeclarationState state, LocalDate day) {
    if (schemes.isEmpty()) {
      schemes = Optional.of(Schemes.load());
    }
    Assessment judged = state.judged().orElseThrow();
    return SchemeStanding.levels(state.workspace(), judged, schemes.get(), editions(), day);
  }
}
