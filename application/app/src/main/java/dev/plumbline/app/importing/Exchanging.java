package dev.plumbline.app.importing;

import dev.plumbline.app.EditionChoice;
import dev.plumbline.app.NewDossier;
import dev.plumbline.app.UnusableInputException;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Severity;
import dev.plumbline.core.disk.Scratch;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.exchange.CellMerge;
import dev.plumbline.exchange.Conflict;
import dev.plumbline.exchange.Delivery;
import dev.plumbline.exchange.DossierUpdate;
import dev.plumbline.exchange.ExchangeFormat;
import dev.plumbline.exchange.Export;
import dev.plumbline.exchange.Told;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes ICS and IXIT out of a dossier as files, and brings files in. */
public final class Exchanging {
  private static final String PRODUCT = "product.yaml";

  private Exchanging() {}

  /**
   * What was written.
   *
   * @param files none when it could not be made
   * @param problems what has no place in the files
   */
  public record Exported(List<Path> files, List<Problem> problems) {
    public Exported {
      files = List.copyOf(files);
      problems = List.copyOf(problems);
    }
  }

  /**
   * What was brought in.
   *
   * @param counts how much of each table was read
   * @param changes rows and values of the dossier that were changed
   * @param mended what the dossier changed since the last import, and the file did not; it stays
   * @param conflicts what both changed, each in its own way
   * @param told what was not simply taken, cell by cell
   */
  public record Imported(
      boolean read,
      boolean fresh,
      EditionId edition,
      List<Delivery.Count> counts,
      List<String> changes,
      List<String> mended,
      List<Conflict> conflicts,
      List<Told> told,
      List<Problem> problems) {
    public Imported {
      counts = List.copyOf(counts);
      changes = List.copyOf(changes);
      mended = List.copyOf(mended);
      conflicts = List.copyOf(conflicts);
      told = List.copyOf(told);
      problems = List.copyOf(problems);
    }

    static Imported none(boolean fresh, EditionId edition, List<Problem> problems) {
      return new Imported(
          false, fresh, edition, List.of(), List.of(), List.of(), List.of(), List.of(), problems);
    }

    static Imported of(
        boolean fresh, Delivery delivery, DossierUpdate.Changes changes, Problems problems) {
      return new Imported(
          true,
          fresh,
          delivery.edition(),
          delivery.counts(),
          changes.changes(),
          changes.mended(),
          changes.conflicts(),
          delivery.told(),
          problems.sorted());
    }

    /** How many rows and values of a table were changed. */
    public long changed(String table) {
      return changes.stream().filter(c -> c.startsWith(table + " ")).count();
    }

    /** Whether a person has to look: an answer could not be taken, or both sides changed a cell. */
    public boolean isOpen() {
      return !conflicts.isEmpty()
          || problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    }
  }

  /**
   * How to import.
   *
   * @param edition for a new dossier; empty for that of the file
   * @param write false to tell only what would change
   * @param side which counts where file and dossier both changed a cell since the last import
   */
  public record Wish(Optional<EditionId> edition, boolean write, Conflict.Side side) {
    /** What counts for a cell that both changed: the file, or else the dossier. */
    public static Wish of(Optional<EditionChoice> edition, boolean write, boolean fileCounts) {
      return new Wish(
          edition.map(EditionChoice::id),
          write,
          fileCounts ? Conflict.Side.FILE : Conflict.Side.DOSSIER);
    }
  }

  /**
   * What a file would change in a dossier, cell by cell.
   *
   * @param imported what was read, with all that is told of it
   * @param cells that file and dossier fill differently
   * @param files texts of files of the dossier as they would be, relative to it
   * @param texts the same with that of the file that the next import is held against; empty where
   *     nothing could be read
   */
  public record Proposal(
      Imported imported,
      List<CellMerge> cells,
      Map<String, String> files,
      Map<String, String> texts) {
    public Proposal {
      cells = List.copyOf(cells);
      files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
      texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }
  }

  /**
   * Holds a file against a dossier; writes nothing.
   *
   * @param directory of a dossier
   * @param choice what becomes of each cell that both fill differently
   */
  public static Proposal propose(Path file, Path directory, CellMerge.Choice choice) {
    Problems problems = new Problems();
    Optional<EditionId> edition = own(directory, Optional.empty(), problems);
    Optional<Delivery> delivery =
        problems.hasErrors()
            ? Optional.empty()
            : Delivery.read(file, edition, rows(directory), problems);
    if (delivery.isEmpty()) {
      return new Proposal(
          Imported.none(false, edition.orElse(EditionId.preset()), problems.sorted()),
          List.of(),
          Map.of(),
          Map.of());
    }
    DossierUpdate.Changes changes =
        DossierUpdate.of(delivery.get(), DossierFolder.at(directory), choice, problems);
    return new Proposal(
        Imported.of(false, delivery.get(), changes, problems),
        changes.cells(),
        changes.files(),
        changes.texts());
  }

  /** Whether files of that format can be written: {@code xlsx}, {@code docx} or {@code md}. */
  public static boolean isFormat(String name) {
    return ExchangeFormat.of(name).isPresent();
  }

  /**
   * Exports in a format of that name.
   *
   * @param to a file; for Markdown a name without {@code .md} is a folder
   * @throws UnusableInputException if there is no such format
   */
  public static Exported export(Workspace workspace, String format, Path to) throws IOException {
    ExchangeFormat known =
        ExchangeFormat.of(format)
            .orElseThrow(
                () -> new UnusableInputException(Message.of("PLB-C208", "format", format)));
    return export(workspace, known, to);
  }

  /**
   * Exports.
   *
   * @param to a file; for Markdown a name without {@code .md} is a folder
   */
  public static Exported export(Workspace workspace, ExchangeFormat format, Path to)
      throws IOException {
    Problems problems = new Problems();
    List<Path> written = new ArrayList<>();
    boolean folder = format == ExchangeFormat.MD && !to.toString().endsWith(".md");
    if (folder) {
      Map<String, byte[]> files =
          Export.folder(workspace.dossier(), workspace.catalogue(), problems);
      Files.createDirectories(to);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        written.add(WholeFile.write(to.resolve(file.getKey()), file.getValue()));
      }
    } else {
      byte[] bytes = Export.file(workspace.dossier(), workspace.catalogue(), format, problems);
      if (!problems.hasErrors()) {
        written.add(WholeFile.write(to, bytes));
      }
    }
    return new Exported(written, problems.sorted());
  }

  /**
   * Imports.
   *
   * @param directory of a dossier, whose edition counts; or absent or empty, for a new one
   */
  public static Imported bring(Path file, Path directory, Wish wish) throws IOException {
    Problems problems = new Problems();
    boolean fresh = isFresh(directory);
    Optional<EditionId> wanted = fresh ? wish.edition() : own(directory, wish.edition(), problems);
    Optional<Delivery> delivery =
        problems.hasErrors()
            ? Optional.empty()
            : Delivery.read(file, wanted, fresh ? Map.of() : rows(directory), problems);
    if (delivery.isEmpty()) {
      return Imported.none(fresh, wanted.orElse(EditionId.preset()), problems.sorted());
    }
    EditionId taken = delivery.get().edition();
    Path target = fresh && !wish.write() ? Scratch.ofProcess().folder("dossier-") : directory;
    try {
      if (fresh) {
        NewDossier.create(target, CatalogueLoader.load(taken));
      }
      DossierFolder folder = DossierFolder.at(target);
      DossierUpdate.Changes changes =
          DossierUpdate.of(delivery.get(), folder, wish.side(), problems);
      if (wish.write()) {
        changes.write(folder);
      }
      return Imported.of(fresh, delivery.get(), changes, problems);
    } finally {
      if (!target.equals(directory)) {
        delete(target);
      }
    }
  }

  /** Ids of the rows that a dossier has, by table. */
  private static Map<String, Set<String>> rows(Path directory) {
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    DossierFolder.at(directory)
        .open(new Problems())
        .ifPresent(
            d ->
                d.ixit()
                    .tables()
                    .forEach(
                        (table, entries) ->
                            rows.put(
                                table,
                                entries.stream().map(IxitEntry::id).collect(Collectors.toSet()))));
    return rows;
  }

  private static boolean isFresh(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return true;
    }
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(directory)) {
      return inside.findAny().isEmpty();
    }
  }

  /** The edition of a dossier that is there. */
  private static Optional<EditionId> own(
      Path directory, Optional<EditionId> edition, Problems problems) {
    Optional<EditionId> own =
        DossierFolder.at(directory)
            .source(PRODUCT, problems)
            .map(YamlText::root)
            .filter(Mapping.class::isInstance)
            .flatMap(r -> ((Mapping) r).text("edition"))
            .flatMap(EditionId::of);
    if (own.isEmpty() && !problems.hasErrors()) {
      problems.error(
          "PLB-9543",
          Place.of(PRODUCT),
          "The dossier does not say which edition it is for.",
          "Write its version into product.yaml, as edition: \"" + EditionId.preset() + "\" does.");
    }
    if (DossierFolder.at(directory).wayToBase().isPresent()) {
      problems.error(
          "PLB-9545",
          Place.of(PRODUCT),
          "The dossier is a variant and states only what is another; a file states every row.",
          "Import into its base, or into a new folder for a dossier that stands alone.");
    }
    if (own.isPresent() && edition.isPresent() && !own.equals(edition)) {
      problems.error(
          "PLB-9544",
          Place.of(PRODUCT),
          "The dossier is for edition " + own.get() + ", wanted is " + edition.get() + ".",
          "Leave --edition out, or import into a new folder.");
    }
    return own;
  }

  private static void delete(Path tree) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(tree)) {
      all = walk.sorted(java.util.Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
