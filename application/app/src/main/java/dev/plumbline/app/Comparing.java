package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Severity;
import dev.plumbline.insight.change.Change;
import dev.plumbline.insight.change.DossierDiff;
import dev.plumbline.insight.change.Impact;
import dev.plumbline.judging.Assessment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Compares two states of a dossier, judged for the same day under the same crypto policy. */
public final class Comparing {
  private Comparing() {}

  /**
   * What differs, and which verdicts that touches where neither side has errors.
   *
   * @param before a dossier that could be opened
   * @param after the same
   */
  public static DossierDiff compare(
      Opened before, Opened after, CryptoPolicy policy, LocalDate day) {
    Workspace was = before.workspace().orElseThrow();
    Workspace is = after.workspace().orElseThrow();
    DossierDiff diff = differences(was, is);
    long broken = errors(before) + errors(after);
    if (broken > 0) {
      return diff.withoutVerdicts(
          errors(before)
              + " problems before and "
              + errors(after)
              + " after keep them from being judged; 'plumbline check' shows them");
    }
    return diff.with(Impact.of(judged(was, policy, day), judged(is, policy, day), all(diff)));
  }

  /**
   * What differs between a state of before and a dossier that was judged, and which verdicts that
   * touches where the state of before has no errors.
   *
   * @param before a dossier that could be opened; judged under the crypto policy of the other
   */
  public static DossierDiff compare(Opened before, AssessedDossier after, LocalDate day) {
    Workspace was = before.workspace().orElseThrow();
    DossierDiff diff = differences(was, after.workspace());
    long broken = errors(before);
    return broken > 0
        ? diff.withoutVerdicts(
            broken
                + " problems before keep them from being judged; 'plumbline check' on that state"
                + " shows them")
        : diff.with(
            Impact.of(judged(was, after.result().policy(), day), after.result(), all(diff)));
  }

  /** The same for two dossiers that were judged. */
  public static DossierDiff compare(AssessedDossier before, AssessedDossier after) {
    DossierDiff diff = differences(before.workspace(), after.workspace());
    return diff.with(Impact.of(before.result(), after.result(), all(diff)));
  }

  private static DossierDiff differences(Workspace was, Workspace is) {
    return DossierDiff.of(was.dossier(), was.catalogue(), is.dossier(), is.catalogue());
  }

  private static List<Change> all(DossierDiff diff) {
    List<Change> all = new ArrayList<>(diff.changes());
    all.addAll(diff.testing());
    all.addAll(diff.record());
    return all;
  }

  private static Assessment judged(Workspace workspace, CryptoPolicy policy, LocalDate day) {
    return new Assessor(workspace.catalogue()).judge(workspace.dossier(), policy, day);
  }

  private static long errors(Opened opened) {
    return opened.problems().stream().filter(p -> p.severity() == Severity.ERROR).count();
  }
}
