package dev.plumbline.app;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.EditionMoves;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Problems;
import dev.plumbline.core.disk.Owner;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.edition.EditionRoute;
import dev.plumbline.edition.Migrated;
import dev.plumbline.edition.Migration;
import dev.plumbline.edition.Migration.Kept;
import dev.plumbline.edition.RecordFate;
import dev.plumbline.yaml.YamlReader;
import dev.plumbline.yaml.YamlText;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Moves a dossier to another edition on disk. What it was in either edition stays in the folder
 * {@code migration}, so that going back loses nothing.
 */
public final class Migrating {
  /** Where the files of both editions are kept, by version. */
  public static final String KEPT = "migration";

  private final Workspace workspace;
  private final EditionRoute route;

  private Migrating(Workspace workspace, EditionRoute route) {
    this.workspace = workspace;
    this.route = route;
  }

  /**
   * What becomes of a declaration in another edition.
   *
   * @param to version of EN 303 645
   */
  public record Plan(String to, Migrated migrated) {}

  /**
   * A dossier that was moved.
   *
   * @param record what became of what was found out
   */
  public record Moved(Plan plan, List<RecordFate> record) {
    public Moved {
      record = List.copyOf(record);
    }
  }

  /**
   * The way of a dossier to an edition that it is not written for.
   *
   * @throws UnusableInputException if it is written for that edition, is a variant, or no facts
   *     lead from one edition to the other
   */
  public static Migrating of(Workspace workspace, EditionChoice choice) {
    EditionId from = workspace.catalogue().edition().id();
    EditionId to = choice.id();
    if (from.equals(to)) {
      throw new UnusableInputException(Message.of("PLB-C212", "edition", to.version()));
    }
    if (workspace.product().extension().isPresent()) {
      throw new UnusableInputException(Message.of("PLB-C213"));
    }
    return EditionMoves.between(from, to)
        .map(m -> new EditionRoute(workspace.catalogue(), choice.catalogue(), m))
        .map(r -> new Migrating(workspace, r))
        .orElseThrow(
            () ->
                new UnusableInputException(
                    Message.of("PLB-C214", "from", from.toString(), "to", to.toString())));
  }

  /**
   * What becomes of it; nothing is written.
   *
   * @throws IOException if a file cannot be read
   */
  public Plan plan() throws IOException {
    return new Plan(
        route.to().edition().id().version(), Migration.move(route, declared(""), kept()));
  }

  /**
   * Writes the moved dossier into a new folder, with its evidence and its record.
   *
   * @param directory new, or empty
   * @throws IOException if something is there, or a file cannot be read or written
   */
  public void into(Path directory, Plan plan) throws IOException {
    Path from = workspace.folder().directory();
    Path to = directory.toAbsolutePath().normalize();
    if (to.startsWith(from)) {
      throw new IOException(directory + " lies in the dossier itself; name a folder beside it.");
    }
    if (Files.exists(to) && !isEmpty(to)) {
      throw new IOException(directory + " is not empty; name a folder that is new or empty.");
    }
    Files.createDirectories(to);
    copy(from, to);
    try (DossierWriter writer = DossierFolder.at(to).write()) {
      write(writer, to, plan.migrated());
    }
  }

  /**
   * Writes the moved dossier in its place.
   *
   * @throws IOException if somebody else writes to it, or a file cannot be written
   */
  public void inPlace(Plan plan) throws IOException {
    try (DossierWriter writer = workspace.folder().write()) {
      write(writer, workspace.directory(), plan.migrated());
    }
  }

  /**
   * What became of what was found out.
   *
   * @param after the moved dossier
   * @param day the day that cryptography is judged for
   */
  public Moved moved(Plan plan, Workspace after, LocalDate day) {
    CryptoPolicy policy = PolicyChoice.USUAL.policy();
    return new Moved(
        plan,
        RecordFate.of(
            route,
            new Assessor(workspace.catalogue()).judge(workspace.dossier(), policy, day),
            new Assessor(after.catalogue()).judge(after.dossier(), policy, day),
            plan.migrated().rows(),
            workspace.dossier().observations(),
            workspace.dossier().decisions()));
  }

  /** What is kept comes first: whatever breaks off later, nothing is lost. */
  private void write(DossierWriter writer, Path directory, Migrated migrated) throws IOException {
    Map<String, String> before = declared("");
    keep(writer, directory, workspace.catalogue(), before);
    keep(writer, directory, route.to(), migrated.files());
    Files.createDirectories(directory.resolve("ixit"));
    for (Map.Entry<String, String> file : migrated.files().entrySet()) {
      writer.replace(file.getKey(), file.getValue());
    }
    for (String file : before.keySet()) {
      if (!migrated.files().containsKey(file)) {
        Files.delete(directory.resolve(file));
      }
    }
    if (Files.isDirectory(directory.resolve("schemas"), LinkOption.NOFOLLOW_LINKS)) {
      schemas(writer, directory);
    }
  }

  private void keep(
      DossierWriter writer, Path directory, Catalogue edition, Map<String, String> files)
      throws IOException {
    String folder = KEPT + "/" + edition.edition().id().version();
    deleteDeclared(directory.resolve(folder));
    Files.createDirectories(directory.resolve(folder + "/ixit"));
    for (Map.Entry<String, String> file : files.entrySet()) {
      writer.replace(folder + "/" + file.getKey(), file.getValue());
    }
  }

  /** Files that an earlier migration kept and that there are no more. */
  private static void deleteDeclared(Path folder) throws IOException {
    Path ixit = folder.resolve("ixit");
    if (Files.isDirectory(ixit, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> tables = Files.list(ixit)) {
        for (Path table : tables.filter(p -> p.toString().endsWith(".yaml")).toList()) {
          Files.delete(table);
        }
      }
    }
  }

  private void schemas(DossierWriter writer, Path directory) throws IOException {
    Files.createDirectories(directory.resolve(EditorSchemas.folder(route.to())));
    for (Map.Entry<String, String> schema : EditorSchemas.of(route.to()).entrySet()) {
      writer.replace(schema.getKey(), schema.getValue());
    }
  }

  private Optional<Kept> kept() throws IOException {
    Map<String, String> here =
        declared(KEPT + "/" + workspace.catalogue().edition().id().version() + "/");
    Map<String, String> there = declared(KEPT + "/" + route.to().edition().id().version() + "/");
    return here.isEmpty() || there.isEmpty()
        ? Optional.empty()
        : Optional.of(new Kept(here, there));
  }

  /**
   * The files of a declaration.
   *
   * @param below folder of the dossier that they lie in; empty for itself
   */
  private Map<String, String> declared(String below) throws IOException {
    Map<String, String> files = new TreeMap<>();
    Path root = workspace.folder().directory().resolve(below);
    for (String folder : new String[] {"", "ixit/"}) {
      Path path = root.resolve(folder);
      if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      try (Stream<Path> inside = Files.list(path)) {
        for (Path file : inside.toList()) {
          String name = folder + file.getFileName();
          if (Migration.concerns(name)) {
            stated(below + name).ifPresent(text -> files.put(name, text));
          }
        }
      }
    }
    return files;
  }

  /** Empty for a file of comments alone, such as the driver.yaml of a new dossier. */
  private Optional<String> stated(String file) throws IOException {
    Problems problems = new Problems();
    Optional<String> text = workspace.folder().text(file, problems);
    if (text.filter(YamlReader::isComment).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        text.flatMap(t -> YamlText.of(t, file, problems))
            .map(YamlText::text)
            .orElseThrow(() -> new IOException(problems.sorted().getFirst().toString())));
  }

  private static boolean isEmpty(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return false;
    }
    try (Stream<Path> inside = Files.list(directory)) {
      return inside.findAny().isEmpty();
    }
  }

  /** Everything but hidden folders, such as a repository of git; links are not followed. */
  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            if (!dir.equals(from) && dir.getFileName().toString().startsWith(".")) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Path folder = to.resolve(from.relativize(dir).toString());
            if (DossierFolder.isPrivate(from.relativize(dir))) {
              Owner.folder(folder);
            } else {
              Files.createDirectories(folder);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile() && !file.endsWith("record/.lock")) {
              Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
