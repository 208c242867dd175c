package dev.plumbline.app.merge;

import dev.plumbline.app.DossierState;
import dev.plumbline.app.GitRevision;
import dev.plumbline.app.team.DecisionRecorder;
import dev.plumbline.core.disk.Scratch;
import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Joins two versions of a dossier, for whoever waits for a colleague who is saving. */
public final class DossierMerge {
  private DossierMerge() {}

  /**
   * Joins the files that git left with conflicts.
   *
   * @throws IOException if there is no such directory, or it cannot be written
   */
  public static MergeReport ofBranches(Path dossier) throws IOException {
    return BranchMerge.merge(folder(dossier), DecisionRecorder.PATIENCE);
  }

  /**
   * Joins another copy into a dossier.
   *
   * @param base {@code DIR} or {@code DIR@REV} that both began with
   */
  public static MergeReport withCopy(Path dossier, Path copy, Optional<String> base)
      throws IOException {
    DossierFolder ours = folder(dossier);
    DossierFolder theirs = folder(copy);
    if (ours.directory().toRealPath().equals(theirs.directory().toRealPath())) {
      throw new IOException("Both are one directory; name the other copy.");
    }
    if (base.isEmpty()) {
      return new FolderMerge(ours, theirs, Optional.empty()).merge(DecisionRecorder.PATIENCE);
    }
    DossierState began = DossierState.of(base.get());
    if (began.revision().isEmpty()) {
      return new FolderMerge(ours, theirs, Optional.of(folder(began.directory())))
          .merge(DecisionRecorder.PATIENCE);
    }
    Path files = Scratch.ofProcess().folder("base-");
    try {
      GitRevision.of(began.directory(), began.revision().get()).writeTo(files);
      return new FolderMerge(ours, theirs, Optional.of(DossierFolder.at(files)))
          .merge(DecisionRecorder.PATIENCE);
    } finally {
      Scratch.delete(files);
    }
  }

  private static DossierFolder folder(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new IOException("There is no directory " + directory + ".");
    }
    return DossierFolder.at(directory);
  }
}
