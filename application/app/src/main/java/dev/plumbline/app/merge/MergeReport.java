package dev.plumbline.app.merge;

import java.util.List;

/**
 * What became of the files of a dossier of which there were two versions.
 *
 * @param files in the order of their names
 */
public record MergeReport(List<Entry> files) {
  public MergeReport {
    files = List.copyOf(files);
  }

  /**
   * A file.
   *
   * @param values what a person has to choose from, in the order of the file
   */
  public record Entry(MergedFile merged, List<TwoValues> values) {
    public Entry {
      values = List.copyOf(values);
    }
  }

  /**
   * Two values of one place.
   *
   * @param where keys and ids, such as {@code entries/AuthMech-1/description}; empty for the whole
   */
  public record TwoValues(String where, Value ours, Value theirs) {}

  /**
   * A value.
   *
   * @param text as it stands in the file; empty where this side removed it
   * @param by who wrote it, as git knows it; nobody where it does not
   */
  public record Value(String text, List<String> by) {
    public Value {
      by = List.copyOf(by);
    }
  }

  /** Whether a person has to do something about a file. */
  public boolean isOpen() {
    return files.stream().anyMatch(f -> f.merged().isOpen());
  }
}
