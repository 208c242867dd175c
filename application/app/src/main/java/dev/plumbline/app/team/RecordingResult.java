package dev.plumbline.app.team;

import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import java.util.List;

/**
 * What became of records that a person wanted to add: all of them or none.
 *
 * @param <T> the kind of record
 */
public sealed interface RecordingResult<T> {
  /** They are on the disk. */
  record Stored<T>(List<T> records) implements RecordingResult<T> {
    public Stored {
      records = List.copyOf(records);
    }
  }

  /** Nothing was stored: the person saw an older state of these items. */
  record Outdated<T>(List<ItemConflict> conflicts) implements RecordingResult<T> {
    public Outdated {
      conflicts = List.copyOf(conflicts);
    }
  }

  /** Nothing was stored: somebody else was writing the whole time. */
  record Busy<T>() implements RecordingResult<T> {}

  /**
   * Nothing was stored: it is not allowed, or about something that is not there.
   *
   * @param why as a sentence
   */
  record Refused<T>(String why) implements RecordingResult<T> {}

  /**
   * Two values for one item.
   *
   * @param yours what was to be recorded
   * @param theirs the decisions that stand on record now, with their authors; as seen where only
   *     the grounds changed
   * @param groundsChanged whether what the item rests on changed since it was seen
   */
  record ItemConflict(ItemId item, Finding yours, List<Decision> theirs, boolean groundsChanged) {
    public ItemConflict {
      theirs = List.copyOf(theirs);
    }
  }
}
