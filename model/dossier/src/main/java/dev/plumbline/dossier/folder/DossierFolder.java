package dev.plumbline.dossier.folder;

import dev.plumbline.core.Digest;
import dev.plumbline.core.NearestName;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Extension;
import dev.plumbline.dossier.RecordState;
import dev.plumbline.dossier.SecretUse;
import dev.plumbline.dossier.file.BasePath;
import dev.plumbline.dossier.file.DossierFiles;
import dev.plumbline.dossier.file.DossierFiles.Need;
import dev.plumbline.dossier.file.Secrets;
import dev.plumbline.dossier.journal.Journal;
import dev.plumbline.dossier.journal.JournalType;
import dev.plumbline.dossier.product.ExtensionReader;
import dev.plumbline.dossier.product.ProductReader;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import dev.plumbline.yaml.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A dossier on disk: product.yaml, ics.yaml, ixit/, evidence.yaml, evidence/, schemes.yaml and
 * record/. Reading never changes a file.
 */
public final class DossierFolder {
  /** How the device is driven: an optional file that the driver reads. */
  public static final String DRIVER = "driver.yaml";

  /** Facts of the manufacturer that owed documents need: an optional file. */
  public static final String SUPPLY = "supply.yaml";

  private static final List<String> YAML =
      List.of(
          ProductReader.FILE,
          IcsReader.FILE,
          EvidenceReader.FILE,
          SchemesReader.FILE,
          ReviewPolicyReader.FILE,
          DRIVER,
          SUPPLY);

  /** To which people's decisions and remarks are appended, relative to the dossier. */
  public static final List<String> JOURNALS_OF_PEOPLE =
      List.of(DossierWriter.DECISIONS, DossierWriter.TEAM);

  private static final Set<String> EVIDENCE = Set.of("PLB-1051", "PLB-1052", "PLB-1065");

  private final Path directory;
  private final Secrets secrets;
  private final Map<String, String> proposed;

  private DossierFolder(Path directory, Secrets secrets, Map<String, String> proposed) {
    this.directory = directory;
    this.secrets = secrets;
    this.proposed = Map.copyOf(proposed);
  }

  /** A dossier whose passwords come from the environment of this process. */
  public static DossierFolder at(Path directory) {
    return at(directory, System.getenv());
  }

  /**
   * A dossier.
   *
   * @param environment variables, of which those may be named by {@code passwordEnv} that begin
   *     with {@code PLUMBLINE_} or that secrets.yaml of the user gives to this dossier; no other
   *     one is kept
   */
  public static DossierFolder at(Path directory, Map<String, String> environment) {
    Path absolute = directory.toAbsolutePath().normalize();
    return new DossierFolder(absolute, SecretGrants.to(absolute, environment), Map.of());
  }

  public Path directory() {
    return directory;
  }

  /**
   * The same dossier as it would be with other texts, to read it. Nothing is written.
   *
   * @param texts by the names of their files, relative to the dossier, such as {@code ics.yaml}
   * @throws IllegalArgumentException if a name leads out of the dossier
   */
  public DossierFolder proposing(Map<String, String> texts) {
    texts.keySet().stream()
        .filter(n -> DossierFiles.pathFault(n).isPresent())
        .findFirst()
        .ifPresent(
            n -> {
              throw new IllegalArgumentException("'" + n + "' is no file of a dossier");
            });
    return new DossierFolder(directory, secrets, texts);
  }

  private DossierFiles files() {
    return new DossierFiles(directory, proposed);
  }

  /**
   * Reads everything, and of a variant what it takes over from its base.
   *
   * @param problems receives all that is wrong: {@code PLB-1xxx} files and YAML, {@code PLB-2xxx}
   *     product.yaml and the base
   * @return what could be read, even where other parts are broken; empty when the directory or
   *     product.yaml cannot be used at all
   */
  public Optional<Dossier> open(Problems problems) {
    if (!Files.isDirectory(directory)) {
      problems.error(
          "PLB-1010",
          Place.of(directory.toString()),
          "There is no such directory.",
          "Name the directory of a dossier; 'plumbline new DIR' makes one.");
      return Optional.empty();
    }
    DossierFiles files = files();
    files.inspect(problems);
    strayFiles(files, problems);
    return new DossierReading(files, secrets)
        .read(problems, problems)
        .map(new FamilyReader(directory, problems)::join);
  }

  /**
   * Reads what people decided and said since the dossier was read, for whoever knows that nothing
   * else was changed.
   *
   * @param known as it was read; with a sound record
   * @return empty where it has to be read as a whole: a variant, evidence that is not sound, and
   *     whatever is wrong now, so that all of it is told
   */
  public Optional<Dossier> people(Dossier known) {
    if (known.family().isPresent() || !known.unbacked().isEmpty()) {
      return Optional.empty();
    }
    Problems found = new Problems();
    Dossier now = new DossierReading(files(), secrets).people(known, found);
    return Optional.of(now).filter(d -> found.sorted().isEmpty());
  }

  /** Whether a problem is about what people decided and said, or the rules for it. */
  public static boolean isOfPeople(Problem problem) {
    return JOURNALS_OF_PEOPLE.contains(problem.place().file())
        || problem.place().file().equals(ReviewPolicyReader.FILE);
  }

  /**
   * Whether it is about evidence that is missing or not as it was. What rests on such evidence
   * counts for nothing, so that the rest of the dossier can be judged.
   */
  public static boolean isOfEvidence(Problem problem) {
    return EVIDENCE.contains(problem.id())
        || (problem.id().equals("PLB-1016")
            && problem.place().file().startsWith(EvidenceReader.FOLDER + "/"));
  }

  /**
   * Whether a folder of a dossier is for its owner alone.
   *
   * @param folder relative to the dossier
   */
  public static boolean isPrivate(Path folder) {
    return folder.startsWith(DossierWriter.RECORD) || folder.startsWith(EvidenceReader.FOLDER);
  }

  /** How far the record has come. */
  public RecordState recordState() throws IOException {
    return new RecordReader(new DossierFiles(directory)).read();
  }

  /** Tells what of an earlier state of the record is not there any more as it was. */
  public void compareRecord(RecordState earlier, Problems problems) throws IOException {
    new RecordComparison(new DossierFiles(directory), earlier).tell(problems);
  }

  /** The folder of the base that this dossier extends. */
  public DossierFolder beside(Extension extension) {
    return new DossierFolder(
        BasePath.resolve(directory, extension.dossier()), secrets.ofAnother(), Map.of());
  }

  /**
   * The way to the base as product.yaml names it; empty when there is none or it is not allowed.
   */
  public Optional<String> wayToBase() {
    Problems told = new Problems();
    return source(ProductReader.FILE, told)
        .map(YamlText::root)
        .filter(Mapping.class::isInstance)
        .flatMap(r -> ((Mapping) r).mapping(ExtensionReader.KEY))
        .flatMap(e -> e.text("dossier"))
        .map(String::strip)
        .filter(w -> BasePath.fault(w).isEmpty());
  }

  /**
   * The environment variables that product.yaml wants, in its order, whether they are set or not.
   */
  public List<SecretUse> secrets() {
    return new DossierReading(new DossierFiles(directory), secrets).wanted();
  }

  /**
   * Opens the dossier for writing.
   *
   * @throws DossierWriter.DossierLockedException if somebody else writes to it
   * @throws IOException if it cannot be written
   */
  public DossierWriter write() throws IOException {
    return write(Duration.ZERO);
  }

  /**
   * Opens the dossier for writing, as soon as nobody else writes to it.
   *
   * @param patience how long to wait at most
   * @throws DossierWriter.DossierLockedException if somebody else still writes to it then
   */
  public DossierWriter write(Duration patience) throws IOException {
    return DossierWriter.open(directory, patience);
  }

  /**
   * The decisions on record as they stand now, in the order of their journal, and nothing else of
   * the dossier: for whoever compares them with what a person saw.
   */
  public List<Decision> decisions() throws IOException {
    Optional<Path> file =
        new DossierFiles(directory).regular(DossierWriter.DECISIONS, Need.OPTIONAL, new Problems());
    if (file.isEmpty()) {
      return List.of();
    }
    try (InputStream in = DossierFiles.open(file.get())) {
      return Journal.read(in, DossierWriter.DECISIONS, JournalType.DECISION, new Problems())
          .records();
    }
  }

  /**
   * A regular file inside the dossier, reached without any link.
   *
   * @param relative as written in a file of the dossier
   * @return empty when it is absent, leads outside, or is no regular file; the last is told
   */
  public Optional<Path> file(String relative, Problems problems) {
    return DossierFiles.pathFault(relative).isPresent()
        ? Optional.empty()
        : new DossierFiles(directory).regular(relative, Need.OPTIONAL, problems);
  }

  /**
   * The text of an optional YAML file.
   *
   * @param file relative to the dossier, such as {@link #DRIVER}
   * @return empty when the file is absent, or has comments alone, as in a new dossier; and when it
   *     cannot be read, which is told
   */
  public Optional<String> optional(String file, Problems problems) {
    return new DossierFiles(directory)
        .text(file, Need.OPTIONAL, problems)
        .filter(text -> !YamlReader.isComment(text));
  }

  /** The text of a file inside the dossier, for the formatter; what hinders it is told. */
  public Optional<String> text(String file, Problems problems) {
    return files().text(file, Need.REQUIRED, problems);
  }

  /**
   * The source of a YAML file, to edit it.
   *
   * @param file relative to the dossier, such as {@code ics.yaml}
   * @return empty when it is absent or broken, which is told
   */
  public Optional<YamlText> source(String file, Problems problems) {
    return text(file, problems).flatMap(t -> YamlText.of(t, file, problems));
  }

  /** The names of the YAML files that a dossier reads and this one has, relative to it. */
  public List<String> yamlFiles(Problems problems) {
    DossierFiles files = files();
    List<String> names = new ArrayList<>();
    files.names(".", problems).stream().filter(YAML::contains).forEach(names::add);
    files.names(IxitReader.FOLDER, problems).stream()
        .filter(n -> n.endsWith(".yaml"))
        .forEach(n -> names.add(IxitReader.FOLDER + "/" + n));
    return names;
  }

  /** The names of the journals that this dossier has, relative to it. */
  public List<String> journals() {
    DossierFiles files = new DossierFiles(directory);
    return RecordReader.JOURNALS.stream()
        .filter(j -> files.regular(j, Need.OPTIONAL, new Problems()).isPresent())
        .toList();
  }

  /** The files that evidence.yaml lists, by the digest of each in hex. */
  public Map<String, EvidenceFile> evidence() {
    return new EvidenceReader(new DossierFiles(directory), new Problems()).read().files();
  }

  /**
   * The bytes that a reference points to, from a file whose digest was just found to be right.
   *
   * @return empty when it is missing, was changed, or is too short, which is told
   */
  public Optional<byte[]> readEvidence(EvidenceRef reference, Problems problems) {
    DossierFiles files = new DossierFiles(directory);
    EvidenceIndex index = new EvidenceReader(files, new Problems()).read();
    return EvidenceStore.read(
        files,
        path(index, reference.sha256()),
        reference.sha256(),
        reference.offset(),
        reference.length(),
        index.place(reference.sha256()),
        problems);
  }

  /**
   * What a reader makes of the file with that digest, which was just found to be right.
   *
   * @return empty when it is missing or was changed, which is told
   */
  public <T> Optional<T> readEvidence(
      Digest digest, EvidenceContent<T> content, Problems problems) {
    DossierFiles files = new DossierFiles(directory);
    EvidenceIndex index = new EvidenceReader(files, new Problems()).read();
    return EvidenceStore.read(
        files, path(index, digest), digest, index.place(digest), problems, content);
  }

  private static String path(EvidenceIndex index, Digest digest) {
    return Optional.ofNullable(index.files().get(digest.hex()))
        .map(EvidenceFile::path)
        .orElse(EvidenceReader.FOLDER + "/" + digest);
  }

  /** YAML that lies where nobody reads it is a declaration that does not count. */
  private static void strayFiles(DossierFiles files, Problems problems) {
    for (String name : files.names(".", problems)) {
      boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
      if (yaml && !YAML.contains(name)) {
        problems.warning(
            "PLB-1017",
            Place.of(name),
            "This file is not read.",
            NearestName.among(YAML, name)
                .map(n -> "Did you mean '" + n + "'?")
                .orElse("A dossier has " + String.join(", ", YAML) + " and the folder ixit."));
      }
    }
  }
}
