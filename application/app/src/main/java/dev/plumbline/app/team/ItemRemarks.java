package dev.plumbline.app.team;

import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.signed.Team;
import dev.plumbline.dossier.signed.TeamRecord.Assignment;
import dev.plumbline.dossier.signed.TeamRecord.Comment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people said about an item beside their decisions.
 *
 * @param comments in the order of the journal
 * @param assignment the last one, which counts
 */
public record ItemRemarks(List<Comment> comments, Optional<Assignment> assignment) {
  public ItemRemarks {
    comments = List.copyOf(comments);
  }

  /** The remarks on one item. */
  public static ItemRemarks of(Team team, ItemId item) {
    return new ItemRemarks(
        team.all(Comment.class).filter(c -> c.item().equals(item)).toList(),
        Optional.ofNullable(assignments(team).get(item)));
  }

  /** The assignment that counts, of each item that has one. */
  public static Map<ItemId, Assignment> assignments(Team team) {
    Map<ItemId, Assignment> last = new LinkedHashMap<>();
    team.all(Assignment.class).forEach(a -> last.put(a.item(), a));
    return last;
  }
}
