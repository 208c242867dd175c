package dev.plumbline.probes.setupwalk;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.probe.UserDecision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the walk says of one row of the table of user decisions. */
final class Meeting {
  private final IxitEntry row;
  private final UserDecision decision;
  private final Walk walk;
  private final Optional<Question> question;
  private final List<String> gaps = new ArrayList<>();

  Meeting(IxitEntry row, UserDecision decision, Walk walk) {
    this.row = row;
    this.decision = decision;
    this.walk = walk;
    this.question = walk.met().stream().filter(q -> q.name().equals(decision.name())).findFirst();
  }

  /** Whether it was asked. */
  boolean happened() {
    return question.isPresent();
  }

  /** What could not be compared, and why; whole once {@link #value} was asked. */
  List<String> gaps() {
    return List.copyOf(gaps);
  }

  Map<String, Object> value() throws InterruptedException {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("asked", happened());
    if (question.isEmpty()) {
      return value;
    }
    Question asked = question.get();
    value.put("position", (long) walk.met().indexOf(asked) + 1);
    value.put("text", asked.text());
    value.put("offered", asked.options());
    compareOptions(asked, value);
    value.put("preselected", preselected(asked));
    value.put("taken", walk.taken().getOrDefault(asked.name(), ""));
    keeps(asked, value);
    return value;
  }

  /** Options that are on one side alone; told only where the driver has a word for each. */
  private void compareOptions(Question asked, Map<String, Object> value) {
    List<String> declared = row.texts("options");
    if (asked.options().isEmpty()) {
      gaps.add("next-decision gives no 'options' that are a plain list of at most 20");
    } else if (declared.isEmpty() || !decision.options().keySet().containsAll(declared)) {
      gaps.add("driver.yaml does not have the device's word for each option of the row");
    } else if (!declared.containsAll(decision.options().keySet())) {
      gaps.add("driver.yaml names an option that the row does not have");
    } else {
      value.put(
          "missing",
          declared.stream()
              .filter(o -> !asked.options().contains(decision.options().getOrDefault(o, "")))
              .toList());
      value.put(
          "more", asked.options().stream().filter(o -> decision.declared(o).isEmpty()).toList());
    }
  }

  /** The option of the row, {@code none}, or {@code unknown}. */
  private String preselected(Question asked) {
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

  /** Whether the device holds what was chosen. */
  private void keeps(Question asked, Map<String, Object> value) throws InterruptedException {
    String taken = walk.taken().getOrDefault(asked.name(), "");
    if (decision.setting().isEmpty() || taken.isEmpty()) {
      return;
    }
    Optional<String> now = walk.setting(decision.setting().get(), taken);
    now.ifPresentOrElse(
        n -> value.put("setting", n),
        () -> gaps.add("the setting " + decision.setting().get() + " could not be read"));
  }
}
