package dev.plumbline.workbench.page;

import dev.plumbline.core.Problems;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that evidence.yaml of a dossier, or of its base, lists.
 *
 * @param folder of the dossier that lists it
 * @param size in bytes
 */
record ListedEvidence(EvidenceFile entry, DossierFolder folder, long size) {

  /**
   * The file of a digest.
   *
   * @param hex as an address names it; nothing is looked up that is not listed
   * @throws Refusal if there is none
   */
  static ListedEvidence find(Snapshot snapshot, String hex) throws IOException {
    DossierFolder own = snapshot.workspace().folder();
    Optional<EvidenceFile> listed =
        Optional.ofNullable(snapshot.workspace().dossier().evidence().get(hex));
    if (listed.isPresent()) {
      return of(listed.get(), own);
    }
    DossierFolder base = snapshot.workspace().base().orElseThrow(Refusal::absent);
    return of(Optional.ofNullable(base.evidence().get(hex)).orElseThrow(Refusal::absent), base);
  }

  private static ListedEvidence of(EvidenceFile entry, DossierFolder folder) throws IOException {
    Path file = folder.file(entry.path(), new Problems()).orElseThrow(Refusal::absent);
    return new ListedEvidence(entry, folder, Files.size(file));
  }

  /**
   * A stretch of the file, if the whole file has its digest.
   *
   * @throws Refusal 409 if the file was changed since it was listed
   */
  byte[] read(long from, long length) {
    return folder
        .readEvidence(new EvidenceRef(entry.sha256(), from, length), new Problems())
        .orElseThrow(
            () ->
                new Refusal(
                    409, "The file was changed since it was listed.", "Run plumbline check."));
  }
}
