package dev.plumbline.app.merge;

import dev.plumbline.app.merge.FileVersions.Sides;
import dev.plumbline.app.merge.MergeReport.Entry;
import dev.plumbline.app.merge.MergeReport.TwoValues;
import dev.plumbline.app.merge.MergeReport.Value;
import dev.plumbline.app.merge.MergedFile.Joined;
import dev.plumbline.app.merge.MergedFile.Unjoined;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Joins another copy of a dossier into this one, such as one that a colleague sent.
 *
 * @param theirs the other copy; nothing is written there
 * @param base what both began with; where it is not known, what only one copy has is kept, and a
 *     row or cell that both have otherwise is a conflict
 */
public record FolderMerge(DossierFolder ours, DossierFolder theirs, Optional<DossierFolder> base) {

  /** Joins what can be joined and writes it. */
  public MergeReport merge(Duration patience) throws IOException {
    TreeSet<String> names = new TreeSet<>(theirs.yamlFiles(new Problems()));
    names.addAll(theirs.journals());
    List<Entry> entries = new ArrayList<>();
    try (DossierWriter writer = ours.write(patience)) {
      evidence(writer, entries);
      for (String name : names) {
        file(name, writer).ifPresent(entries::add);
      }
    }
    return new MergeReport(entries);
  }

  private Optional<Entry> file(String name, DossierWriter writer) throws IOException {
    Optional<byte[]> their = bytes(theirs, name);
    Optional<byte[]> our = bytes(ours, name);
    if (their.isEmpty()) {
      return Optional.empty();
    }
    Optional<byte[]> was = base.isEmpty() ? Optional.empty() : bytes(base.get(), name);
    MergedFile merged =
        our.isEmpty()
            ? added(name, was, their.get())
            : new FileVersions(name, was, our.get(), their.get())
                .merge(new Sides("ours", theirs.directory().toString()));
    if (!(merged instanceof Joined joined)) {
      return Optional.of(new Entry(merged, List.of()));
    }
    if (our.filter(o -> java.util.Arrays.equals(o, joined.content())).isPresent()) {
      return Optional.empty();
    }
    writer.replaceJoined(name, our, joined.content());
    return Optional.of(
        new Entry(
            merged,
            joined.conflicts().stream()
                .map(
                    c ->
                        new TwoValues(
                            c.where(),
                            new Value(c.ours(), List.of()),
                            new Value(c.theirs(), List.of())))
                .toList()));
  }

  /** A file that only theirs has: added there, or removed here. */
  private static MergedFile added(String name, Optional<byte[]> was, byte[] their) {
    return was.isPresent()
        ? new Unjoined(name, "It was removed here, and the other copy still has it.")
        : new Joined(name, their, List.of(), 0);
  }

  private static Optional<byte[]> bytes(DossierFolder folder, String name) throws IOException {
    Optional<Path> file = folder.file(name, new Problems());
    return file.isEmpty() ? Optional.empty() : Optional.of(Files.readAllBytes(file.get()));
  }

  private void evidence(DossierWriter writer, List<Entry> entries) throws IOException {
    for (EvidenceFile file : theirs.evidence().values()) {
      Optional<Path> from = theirs.file(file.path(), new Problems());
      Optional<Path> there = ours.file(file.path(), new Problems());
      if (from.isEmpty() || there.filter(p -> holds(p, file.sha256())).isPresent()) {
        continue;
      }
      if (there.isPresent() || !holds(from.get(), file.sha256())) {
        entries.add(
            new Entry(
                new Unjoined(
                    file.path(),
                    there.isPresent()
                        ? "Another file lies at this place here."
                        : "The other copy's file is not the one that its evidence.yaml lists."),
                List.of()));
        continue;
      }
      writer.copyEvidence(from.get(), file.path(), file.sha256());
    }
  }

  private static boolean holds(Path file, Digest digest) {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Digest.of(in).equals(digest);
    } catch (IOException e) {
      return false;
    }
  }
}
