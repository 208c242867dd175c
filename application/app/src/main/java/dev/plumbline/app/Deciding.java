package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.DossierWriter;
import dev.plumbline.dossier.EvidenceNote;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records what a person decided about a test item, beside what a machine found. */
public final class Deciding {
  private Deciding() {}

  /**
   * Records a decision.
   *
   * @param before the result before the decision; its basis is what the person judged
   * @param evidence files to keep with it; photos lose what says where and when they were taken
   * @return the decision; empty when the plan has no such item
   */
  public static Optional<Decision> decide(
      Workspace workspace,
      Assessment before,
      ItemId item,
      Finding finding,
      String by,
      List<Path> evidence,
      Instant at)
      throws IOException {
    Optional<Judged> judged = before.items().filter(i -> i.item().id().equals(item)).findFirst();
    if (judged.isEmpty()) {
      return Optional.empty();
    }
    try (DossierWriter writer = workspace.folder().write()) {
      List<Digest> kept = new ArrayList<>();
      for (Path file : evidence) {
        EvidenceNote note =
            new EvidenceNote(
                "For " + item + ": " + file.getFileName(),
                "",
                "",
                "",
                by,
                at,
                workspace.dossier().product().softwareVersion());
        byte[] content = PhotoMetadata.without(Files.readAllBytes(file));
        kept.add(writer.storeEvidence(content, note).sha256());
      }
      Decision decision = new Decision(item, finding, by, at, judged.get().basisDigest(), kept);
      writer.appendDecisions(List.of(decision));
      return Optional.of(decision);
    }
  }
}
