package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import java.util.List;
import java.util.Optional;

/** One isolation of the device by the described way, with what the dossier says of it. */
final class Isolation {
  static final String KEY = "outage.isolation";

  private static final int SUPPORT = 9;
  private static final String ON_NETWORK = "on-network";

  private final Optional<IxitEntry> described;
  private final Optional<Observation> trial;
  private final Questions questions = new Questions();

  private Isolation(Optional<IxitEntry> described, Optional<Observation> trial) {
    this.described = described;
    this.trial = trial;
  }

  /** Takes note of what was not declared or not seen. */
  static Isolation of(Facts facts) {
    Optional<IxitEntry> described = Declared.of(facts).table(SUPPORT).stream().findFirst();
    Optional<Observation> answer = facts.observations(KEY, "DUT").stream().findFirst();
    Isolation isolation = new Isolation(described, answer.filter(Observation::seen));
    answer.ifPresent(isolation.questions::restsOn);
    isolation.look(answer, Declared.of(facts).name(SUPPORT));
    return isolation;
  }

  private void look(Optional<Observation> answer, String table) {
    if (described.filter(d -> !d.text("isolation").isBlank()).isEmpty()) {
      questions.gap(table + " describes no isolation");
    }
    if (!described.map(d -> d.text("isolationBy")).orElse("").equals("off-network")) {
      questions.gap(table + " does not say that the isolation takes the device off its network");
    }
    if (answer.isEmpty()) {
      questions.gap("nobody isolated the device");
    } else if (!answer.get().seen()) {
      questions.gap(answer.get().reason());
    } else if (isolated().isEmpty()) {
      questions.gap("the device was not isolated");
    } else {
      network(answer.get());
      if (answer.get().coverage().get("gaps") instanceof List<?> gaps) {
        gaps.forEach(g -> questions.gap(String.valueOf(g)));
      }
    }
  }

  /**
   * No endpoint that answers is not enough: the device may go on calling others. What the network's
   * own devices say counts where it changed with the isolation.
   */
  private void network(Observation o) {
    Told told = new Told(o, "during", "the isolation");
    String before = told.before(ON_NETWORK);
    String during = told.now(ON_NETWORK);
    if (!before.equals("yes") || !during.equals("no")) {
      questions.gap(
          "that the network no longer has the device was not seen: read-state gives '"
              + ON_NETWORK
              + "' as '"
              + before
              + "' before the isolation and '"
              + during
              + "' during it");
    }
  }

  Questions questions() {
    return questions;
  }

  /** The trial, whatever came of it. */
  Optional<Observation> trial() {
    return trial;
  }

  /** The trial, where nothing was heard of the device from the isolation to its end. */
  Optional<Observation> isolated() {
    return trial.filter(o -> Told.controlled(o, "control"));
  }

  Optional<IxitEntry> described() {
    return described;
  }
}
