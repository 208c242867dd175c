package dev.plumbline.checks.resilience;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.trial.OutageIsolation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One isolation of the device by the described way, with what the dossier says of it. */
final class Isolation {
  private static final TableRole SUPPORT = TableRole.REPLACEMENT_SUPPORT;
  private static final String DUT = "DUT";
  private static final String ON_NETWORK = "on-network";
  private static final String WAY = "isolation";
  private static final String BY = "isolationBy";
  private static final Remedy RUN = new Remedy.RunProbe(List.of("outages"));

  private final Optional<IxitEntry> described;
  private final String table;
  private final Optional<Facts.Seen<OutageIsolation>> trial;
  private final Questions questions = new Questions();
  private final Questions.Asked asked;

  private Isolation(Facts facts) {
    this.described = Declared.of(facts).table(SUPPORT).stream().findFirst();
    this.table = Declared.of(facts).name(SUPPORT);
    this.trial = facts.seen(OutageIsolation.class, DUT).stream().findFirst();
    this.asked = questions.ask("Does the described way take the device off its network?", DUT);
  }

  /** Takes note of what was not declared or not seen. */
  static Isolation of(Facts facts) {
    Isolation isolation = new Isolation(facts);
    Optional<Observation> answer =
        facts.observations(OutageIsolation.class, DUT).stream().findFirst();
    answer.ifPresent(isolation.questions::restsOn);
    isolation.declaration();
    isolation.look(answer);
    return isolation;
  }

  private void declaration() {
    Questions.Asked way = questions.ask("Does the dossier describe the isolation?", table);
    if (described.filter(d -> !d.text(WAY).isBlank()).isEmpty()) {
      way.left(
          table + " describes no isolation",
          new Remedy.ChangeDeclaration(table, "describe the way in '" + WAY + "'"));
    } else if (!described.map(d -> d.text(BY)).orElse("").equals("off-network")) {
      way.left(
          table + " does not say that the isolation takes the device off its network",
          new Remedy.ChangeDeclaration(table, "state '" + BY + "'"));
    } else {
      way.answeredBy(described.get(), WAY, "it is to take the device off its network");
    }
  }

  private void look(Optional<Observation> answer) {
    if (answer.isEmpty()) {
      asked.left("nobody isolated the device", RUN);
    } else if (trial.isEmpty()) {
      asked.left(answer.get().reason(), RUN);
    } else if (!trial.get().fact().control()) {
      asked.left("the device was not isolated", RUN);
    } else {
      network(trial.get());
      SelfReport.whole(answer.get(), trial.get().fact().gaps(), questions);
    }
  }

  /**
   * No endpoint that answers is not enough: the device may go on calling others. What the network's
   * own devices say counts where it changed with the isolation.
   */
  private void network(Facts.Seen<OutageIsolation> isolated) {
    SelfReport told = told(isolated);
    String before = told.before(ON_NETWORK);
    String during = told.now(ON_NETWORK);
    List<String> silent = isolated.fact().endpoints().orElse(List.of());
    if (silent.isEmpty() || isolated.fact().seconds().orElse(0L) == 0) {
      asked.left(
          "which endpoints of the device fell silent, and for how long, is not recorded", RUN);
    }
    if (!before.equals("yes") || !during.equals("no")) {
      asked.left(
          "that the network no longer has the device was not seen: read-state gives '"
              + ON_NETWORK
              + "' as '"
              + before
              + "' before the isolation and '"
              + during
              + "' during it",
          SelfReport.READ);
    }
    asked.answered(
        isolated.observation(),
        String.join(", ", silent)
            + " were silent for "
            + isolated.fact().seconds().orElse(0L)
            + " s, and the network no longer had the device");
  }

  /** What the device told before the isolation and during it. */
  static SelfReport told(Facts.Seen<OutageIsolation> isolated) {
    return new SelfReport(
        isolated.observation(),
        isolated.fact().before().orElse(Map.of()),
        isolated.fact().during().orElse(Map.of()),
        "during",
        "the isolation");
  }

  /** The name of the table that describes it. */
  String table() {
    return table;
  }

  Questions questions() {
    return questions;
  }

  /** A device that could not be isolated. */
  void refuted(Observation shows, String clause) {
    asked.refuted(shows, clause);
    described
        .filter(d -> !d.text(WAY).isBlank())
        .ifPresent(
            d -> questions.contradiction(Declared.place(d, WAY), d.text(WAY), clause + ".", shows));
  }

  /** The trial, where the device did not go. */
  Optional<Facts.Seen<OutageIsolation>> resisted() {
    return trial.filter(t -> !t.fact().control());
  }

  /** The trial, where nothing was heard of the device from the isolation to its end. */
  Optional<Facts.Seen<OutageIsolation>> isolated() {
    return trial.filter(t -> t.fact().control());
  }

  Optional<IxitEntry> described() {
    return described;
  }
}
