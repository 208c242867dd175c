package dev.plumbline.app.merge;

import dev.plumbline.yaml.MergedText.Conflict;
import java.util.List;

/** What became of a file of which there were two versions. */
public sealed interface MergedFile {
  /** The file, relative to the dossier. */
  String file();

  /**
   * It is one file again.
   *
   * @param content with marks around what a person has to choose from
   * @param conflicts what a person has to choose from
   * @param added records of theirs that a journal of ours did not have
   */
  @SuppressWarnings("ArrayRecordComponent") // written once, never compared
  record Joined(String file, byte[] content, List<Conflict> conflicts, long added)
      implements MergedFile {
    public Joined {
      conflicts = List.copyOf(conflicts);
    }

    /** Whether nothing could be told apart: the text is one conflict from first to last line. */
    boolean isWhole() {
      return conflicts.size() == 1 && conflicts.getFirst().where().isEmpty();
    }
  }

  /**
   * It stays as ours has it.
   *
   * @param why as a sentence
   */
  record Unjoined(String file, String why) implements MergedFile {}

  /** Whether a person has to do something about it. */
  default boolean isOpen() {
    return switch (this) {
      case Joined j -> !j.conflicts().isEmpty();
      case Unjoined u -> true;
    };
  }
}
