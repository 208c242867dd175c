package dev.plumbline.app.portfolio;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.Assessors;
import dev.plumbline.app.PolicyChoice;
import dev.plumbline.app.portfolio.DossierJudge.Outcome;
import dev.plumbline.app.portfolio.ResultIndex.Row;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Results of dossiers: the stored one where nothing has changed that it rests on (the files of the
 * dossier and of its base, the day, the crypto policy and the program), else one that is made now
 * and stored. Safe for several threads.
 */
public final class Results {
  private final ResultIndex index;
  private final PolicyChoice choice;
  private final String policy;
  private final Digest program;
  private final Assessors assessors = new Assessors();

  /** What labels ask is loaded when a result has to be made, and not before. */
  private final Held held = new Held();

  private static final class Held {
    private Optional<Labels> labels = Optional.empty();

    synchronized Labels labels() {
      if (labels.isEmpty()) {
        labels = Optional.of(new Labels(Schemes.load(), CatalogueLoader.all()));
      }
      return labels.get();
    }
  }

  private record Labels(SchemeCatalogue schemes, Map<EditionId, Catalogue> editions) {}

  /**
   * A state of a dossier.
   *
   * @param folders its own, and that of its base
   * @param day for which is judged
   * @param rests digest of all that a result rests on
   * @param given the same without what people decided and said
   */
  public record State(List<Path> folders, LocalDate day, Digest rests, Digest given) {
    public State {
      folders = List.copyOf(folders);
    }

    private Optional<Path> base() {
      return folders.stream().skip(1).findFirst();
    }
  }

  /**
   * Results by one crypto policy.
   *
   * @throws IOException if the program's own files cannot be read
   */
  public Results(ResultIndex index, PolicyChoice policy) throws IOException {
    this.index = index;
    this.choice = policy;
    this.policy = policy.key();
    this.program = ProgramStamp.ofThis();
  }

  /** A judge for one thread; all share catalogues and assessors. */
  public DossierJudge judge() {
    return new DossierJudge(choice.policy(), CatalogueLoader::load, assessors);
  }

  /** The assessors of its judges. */
  public Assessors assessors() {
    return assessors;
  }

  /** The state of a dossier whose base is not known yet. */
  public State state(Path folder, LocalDate day) throws IOException {
    return state(List.of(folder), day);
  }

  /**
   * The state of folders. Waits some milliseconds where a file was changed just now, until the next
   * change would bear another time.
   *
   * @throws IOException if a folder cannot be read
   */
  public State state(List<Path> folders, LocalDate day) throws IOException {
    FolderStamp stamp = FolderStamp.of(folders);
    for (int i = 0; i < 2 && stamp.isUnsettled(now()); i++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      stamp = FolderStamp.of(folders);
    }
    return new State(folders, day, rests(day, stamp.digest()), rests(day, stamp.given()));
  }

  private Digest rests(LocalDate day, Digest files) {
    return Digest.ofParts(List.of(program.hex(), policy, day.toString(), files.hex()));
  }

  private static long now() {
    return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
  }

  /**
   * What is stored of a dossier, with the state that it is of.
   *
   * @return empty where nothing is stored, or something has changed since
   * @throws IOException if a folder cannot be read
   */
  public Optional<Known> find(Path folder, LocalDate day) throws IOException {
    Optional<Row> row = index.find(folder.toRealPath(), policy);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    List<Path> folders = new ArrayList<>(List.of(folder));
    row.get().base().ifPresent(folders::add);
    State state = state(folders, day);
    return state.rests().equals(row.get().rests())
        ? Optional.of(new Known(state, row.get().result().at(folder)))
        : Optional.empty();
  }

  /** A result and the state that it is of. */
  public record Known(State state, StoredResult result) {}

  /**
   * Stores what became of a dossier.
   *
   * @param before the state before it was opened
   * @return with the folder of its base among those that it rests on
   * @throws IOException if a folder cannot be read
   */
  public Known keep(Path folder, State before, Outcome outcome) throws IOException {
    StoredResult result = result(folder, outcome, before.day());
    List<Path> folders = folders(folder, outcome);
    if (!folders.equals(before.folders())) {
      // What the base was when it was read is not known, so nothing is stored this time.
      return new Known(new State(folders, before.day(), before.rests(), before.given()), result);
    }
    index.put(folder.toRealPath(), policy, new Row(before.base(), before.rests(), result));
    return new Known(before, result);
  }

  /** The folders that a result rests on: that of the dossier, and that of its base. */
  public static List<Path> folders(Path folder, Outcome outcome) {
    List<Path> folders = new ArrayList<>(List.of(folder));
    if (outcome instanceof Outcome.Judged(AssessedDossier dossier)) {
      dossier.workspace().base().map(DossierFolder::directory).ifPresent(folders::add);
    }
    return List.copyOf(folders);
  }

  private StoredResult result(Path folder, Outcome outcome, LocalDate day) {
    return switch (outcome) {
      case Outcome.Unusable(var problems) -> StoredResult.unusable(problems);
      case Outcome.Judged(AssessedDossier dossier) -> {
        Labels labels = held.labels();
        yield StoredResult.of(
            folder,
            dossier,
            SchemeStanding.levels(
                dossier.workspace(), dossier.result(), labels.schemes(), labels.editions(), day));
      }
    };
  }

  /**
   * The result of a dossier, judged now if it has to be.
   *
   * @param judge of this thread
   * @throws IOException if a folder cannot be read
   */
  public StoredResult of(Path folder, LocalDate day, DossierJudge judge) throws IOException {
    Optional<Known> known = find(folder, day);
    if (known.isPresent()) {
      return known.get().result();
    }
    Known made = keep(folder, state(folder, day), judge.judge(folder, day));
    if (made.state().folders().size() > 1) {
      // A variant: its base is known now, and the two are judged in a state that is.
      made = keep(folder, state(made.state().folders(), day), judge.judge(folder, day));
    }
    return made.result();
  }
}
