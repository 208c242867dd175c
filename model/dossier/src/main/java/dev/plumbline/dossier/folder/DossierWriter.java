package dev.plumbline.dossier.folder;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.EvidenceNote;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Waiver;
import dev.plumbline.dossier.file.Disk;
import dev.plumbline.dossier.file.DossierFiles;
import dev.plumbline.dossier.file.DossierFiles.Need;
import dev.plumbline.dossier.journal.JournalType;
import dev.plumbline.dossier.journal.JournalWriter;
import dev.plumbline.dossier.signed.TeamRecord;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlText;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes to a dossier, alone: as long as it is open, no other process can. What a method has stored
 * when it returns is on the disk. Used by one thread at a time.
 */
public final class DossierWriter implements Closeable {
  static final String RECORD = "record";
  static final String OBSERVATIONS = RECORD + "/observations.jsonl";
  static final String DECISIONS = RECORD + "/decisions.jsonl";
  static final String WAIVERS = RECORD + "/waivers.jsonl";
  static final String TEAM = RECORD + "/team.jsonl";
  static final String LOCK = RECORD + "/.lock";

  /** The byte order mark of UTF-8. */
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Path root;
  private final DossierLock lock;
  private Optional<JournalWriter<Observation>> observations = Optional.empty();
  private Optional<JournalWriter<Decision>> decisions = Optional.empty();
  private Optional<JournalWriter<Waiver>> waivers = Optional.empty();
  private Optional<JournalWriter<TeamRecord>> team = Optional.empty();

  private DossierWriter(Path root, DossierLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /** Another process, or another part of this one, writes to the dossier. */
  public static final class DossierLockedException extends IOException {
    private static final long serialVersionUID = 1L;

    DossierLockedException(Path root) {
      super(
          "A colleague or another Plumbline is saving to "
              + root
              + ", so nothing was saved here. Try again when it is done.");
    }
  }

  /** Somebody changed a file between reading and writing it. */
  public static final class ChangedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String file;

    ChangedFileException(String file) {
      super(file + " was changed since it was read, so nothing was saved.");
      this.file = file;
    }

    /** Which one, relative to the dossier. */
    public String file() {
      return file;
    }
  }

  /**
   * Opens a dossier for writing.
   *
   * @param patience how long to wait for somebody else who writes
   */
  static DossierWriter open(Path root, Duration patience) throws IOException {
    Disk.folder(root.resolve(RECORD));
    return new DossierWriter(root, DossierLock.acquire(root, root.resolve(LOCK), patience));
  }

  /**
   * Appends observations to the journal.
   *
   * @throws IllegalArgumentException if a value is not JSON-like; nothing was written
   * @throws IOException if the journal is broken or cannot be written
   */
  public void appendObservations(List<Observation> records) throws IOException {
    if (observations.isEmpty()) {
      observations =
          Optional.of(
              JournalWriter.open(
                  root.resolve(OBSERVATIONS), OBSERVATIONS, JournalType.OBSERVATION));
    }
    observations.get().append(records);
  }

  /** Appends decisions to the journal. */
  public void appendDecisions(List<Decision> records) throws IOException {
    if (decisions.isEmpty()) {
      decisions =
          Optional.of(JournalWriter.open(root.resolve(DECISIONS), DECISIONS, JournalType.DECISION));
    }
    decisions.get().append(records);
  }

  /** Appends accepted risks to the journal. */
  public void appendWaivers(List<Waiver> records) throws IOException {
    if (waivers.isEmpty()) {
      waivers = Optional.of(JournalWriter.open(root.resolve(WAIVERS), WAIVERS, JournalType.WAIVER));
    }
    waivers.get().append(records);
  }

  /** Appends what people say to each other to the journal. */
  public void appendTeam(List<TeamRecord> records) throws IOException {
    if (team.isEmpty()) {
      team = Optional.of(JournalWriter.open(root.resolve(TEAM), TEAM, JournalType.TEAM));
    }
    team.get().append(records);
  }

  /**
   * Stores a piece of evidence under its digest and lists it in evidence.yaml, whose comments and
   * order stay. Bytes that are listed already are not listed again.
   *
   * @throws IOException if the file cannot be written, or evidence.yaml is broken
   */
  public EvidenceFile storeEvidence(byte[] bytes, EvidenceNote note) throws IOException {
    return store(Digest.of(bytes), note, path -> Disk.evidence(path, bytes));
  }

  /**
   * Copies a file of any size into the evidence, as {@link #storeEvidence(byte[], EvidenceNote)}
   * does.
   *
   * @param digest of the file as it was read
   * @throws IOException if the file was changed since it had that digest, or cannot be copied
   */
  public EvidenceFile storeEvidence(Path file, Digest digest, EvidenceNote note)
      throws IOException {
    return store(digest, note, path -> Disk.copy(file, path, digest));
  }

  /** Puts the bytes of a piece of evidence into its place. */
  @FunctionalInterface
  private interface Placing {
    void at(Path path) throws IOException;
  }

  private EvidenceFile store(Digest digest, EvidenceNote note, Placing placing) throws IOException {
    Problems problems = new Problems();
    DossierFiles files = new DossierFiles(root);
    EvidenceIndex index = new EvidenceReader(files, problems).read();
    EvidenceFile listed = index.files().get(digest.hex());
    if (listed != null && EvidenceStore.holds(files, listed)) {
      return listed;
    }
    EvidenceFile entry =
        new EvidenceFile(
            digest,
            EvidenceReader.FOLDER + "/" + digest.hex(),
            note.what(),
            note.tool(),
            note.toolVersion(),
            note.command(),
            note.operator(),
            note.at(),
            note.softwareVersion());
    Disk.folder(root.resolve(EvidenceReader.FOLDER));
    placing.at(root.resolve(listed == null ? entry.path() : listed.path()));
    if (listed != null) {
      return listed;
    }
    Optional<YamlText> text =
        Files.exists(root.resolve(EvidenceReader.FILE), LinkOption.NOFOLLOW_LINKS)
            ? source(EvidenceReader.FILE)
            : YamlText.of("files: []\n", EvidenceReader.FILE, problems);
    if (text.isEmpty()) {
      throw new IOException(EvidenceReader.FILE + " cannot be read; run 'plumbline check'.");
    }
    replace(EvidenceReader.FILE, text.get().add(YamlPath.of("files"), fields(entry)));
    return entry;
  }

  private Optional<YamlText> source(String file) throws IOException {
    Problems problems = new Problems();
    Optional<YamlText> text =
        new DossierFiles(root)
            .text(file, Need.REQUIRED, problems)
            .flatMap(t -> YamlText.of(t, file, problems));
    if (text.isEmpty()) {
      throw new IOException(
          problems.sorted().stream().findFirst().map(Problem::toString).orElse(file));
    }
    return text;
  }

  private static Map<String, Object> fields(EvidenceFile e) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("sha256", e.sha256().hex());
    fields.put("what", e.what());
    put(fields, "tool", e.tool());
    put(fields, "toolVersion", e.toolVersion());
    put(fields, "command", e.command());
    put(fields, "operator", e.operator());
    fields.put("at", e.at().toString());
    put(fields, "softwareVersion", e.softwareVersion());
    return fields;
  }

  private static void put(Map<String, Object> fields, String key, String text) {
    if (!text.isEmpty()) {
      fields.put(key, text);
    }
  }

  /**
   * Replaces a YAML file of the dossier by an edited text, whole or not at all.
   *
   * @param file relative to the dossier, such as {@code ics.yaml}
   * @throws IllegalArgumentException if the path leads out of the dossier
   * @throws IOException if something other than a regular file lies there
   */
  public void replace(String file, YamlText text) throws IOException {
    replace(file, text.text());
  }

  /**
   * Replaces a text file by an edited text of it: a byte order mark that it begins with stays, so
   * that no byte changes beside those that were edited.
   */
  public void replaceKeepingMark(String file, String text) throws IOException {
    Path path = root.resolve(file);
    boolean marked = false;
    if (DossierFiles.pathFault(file).isEmpty()
        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      try (InputStream in = DossierFiles.open(path)) {
        marked = Arrays.equals(in.readNBytes(MARK.length), MARK);
      }
    }
    replace(file, marked ? "\uFEFF" + text : text);
  }

  /** Replaces a text file, as {@link #replace(String, YamlText)} does. */
  public void replace(String file, String text) throws IOException {
    WholeFile.write(root.resolve(checked(file)), text);
  }

  /**
   * Replaces text files by edited texts of them: all, or none where somebody has changed one of
   * them since it was read.
   *
   * @param before what each said when it was read, by its name relative to the dossier; an empty
   *     text, or none, where it was absent
   * @param after what each is to say
   * @throws ChangedFileException if one says something else now; nothing was written
   * @throws IOException if one is there and cannot be read now; nothing was written
   */
  public void replaceAll(Map<String, String> before, Map<String, String> after) throws IOException {
    DossierFiles files = new DossierFiles(root);
    for (String file : after.keySet()) {
      Problems unread = new Problems();
      Optional<String> now = files.text(file, Need.OPTIONAL, unread);
      if (unread.hasErrors()) {
        throw new IOException(unread.sorted().getFirst().toString());
      }
      if (!now.orElse("").equals(before.getOrDefault(file, ""))) {
        throw new ChangedFileException(file);
      }
    }
    for (Map.Entry<String, String> file : after.entrySet()) {
      replace(file.getKey(), file.getValue());
    }
  }

  /**
   * Removes a text file that was made by mistake; nothing happens where it is absent.
   *
   * @param file relative to the dossier
   * @throws IllegalArgumentException if the path leads out of the dossier
   * @throws IOException if something other than a regular file lies there
   */
  public void remove(String file) throws IOException {
    Files.deleteIfExists(root.resolve(checked(file)));
  }

  /** A path that stays inside the dossier and leads through no link. */
  private String checked(String file) throws IOException {
    Optional<String> fault = DossierFiles.pathFault(file);
    if (fault.isPresent()) {
      throw new IllegalArgumentException("the path '" + file + "' " + fault.get());
    }
    Problems problems = new Problems();
    new DossierFiles(root).regular(file, Need.OPTIONAL, problems);
    if (problems.hasErrors()) {
      throw new IOException(problems.sorted().getFirst().toString());
    }
    return file;
  }

  /**
   * Replaces a file by what two versions of it were joined to, whole or not at all. To be called
   * before anything else is written: a journal that is open for appending is not read again.
   *
   * @param file relative to the dossier, also a journal; made when absent
   * @param before what the joining began with; empty where there was no such file
   * @throws IOException if somebody changed the file since, or no regular file can lie there
   */
  public void replaceJoined(String file, Optional<byte[]> before, byte[] content)
      throws IOException {
    Path path = root.resolve(checked(file));
    boolean there = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    boolean same =
        before.isPresent()
            ? there && Arrays.equals(Files.readAllBytes(path), before.get())
            : !there;
    if (!same) {
      throw new IOException(file + " was changed while it was joined. Try again.");
    }
    Path folder = Optional.ofNullable(Path.of(file).getParent()).orElse(Path.of(""));
    if (DossierFolder.isPrivate(folder)) {
      Disk.folder(root.resolve(folder));
      WholeFile.writePrivately(path, out -> out.write(content));
    } else {
      Files.createDirectories(path.getParent());
      WholeFile.write(path, content);
    }
  }

  /**
   * Copies a file of evidence of another version of the dossier to the place that it has there.
   *
   * @param relative where it lies in both, below {@code evidence/}
   * @throws IOException if another file lies there, or the copy has another digest
   */
  public void copyEvidence(Path from, String relative, Digest digest) throws IOException {
    Path path = root.resolve(checked(relative));
    Disk.folder(root.resolve(EvidenceReader.FOLDER));
    Files.createDirectories(path.getParent());
    Disk.copy(from, path, digest);
  }

  @Override
  public void close() throws IOException {
    try {
      if (observations.isPresent()) {
        observations.get().close();
      }
      if (decisions.isPresent()) {
        decisions.get().close();
      }
      if (waivers.isPresent()) {
        waivers.get().close();
      }
      if (team.isPresent()) {
        team.get().close();
      }
    } finally {
      lock.close();
    }
  }
}
