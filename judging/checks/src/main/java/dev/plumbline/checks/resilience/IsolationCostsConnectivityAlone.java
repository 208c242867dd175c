package dev.plumbline.checks.resilience;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.trial.OutageIsolation;
import java.util.List;
import java.util.Optional;

/**
 * Taken off its network by the described way, the device keeps its main function and loses nothing
 * but what needs the network.
 *
 * <p>Why this is enough for a PASS: the dossier names every function as kept or as needing the
 * network; in each reading during the isolation the device itself says that the main function and
 * all those that are to be kept work, and nothing that it told of before is lost beyond those that
 * need the network. A reading counts as its word only where none comes without power. The other
 * way, an environment of its own, whose other devices would have to stay intact, is left to a
 * person; and so is, on paper, whether what is said to need the network does.
 */
public final class IsolationCostsConnectivityAlone implements Check {
  private static final String KEPT = "functionsKept";
  private static final String LOST = "functionsLost";

  @Override
  public List<String> needs() {
    return List.of(Kinds.key(OutageIsolation.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Isolation isolation = Isolation.of(facts);
    Questions questions = isolation.questions();
    String table = isolation.table();
    Optional<IxitEntry> row = isolation.described();
    for (String cell : List.of(KEPT, LOST)) {
      Questions.Asked declared =
          questions.ask("Does the dossier name the functions in '" + cell + "'?", table);
      row.filter(r -> r.cell(cell).isPresent())
          .ifPresentOrElse(
              r -> declared.answeredBy(r, cell, "these: " + r.texts(cell)),
              () ->
                  declared.left(
                      "the dossier does not say in '" + cell + "' which functions these are",
                      new Remedy.ChangeDeclaration(table, "state '" + cell + "'")));
    }
    isolation.isolated().ifPresent(t -> functions(row, table, t, questions));
    return questions.outcome(
        "",
        "Keep what works without a network independent of it, also when the user turns it off.",
        "Isolated, the device says that its main function and all that it is to keep work.");
  }

  private static void functions(
      Optional<IxitEntry> row,
      String table,
      Facts.Seen<OutageIsolation> trial,
      Questions questions) {
    if (!SelfReport.isItsWord(
        trial.observation(), trial.fact().readingEnds().orElse(false), questions)) {
      return;
    }
    SelfReport told = Isolation.told(trial);
    told.weigh(SelfReport.FUNCTION, "the main function", questions);
    List<String> kept = row.map(r -> r.texts(KEPT)).orElse(List.of());
    List<String> lost = row.map(r -> r.texts(LOST)).orElse(List.of());
    for (String name : kept) {
      told.weigh(name, "'" + name + "'", questions)
          .ifPresent(
              clause ->
                  row.ifPresent(
                      r ->
                          questions.contradiction(
                              Declared.place(r, KEPT),
                              "'" + name + "' goes on while the device is isolated.",
                              clause + ".",
                              trial.observation())));
    }
    losses(told, kept, lost, table, questions);
  }

  /** What the device told of before and tells otherwise now, or tells no more, is lost. */
  private static void losses(
      SelfReport told, List<String> kept, List<String> lost, String table, Questions questions) {
    Questions.Asked none =
        questions.ask("Is nothing lost but what needs the network?", told.shows().subject());
    told.before().keySet().stream()
        .filter(n -> !n.equals(SelfReport.FUNCTION) && !kept.contains(n) && !lost.contains(n))
        .filter(
            n -> told.before(n).equals(SelfReport.WORKS) && !told.now(n).equals(SelfReport.WORKS))
        .sorted()
        .forEach(
            n ->
                none.left(
                    "'" + n + "' is lost, and nobody said whether it needs the network",
                    new Remedy.ChangeDeclaration(table, "name '" + n + "' in '" + LOST + "'")));
    none.answered(
        told.shows(), "what worked before still does, or is said to need the network: " + lost);
  }
}
