package dev.plumbline.workbench.declaration;

import java.util.List;
import java.util.Optional;

/**
 * What the form of every file of the declaration has beside its fields.
 *
 * @param action where the form goes
 * @param preview where it goes to see what would change
 * @param seen digest of the file that the form was made from
 * @param problems at what the form is about, as the file is now
 * @param outlook what would change; empty before anything was asked
 * @param file the lines of the file that the form is about
 * @param saved whether the page follows a save
 * @param undo where the last edit of this browser is undone; empty where there is none
 * @param conflict what the file says now, where it has changed since the form was opened
 */
public record Editing(
    String action,
    String preview,
    String seen,
    List<ProblemView> problems,
    Optional<PreviewView> outlook,
    FileView file,
    boolean saved,
    String undo,
    Optional<Conflict> conflict) {

  /** Two values of fields of a form: what was not saved, and what the file says now. */
  public record Conflict(String what, List<TwoValues> values) {
    /** Where the file has changed since the form was opened. */
    static Conflict of(List<TwoValues> values) {
      return new Conflict(
          "The file has changed since you opened this form, so nothing was saved. Your text is kept"
              + " in the form. Save again to put it in the place of what the file says now.",
          values.stream().filter(v -> !v.yours().equals(v.theirs())).toList());
    }
  }

  /** Two values of one field. */
  public record TwoValues(String name, String yours, String theirs) {}

  /** Another page that a form refers to. */
  public record Link(String label, String path) {}
}
