package dev.plumbline.dossier.folder;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.RecordState;
import dev.plumbline.dossier.RecordState.JournalState;
import dev.plumbline.dossier.file.DossierFiles;
import dev.plumbline.dossier.file.DossierFiles.Need;
import dev.plumbline.dossier.journal.Journal;
import dev.plumbline.dossier.journal.JournalLine;
import dev.plumbline.dossier.journal.JournalLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how far the record has come, line by line, whatever the lines say. */
public final class RecordReader {
  static final List<String> JOURNALS =
      List.of(
          DossierWriter.OBSERVATIONS,
          DossierWriter.DECISIONS,
          DossierWriter.WAIVERS,
          DossierWriter.TEAM);

  private final DossierFiles files;

  RecordReader(DossierFiles files) {
    this.files = files;
  }

  RecordState read() throws IOException {
    List<JournalState> journals = new ArrayList<>();
    for (String name : JOURNALS) {
      Optional<Path> file = files.regular(name, Need.OPTIONAL, new Problems());
      if (file.isPresent()) {
        journals.add(state(file.get(), name));
      }
    }
    Optional<Path> index = files.regular(EvidenceReader.FILE, Need.OPTIONAL, new Problems());
    Optional<Digest> digest = Optional.empty();
    if (index.isPresent()) {
      try (InputStream in = DossierFiles.open(index.get())) {
        digest = Optional.of(Digest.of(in));
      }
    }
    Map<String, Digest> evidence = new LinkedHashMap<>();
    new EvidenceReader(files, new Problems())
        .read()
        .files()
        .forEach((hex, file) -> evidence.put(hex, entry(file)));
    return new RecordState(journals, digest, evidence);
  }

  private static Digest entry(EvidenceFile f) {
    return Digest.ofParts(
        List.of(
            f.sha256().hex(),
            f.path(),
            f.what(),
            f.tool(),
            f.toolVersion(),
            f.command(),
            f.operator(),
            f.at().toString(),
            f.softwareVersion()));
  }

  private static JournalState state(Path file, String name) throws IOException {
    Ends ends = ends(file, Long.MAX_VALUE);
    Digest sha256;
    try (InputStream in = DossierFiles.open(file)) {
      sha256 = Digest.of(in);
    }
    return new JournalState(
        name, ends.lines(), Files.size(file), sha256, ends.head(), ends.before());
  }

  /** The last two of the first lines of a journal; empty where there is no such file. */
  Optional<Ends> ends(String name, long most) throws IOException {
    Optional<Path> file = files.regular(name, Need.OPTIONAL, new Problems());
    return file.isPresent() ? Optional.of(ends(file.get(), most)) : Optional.empty();
  }

  /**
   * Digests of the last line read and of the one before it.
   *
   * @param lines how many were read
   */
  record Ends(long lines, Digest head, Digest before) {}

  private static Ends ends(Path file, long most) throws IOException {
    long count = 0;
    Digest head = Journal.START;
    Digest before = Journal.START;
    try (InputStream in = DossierFiles.open(file)) {
      JournalLines lines = new JournalLines(in);
      while (count < most) {
        JournalLines.Line line = lines.next();
        if (!isWhole(line)) {
          break;
        }
        before = head;
        head = Digest.of(line.bytes());
        count++;
      }
    }
    return new Ends(count, head, before);
  }

  private static boolean isWhole(JournalLines.Line line) {
    return switch (line.ending()) {
      case LINE_FEED -> true;
      case FILE -> JournalLine.isWhole(line.bytes());
      case NOTHING, TOO_LONG -> false;
    };
  }
}
