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
    Made made = new Made(judged.get(), finding, by, evidence);
    return Optional.of(decide(workspace, List.of(made), at).getFirst());
  }

  /**
   * Records that a person overrules the rule that fails an item from the declaration alone.
   *
   * @param because why the rule is wrong about this product
   * @return the decision; empty when the plan has no such item
   */
  public static Optional<Decision> overrule(
      Workspace workspace, Assessment before, ItemId item, String because, String by, Instant at)
      throws IOException {
    Optional<Judged> judged = before.items().filter(i -> i.item().id().equals(item)).findFirst();
    if (judged.isEmpty()) {
      return Optional.empty();
    }
    Decision decision =
        new Decision(
            item, new Finding.Holds(because), by, at, judged.get().basisDigest(), List.of(), true);
    try (DossierWriter writer = workspace.folder().write()) {
      writer.appendDecisions(List.of(decision));
    }
    return Optional.of(decision);
  }

  /**
   * A decision that was made and is to be recorded.
   *
   * @param judged the item as it was judged before
   */
  record Made(Judged judged, Finding finding, String by, List<Path> evidence) {
    Made {
      evidence = List.copyOf(evidence);
    }
  }

  /** Records decisions in one go. */
  static List<Decision> decide(Workspace workspace, List<Made> all, Instant at) throws IOException {
    try (DossierWriter writer = workspace.folder().write()) {
      List<Decision> decisions = new ArrayList<>();
      for (Made made : all) {
        ItemId item = made.judged().item().id();
        List<Digest> kept = new ArrayList<>();
        for (Path file : made.evidence()) {
          EvidenceNote note =
              new EvidenceNote(
                  "For " + item + ": " + file.getFileName(),
                  "",
                  "",
                  "",
                  made.by(),
                  at,
                  workspace.dossier().product().softwareVersion());
          byte[] content = PhotoMetadata.without(Files.readAllBytes(file));
          kept.add(writer.storeEvidence(content, note).sha256());
        }
        decisions.add(
            new Decision(item, made.finding(), made.by(), at, made.judged().basisDigest(), kept));
      }
      writer.appendDecisions(decisions);
      return decisions;
    }
  }
}
