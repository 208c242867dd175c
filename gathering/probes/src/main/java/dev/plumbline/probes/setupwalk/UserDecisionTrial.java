package dev.plumbline.probes.setupwalk;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.observation.trial.SetupDecision;
import dev.plumbline.probe.UserDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the walk says of one row of the table of user decisions. */
final class UserDecisionTrial {
  private final IxitEntry row;
  private final UserDecision decision;
  private final SetUpWalk walk;
  private final Optional<SetUpQuestion> question;
  private final List<String> gaps = new ArrayList<>();

  UserDecisionTrial(IxitEntry row, UserDecision decision, SetUpWalk walk) {
    this.row = row;
    this.decision = decision;
    this.walk = walk;
    this.question = walk.met().stream().filter(q -> q.name().equals(decision.name())).findFirst();
  }

  /** Whether it was asked. */
  boolean happened() {
    return question.isPresent();
  }

  /**
   * What was seen of it; it has happened.
   *
   * @param whole whether the way on which it was met came to its end
   */
  SetupDecision fact(boolean whole) throws InterruptedException {
    SetUpQuestion asked = question.orElseThrow();
    Optional<Alone> alone = compared(asked);
    String preselected = preselected(asked);
    Optional<String> setting = kept(asked);
    return new SetupDecision(
        true,
        Optional.of((long) walk.met().indexOf(asked) + 1),
        Optional.of(asked.text()),
        Optional.of(asked.options()),
        alone.map(Alone::missing),
        alone.map(Alone::more),
        Optional.of(preselected),
        Optional.of(walk.taken().getOrDefault(asked.name(), "")),
        setting,
        whole,
        gaps);
  }

  /**
   * Options that are on one side alone.
   *
   * @param missing declared and not offered
   * @param more offered and not declared
   */
  private record Alone(List<String> missing, List<String> more) {}

  /** Told only where the driver has a word for each. */
  private Optional<Alone> compared(SetUpQuestion asked) {
    List<String> declared = row.texts("options");
    if (asked.options().isEmpty()) {
      gaps.add("next-decision gives no 'options' that are a plain list of at most 20");
    } else if (declared.isEmpty() || !decision.options().keySet().containsAll(declared)) {
      gaps.add("driver.yaml does not have the device's word for each option of the row");
    } else if (!declared.containsAll(decision.options().keySet())) {
      gaps.add("driver.yaml names an option that the row does not have");
    } else {
      return Optional.of(
          new Alone(
              declared.stream()
                  .filter(o -> !asked.options().contains(decision.options().getOrDefault(o, "")))
                  .toList(),
              asked.options().stream().filter(o -> decision.declared(o).isEmpty()).toList()));
    }
    return Optional.empty();
  }

  /** The option of the row, {@code none}, or {@code unknown}. */
  private String preselected(SetUpQuestion asked) {
    if (asked.preselected().isEmpty()) {
      gaps.add("next-decision gives no 'preselected'");
      return "unknown";
    }
    String word = asked.preselected().get();
    if (word.isEmpty()) {
      return "none";
    }
    Optional<String> declared = decision.declared(word);
    if (declared.isEmpty()) {
      gaps.add("driver.yaml has no option for the word '" + word + "', which is chosen already");
    }
    return declared.orElse("unknown");
  }

  /** Whether the device holds what was chosen; empty where that is not known. */
  private Optional<String> kept(SetUpQuestion asked) throws InterruptedException {
    String taken = walk.taken().getOrDefault(asked.name(), "");
    if (decision.setting().isEmpty() || taken.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> now = walk.setting(decision.setting().get(), taken);
    if (now.isEmpty()) {
      gaps.add("the setting " + decision.setting().get() + " could not be read");
    }
    return now;
  }
}
