package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.dossier.Observation;
import dev.plumbline.insight.change.DossierDiff;
import dev.plumbline.insight.change.Retest;
import dev.plumbline.insight.change.Retests;
import dev.plumbline.insight.change.Touched;
import dev.plumbline.insight.change.VerdictChange;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What has to be tested again, because what it rests on changed.
 *
 * @param took how long each probe took last time, by its id
 */
public record DueRetests(List<Retest> again, Map<String, Duration> took) {
  public DueRetests {
    again = List.copyOf(again);
    took = Map.copyOf(took);
  }

  /** What is due by the dossier as it is. */
  public static DueRetests of(AssessedDossier now) {
    return of(now, List.of());
  }

  /**
   * The same, with what changed since a state of before as a reason.
   *
   * @param before a state that could be opened
   */
  public static DueRetests since(AssessedDossier now, Opened before, LocalDate day) {
    return since(now, Comparing.compare(before, now, day));
  }

  /** The same by what was found to differ. */
  public static DueRetests since(AssessedDossier now, DossierDiff differences) {
    return of(now, differences.verdicts().map(VerdictChange::items).orElse(List.of()));
  }

  private static DueRetests of(AssessedDossier now, List<Touched> touched) {
    List<Observation> journal = now.workspace().dossier().observations();
    return new DueRetests(Retests.of(now.result(), journal, touched), Retests.durations(journal));
  }
}
