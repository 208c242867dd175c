package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.dossier.Observation;
import dev.plumbline.insight.change.Retest;
import dev.plumbline.insight.change.Retests;
import dev.plumbline.insight.change.Touched;
import dev.plumbline.insight.change.Verdicts;
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
   * @param opened the state that was assessed
   */
  public static DueRetests since(
      AssessedDossier now, Opened before, Opened opened, PolicyChoice policy, LocalDate day) {
    return of(
        now,
        Comparing.compare(before, opened, policy.policy(), day)
            .verdicts()
            .map(Verdicts::items)
            .orElse(List.of()));
  }

  private static DueRetests of(AssessedDossier now, List<Touched> touched) {
    List<Observation> journal = now.workspace().dossier().observations();
    return new DueRetests(Retests.of(now.result(), journal, touched), Retests.durations(journal));
  }
}
