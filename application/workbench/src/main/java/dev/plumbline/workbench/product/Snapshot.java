package dev.plumbline.workbench.product;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.Walk;
import dev.plumbline.app.original.OriginalWordings;
import dev.plumbline.app.team.Confirmation;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.ItemId;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.WorkCard;
import dev.plumbline.judging.reuse.ReusableFindings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A dossier that was judged, with the cards of its items. Changes never; what is written makes
 * another.
 *
 * @param cards of all items, station by station
 * @param items by id
 * @param originals the wording of the standard, as far as the user of this machine has copies
 * @param findings as {@link State#findings}
 */
public record Snapshot(
    Workspace workspace,
    Assessment assessment,
    List<WorkCard> cards,
    Map<ItemId, Judged> items,
    OriginalWordings originals,
    Optional<ReusableFindings> findings)
    implements State {
  public Snapshot {
    cards = List.copyOf(cards);
    items = Map.copyOf(items);
  }

  static Snapshot of(AssessedDossier judged) {
    Workspace workspace = judged.workspace();
    Assessment assessment = judged.result();
    return new Snapshot(
        workspace,
        assessment,
        Walk.ofAll(assessment, workspace.dossier().observations()).cards(),
        assessment
            .items()
            .collect(
                Collectors.toMap(
                    i -> i.item().id(), Function.identity(), (a, b) -> a, LinkedHashMap::new)),
        OriginalWordings.of(assessment.catalogue().edition().id(), System.getenv()),
        judged.findings());
  }

  /** The item of that name. */
  public Optional<Judged> item(ItemId id) {
    return Optional.ofNullable(items.get(id));
  }

  /** The item of that card. */
  public Judged item(WorkCard card) {
    return item(card.item()).orElseThrow();
  }

  /** How many items wait for a person's decision. */
  public int waiting() {
    return (int) items.values().stream().filter(Walk::waits).count();
  }

  /** How many items were searched and wait for a confirmation. */
  public int searched() {
    return (int) items.values().stream().filter(Confirmation::isOpen).count();
  }
}
