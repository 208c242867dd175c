package dev.plumbline.probes.setupwalk;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.observation.trial.SetupDecision;
import dev.plumbline.observation.trial.SetupWalk;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.UserDecision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ways through the set-up that were taken: one, and more while a row that the driver names was
 * not met and an answer was not taken.
 */
final class SetUpPaths {
  private static final int MOST = 8;

  private final ProbeContext context;
  private final DeviceDriver driver;
  private final List<IxitEntry> rows;
  private final SetUpAnswers answers = new SetUpAnswers();
  private final Map<String, SetupDecision> told = new LinkedHashMap<>();
  private final Map<String, SetupWalk.Met> met = new LinkedHashMap<>();
  private Optional<String> trouble = Optional.empty();
  private int taken;

  SetUpPaths(ProbeContext context, DeviceDriver driver, List<IxitEntry> rows) {
    this.context = context;
    this.driver = driver;
    this.rows = rows;
  }

  SetUpWalk first() {
    return new SetUpWalk(context, driver, answers);
  }

  /** Takes them. The first has begun. */
  void take(SetUpWalk first) throws InterruptedException {
    SetUpWalk walk = first;
    while (true) {
      taken++;
      trouble = walk.go();
      remember(walk);
      if (trouble.isPresent() || taken == MOST || isMet() || !answers.hasMore()) {
        return;
      }
      walk = first();
      trouble = walk.begin();
      if (trouble.isPresent()) {
        return;
      }
    }
  }

  private void remember(SetUpWalk walk) throws InterruptedException {
    for (SetUpQuestion question : walk.met()) {
      met.putIfAbsent(
          question.name(),
          new SetupWalk.Met(
              question.name(),
              named(question).map(UserDecision::row).orElse(""),
              walk.taken().getOrDefault(question.name(), ""),
              taken));
    }
    // Now, while the device holds what was answered on this way.
    for (IxitEntry row : rows) {
      Optional<UserDecision> decision = decision(row);
      if (decision.isPresent() && !told.containsKey(row.id())) {
        UserDecisionTrial meeting = new UserDecisionTrial(row, decision.get(), walk);
        if (meeting.happened()) {
          told.put(row.id(), meeting.fact(trouble.isEmpty()));
        }
      }
    }
  }

  private Optional<UserDecision> named(SetUpQuestion question) {
    return driver.decisions().stream().filter(d -> d.name().equals(question.name())).findFirst();
  }

  /** What the driver has for a row. */
  Optional<UserDecision> decision(IxitEntry row) {
    return driver.decisions().stream().filter(d -> d.row().equals(row.id())).findFirst();
  }

  /** Whether every row that the driver names was met. */
  private boolean isMet() {
    return rows.stream().filter(r -> decision(r).isPresent()).allMatch(r -> told(r).isPresent());
  }

  /** What was seen of a row on the way on which it was met. */
  Optional<SetupDecision> told(IxitEntry row) {
    return Optional.ofNullable(told.get(row.id()));
  }

  /** What was asked, each once, in the order of the asking. */
  List<SetupWalk.Met> met() {
    return List.copyOf(met.values());
  }

  /** A question that the driver gives no row. */
  Optional<String> unnamed() {
    return met.values().stream()
        .filter(m -> m.row().isEmpty())
        .map(SetupWalk.Met::decision)
        .findFirst();
  }

  /** Why the last way did not come to its end; empty where all did. */
  Optional<String> trouble() {
    return trouble;
  }

  /** Why a row that was not met may be asked all the same; empty where it is not. */
  Optional<String> gap() {
    return trouble.or(() -> met.isEmpty() ? Optional.of("it asked nothing at all") : answers.gap());
  }

  int taken() {
    return taken;
  }
}
