package dev.plumbline.workbench.product;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.app.Walk;
import dev.plumbline.app.original.OriginalWordings;
import dev.plumbline.app.team.Confirmation;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.ItemId;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.StationItem;
import dev.plumbline.judging.WorkCard;
import dev.plumbline.judging.reuse.ReusableFindings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A dossier that was judged, with its items and what makes their cards. Changes never; what is
 * written makes another.
 *
 * @param inOrder all items, in the order in which to work
 * @param cards makes the card of an item, for whoever shows one: most are never looked at
 * @param items by id
 * @param originals the wording of the standard, as far as the user of this machine has copies
 * @param findings as {@link State#findings}
 */
public record Snapshot(
    Workspace workspace,
    Assessment assessment,
    List<StationItem> inOrder,
    WorkCard.Maker cards,
    Map<ItemId, Judged> items,
    OriginalWordings originals,
    Optional<ReusableFindings> findings)
    implements State {
  public Snapshot {
    inOrder = List.copyOf(inOrder);
    items = Map.copyOf(items);
  }

  static Snapshot of(AssessedDossier judged) {
    Workspace workspace = judged.workspace();
    Assessment assessment = judged.result();
    WorkCard.Maker cards = Walk.cards(assessment, workspace.dossier().observations());
    return new Snapshot(
        workspace,
        assessment,
        StationItem.inOrder(assessment.items(), cards.stations()),
        cards,
        assessment
            .items()
            .collect(
                Collectors.toMap(
                    i -> i.item().id(), Function.identity(), (a, b) -> a, LinkedHashMap::new)),
        OriginalWordings.of(assessment.catalogue().edition().id(), System.getenv()),
        judged.findings());
  }

  /** The dossier with its result, to judge it again. */
  AssessedDossier judged() {
    return new AssessedDossier(workspace, assessment, findings);
  }

  /** The item of that name. */
  public Optional<Judged> item(ItemId id) {
    return Optional.ofNullable(items.get(id));
  }

  /** All that a person needs to decide the item. */
  public WorkCard card(Judged item) {
    return cards.card(item);
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
