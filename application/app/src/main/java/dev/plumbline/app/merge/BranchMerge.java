package dev.plumbline.app.merge;

import dev.plumbline.app.git.GitCommand;
import dev.plumbline.app.merge.FileVersions.Sides;
import dev.plumbline.app.merge.MergeReport.Entry;
import dev.plumbline.app.merge.MergeReport.TwoValues;
import dev.plumbline.app.merge.MergeReport.Value;
import dev.plumbline.app.merge.MergedFile.Joined;
import dev.plumbline.app.merge.MergedFile.Unjoined;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.yaml.MergedText.Conflict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Joins the files of a dossier that git left with conflicts. Where a file has marks, what stands
 * there now is joined, so that what a person mended by hand stays; git says what both began with.
 */
public final class BranchMerge {
  private static final Sides SIDES = new Sides("ours", "theirs");
  private static final int BASE = 1;
  private static final int OURS = 2;
  private static final int THEIRS = 3;

  private final DossierFolder folder;
  private final GitCommand git;

  private BranchMerge(DossierFolder folder) {
    this.folder = folder;
    this.git = new GitCommand(folder.directory());
  }

  /**
   * Joins what can be joined and writes it. Nothing is told to git: people look at the files and
   * add them.
   *
   * @param patience how long to wait for somebody who is saving
   */
  public static MergeReport merge(DossierFolder folder, Duration patience) throws IOException {
    return new BranchMerge(folder).merge(patience);
  }

  private MergeReport merge(Duration patience) throws IOException {
    Map<String, UnmergedPath> unmerged = new LinkedHashMap<>();
    if (isRepository()) {
      UnmergedPath.below(git).forEach(u -> unmerged.put(u.path(), u));
    }
    TreeSet<String> names = new TreeSet<>(unmerged.keySet());
    names.addAll(folder.yamlFiles(new Problems()));
    names.addAll(folder.journals());
    List<Entry> entries = new ArrayList<>();
    try (DossierWriter writer = folder.write(patience)) {
      for (String name : names) {
        file(name, Optional.ofNullable(unmerged.get(name)), writer).ifPresent(entries::add);
      }
    }
    return new MergeReport(entries);
  }

  private boolean isRepository() throws IOException {
    Path above = folder.directory().toRealPath();
    while (!Files.exists(above.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
      Optional<Path> parent = Optional.ofNullable(above.getParent());
      if (parent.isEmpty()) {
        return false;
      }
      above = parent.get();
    }
    return true;
  }

  private Optional<Entry> file(String name, Optional<UnmergedPath> unmerged, DossierWriter writer)
      throws IOException {
    Optional<Path> path = folder.file(name, new Problems());
    if (path.isEmpty()) {
      return unmerged.map(u -> unjoined(name, "One branch removed this file. Choose by hand."));
    }
    byte[] now = Files.readAllBytes(path.get());
    Optional<MarkedText> marked = MarkedText.of(new String(now, StandardCharsets.UTF_8));
    Optional<byte[]> base = version(unmerged, BASE);
    Optional<byte[]> ours = version(unmerged, OURS);
    Optional<byte[]> theirs = version(unmerged, THEIRS);
    FileVersions versions;
    Sides sides = SIDES;
    if (marked.isPresent()) {
      MarkedText m = marked.get();
      versions = new FileVersions(name, base, bytes(m.ours()), bytes(m.theirs()));
      sides = new Sides(m.oursName(), m.theirsName());
    } else if (ours.filter(o -> Arrays.equals(o, now)).isPresent() && theirs.isPresent()) {
      versions = new FileVersions(name, base, now, theirs.get());
    } else if (unmerged.isPresent() && (ours.isEmpty() || theirs.isEmpty())) {
      return Optional.of(unjoined(name, "One branch removed this file. Choose by hand."));
    } else {
      return Optional.empty();
    }
    MergedFile merged = versions.merge(sides);
    if (merged instanceof Joined whole && whole.isWhole() && marked.isPresent()) {
      return Optional.of(
          unjoined(name, "Its versions cannot be read as YAML, so the marks of git stay."));
    }
    if (merged instanceof Joined joined) {
      writer.replaceJoined(name, Optional.of(now), joined.content());
    }
    return Optional.of(new Entry(merged, values(merged, unmerged)));
  }

  private static Entry unjoined(String name, String why) {
    return new Entry(new Unjoined(name, why), List.of());
  }

  private Optional<byte[]> version(Optional<UnmergedPath> unmerged, int stage) throws IOException {
    return unmerged.isEmpty() ? Optional.empty() : unmerged.get().version(stage, git);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<TwoValues> values(MergedFile merged, Optional<UnmergedPath> unmerged)
      throws IOException {
    if (!(merged instanceof Joined joined) || joined.conflicts().isEmpty()) {
      return List.of();
    }
    LineAuthors ours = LineAuthors.NONE;
    LineAuthors theirs = LineAuthors.NONE;
    if (unmerged.isPresent()) {
      ours = LineAuthors.ours(git, merged.file());
      theirs = LineAuthors.theirs(git, merged.file());
    }
    List<TwoValues> values = new ArrayList<>();
    for (Conflict c : joined.conflicts()) {
      values.add(
          new TwoValues(
              c.where(),
              new Value(c.ours(), ours.of(c.ours())),
              new Value(c.theirs(), theirs.of(c.theirs()))));
    }
    return values;
  }
}
