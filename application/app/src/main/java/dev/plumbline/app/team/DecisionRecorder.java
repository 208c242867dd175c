package dev.plumbline.app.team;

import dev.plumbline.app.team.CurrentState.JudgedDossier;
import dev.plumbline.app.team.ProposedDecision.Attachment;
import dev.plumbline.app.team.RecordingResult.ItemConflict;
import dev.plumbline.app.version.Version;
import dev.plumbline.core.Digest;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.EvidenceNote;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.dossier.folder.DossierWriter.DossierLockedException;
import dev.plumbline.dossier.signed.Saw;
import dev.plumbline.dossier.signed.Signer;
import dev.plumbline.dossier.signed.TeamRecord.Signoff;
import dev.plumbline.judging.DecidedItems;
import dev.plumbline.judging.Judged;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records signed decisions, each only where the item is still as its author saw it.
 *
 * @param current the dossier as it is now; read while nobody else can write
 * @param patience how long to wait for somebody else who writes
 */
public record DecisionRecorder(
    DossierFolder folder, CurrentState current, Signer signer, Duration patience) {
  /** How long a person waits for a colleague who is saving. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A recorder for a person who waits for a colleague as long as {@link #PATIENCE}. */
  public DecisionRecorder(DossierFolder folder, CurrentState current, Signer signer) {
    this(folder, current, signer, PATIENCE);
  }

  /**
   * Records decisions in one go.
   *
   * @param wanted at most one for an item
   * @throws IOException if the dossier cannot be read or written
   */
  public RecordingResult<Decision> decide(List<ProposedDecision> wanted, Instant at)
      throws IOException {
    try (DossierWriter writer = folder.write(patience)) {
      // The decisions alone come first: most who come too late need no judging to be told.
      List<ItemConflict> overtaken = overtaken(wanted);
      if (!overtaken.isEmpty()) {
        return new RecordingResult.Outdated<>(overtaken);
      }
      JudgedDossier now = current.read();
      Map<ItemId, Judged> items = new HashMap<>();
      now.assessment().items().forEach(i -> items.put(i.item().id(), i));
      List<ItemConflict> changed = new ArrayList<>();
      Map<ProposedDecision, Judged> sound = new LinkedHashMap<>();
      for (ProposedDecision decision : wanted) {
        Optional<Judged> judged = Optional.ofNullable(items.get(decision.item()));
        if (judged.isEmpty()) {
          return new RecordingResult.Refused<>("The plan has no item " + decision.item() + ".");
        }
        if (!judged.get().basisDigest().equals(decision.seen().basis())) {
          changed.add(new ItemConflict(decision.item(), decision.finding(), List.of(), true));
        }
        sound.put(decision, judged.get());
      }
      if (!changed.isEmpty()) {
        return new RecordingResult.Outdated<>(changed);
      }
      List<Decision> decisions = new ArrayList<>();
      for (Map.Entry<ProposedDecision, Judged> entry : sound.entrySet()) {
        ProposedDecision decision = entry.getKey();
        decisions.add(signed(decision, entry.getValue(), keep(decision, now, writer, at), now, at));
      }
      writer.appendDecisions(decisions);
      return new RecordingResult.Stored<>(decisions);
    } catch (DossierLockedException e) {
      return new RecordingResult.Busy<>();
    }
  }

  private List<ItemConflict> overtaken(List<ProposedDecision> wanted) throws IOException {
    DecidedItems now = DecidedItems.of(folder.decisions());
    List<ItemConflict> conflicts = new ArrayList<>();
    for (ProposedDecision decision : wanted) {
      if (!SeenState.standing(now, decision.item()).equals(decision.seen().decisions())) {
        conflicts.add(
            new ItemConflict(
                decision.item(), decision.finding(), now.standing(decision.item()), false));
      }
    }
    return conflicts;
  }

  private Decision signed(
      ProposedDecision wanted, Judged item, List<Digest> evidence, JudgedDossier now, Instant at) {
    Saw grounds = item.grounds().saw();
    List<Digest> records = new ArrayList<>(wanted.seen().decisions());
    now.workspace()
        .dossier()
        .team()
        .signoff()
        .map(Signoff::signed)
        .ifPresent(s -> records.add(s.digest()));
    return Decision.signed(
        wanted.item(),
        wanted.finding(),
        item.basisDigest(),
        evidence,
        wanted.overrules(),
        grounds.with(records).under(now.workspace().dossier().team().policy()),
        signer.inTheNameOf(wanted.by()),
        at);
  }

  private static List<Digest> keep(
      ProposedDecision wanted, JudgedDossier now, DossierWriter writer, Instant at)
      throws IOException {
    List<Digest> kept = new ArrayList<>(wanted.kept());
    String version = now.workspace().dossier().product().softwareVersion();
    for (Attachment file : wanted.attachments()) {
      String about = file.about().isEmpty() ? "" : ", " + file.about();
      String what = "For " + wanted.item() + ": " + file.name() + about;
      Optional<byte[]> copy = PhotoCopy.of(file.content());
      if (copy.isPresent()) {
        EvidenceNote note =
            new EvidenceNote(
                what + ", copy without place and time of " + Digest.of(file.content()).shortForm(),
                "Plumbline",
                Version.NUMBER,
                "",
                wanted.by(),
                at,
                version);
        kept.add(writer.storeEvidence(copy.get(), note).sha256());
        what += ", original";
      }
      EvidenceNote note = new EvidenceNote(what, "", "", "", wanted.by(), at, version);
      kept.add(writer.storeEvidence(file.content(), note).sha256());
    }
    return kept;
  }
}
