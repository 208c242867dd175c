package dev.plumbline.app.workspace;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Severity;
import dev.plumbline.declaration.DeclarationCheck;
import dev.plumbline.documents.Supply;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.EvidenceContent;
import dev.plumbline.driver.DriverFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A dossier that could be opened, under its edition and the profiles that it names. */
public record Workspace(DossierFolder folder, Dossier dossier, Catalogue catalogue) {

  /**
   * What opening gave.
   *
   * @param workspace empty when the dossier cannot be used at all
   * @param problems everything wrong with its files and its declaration
   */
  public record Opened(Optional<Workspace> workspace, List<Problem> problems) {
    public Opened {
      problems = List.copyOf(problems);
    }

    /** The problems that keep the dossier from being judged or tested. */
    public List<Problem> errors() {
      return problems.stream().filter(p -> p.severity() == Severity.ERROR).toList();
    }

    /** Whether it could be opened, and has no errors but in evidence, which then counts nothing. */
    public boolean isJudgeable() {
      return workspace.isPresent() && errors().stream().allMatch(DossierFolder::isOfEvidence);
    }
  }

  /**
   * Opens a dossier and checks it.
   *
   * @param today for support periods and other dates
   */
  public static Opened open(Path directory, LocalDate today) {
    return open(DossierFolder.at(directory), today, CatalogueLoader::load);
  }

  /**
   * The same for a folder, such as one that proposes other texts.
   *
   * @param catalogues gives that of an edition
   */
  public static Opened open(
      DossierFolder folder, LocalDate today, Function<EditionId, Catalogue> catalogues) {
    return open(folder, today, catalogues, DeclarationCheck::check);
  }

  /**
   * The same for many dossiers, which share the catalogues: told are all errors, not all warnings.
   *
   * @param catalogues gives that of an edition
   */
  public static Opened open(
      Path directory, LocalDate today, Function<EditionId, Catalogue> catalogues) {
    return open(DossierFolder.at(directory), today, catalogues, DeclarationCheck::errors);
  }

  /** As {@link #open(Path, LocalDate)}, without looking for warnings, which takes its time. */
  public static Opened openWithoutWarnings(Path directory, LocalDate today) {
    return open(directory, today, CatalogueLoader::load);
  }

  /**
   * Opens a dossier again of which nothing was changed since but what people decided and said.
   *
   * @param before what opening it gave on the same day
   * @return empty where it has to be opened as a whole
   */
  public static Optional<Opened> again(Opened before) {
    if (before.problems().stream().anyMatch(DossierFolder::isOfPeople)) {
      return Optional.empty();
    }
    return before
        .workspace()
        .flatMap(
            w -> w.folder().people(w.dossier()).map(d -> new Workspace(w.folder, d, w.catalogue)))
        .map(w -> new Opened(Optional.of(w), before.problems()));
  }

  private interface Check {
    List<Problem> of(Catalogue catalogue, Dossier dossier, LocalDate today);
  }

  private static Opened open(
      DossierFolder folder,
      LocalDate today,
      Function<EditionId, Catalogue> catalogues,
      Check declaration) {
    Problems problems = new Problems();
    Optional<Dossier> read = folder.open(problems);
    if (read.isEmpty()) {
      return new Opened(Optional.empty(), problems.sorted());
    }
    Optional<EditionId> edition = EditionId.of(read.get().product().edition());
    if (edition.isEmpty()) {
      problems.error(
          "PLB-2090",
          Place.of("product.yaml"),
          "The edition '" + read.get().product().edition() + "' is not known.",
          "Write one of " + EditionId.choices() + ", in quotes.");
      return new Opened(Optional.empty(), problems.sorted());
    }
    Catalogue catalogue =
        Profiles.over(catalogues.apply(edition.get()), folder, read.get().product(), problems);
    Dossier named = read.get().playing(catalogue.roles());
    DriverFile.read(folder, named, problems);
    Supply.read(folder, problems);
    Dossier dossier = Kinship.checked(named, catalogue, today, problems);
    declaration.of(catalogue, dossier, today).forEach(problems::add);
    return new Opened(Optional.of(new Workspace(folder, dossier, catalogue)), problems.sorted());
  }

  /** The folder of the dossier. */
  public Path directory() {
    return folder.directory();
  }

  /** The product that the dossier describes. */
  public Product product() {
    return dossier.product();
  }

  /** The device state that product.yaml names. */
  public String state() {
    return dossier.product().state();
  }

  /** Whether product.yaml names an address that may be tested. */
  public boolean hasTargets() {
    return !dossier.product().targets().isEmpty();
  }

  /** The folder of the base, of a variant. */
  public Optional<DossierFolder> base() {
    return dossier.family().map(f -> folder.beside(f.extension()));
  }

  /** The bytes that a reference of the dossier or of its base points to; empty as there. */
  public Optional<byte[]> readEvidence(EvidenceRef reference) {
    return holder(reference.sha256()).readEvidence(reference, new Problems());
  }

  /** What a reader makes of evidence of the dossier or of its base; empty as there. */
  public <T> Optional<T> readEvidence(Digest digest, EvidenceContent<T> content) {
    return holder(digest).readEvidence(digest, content, new Problems());
  }

  private DossierFolder holder(Digest digest) {
    Optional<DossierFolder> base =
        dossier.evidence().containsKey(digest.hex()) ? Optional.empty() : base();
    return base.orElse(folder);
  }
}
