package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.Map;
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
@Decides(v211 = "5.3-15-2c", v313 = "5.3-15A-2c")
public final class IsolationCostsConnectivityAlone implements Check {
  private static final String PHASE = "during";

  @Override
  public List<String> needs() {
    return List.of(Isolation.KEY);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Isolation isolation = Isolation.of(facts);
    Questions questions = isolation.questions();
    Optional<IxitEntry> row = isolation.described();
    for (String cell : List.of("functionsKept", "functionsLost")) {
      if (row.flatMap(r -> r.cell(cell)).isEmpty()) {
        questions.gap("the dossier does not say in '" + cell + "' which functions these are");
      }
    }
    isolation.isolated().ifPresent(o -> functions(row, o, questions));
    return questions.outcome(
        "",
        "Keep what works without a network independent of it, also when the user turns it off.",
        "Isolated, the device says that its main function and all that it is to keep work.");
  }

  private static void functions(Optional<IxitEntry> row, Observation o, Questions questions) {
    Told told = new Told(o, PHASE, "the isolation");
    if (!told.isItsWord()) {
      questions.gap("that read-state tells nothing while the power is away was not seen");
      return;
    }
    told.weigh(Told.FUNCTION, "the main function", questions);
    List<String> kept = row.map(r -> r.texts("functionsKept")).orElse(List.of());
    List<String> lost = row.map(r -> r.texts("functionsLost")).orElse(List.of());
    for (String name : kept) {
      told.weigh(name, "'" + name + "'", questions)
          .ifPresent(
              clause ->
                  row.ifPresent(
                      r ->
                          questions.contradiction(
                              Declared.place(r, "functionsKept"),
                              "'" + name + "' goes on while the device is isolated.",
                              clause + ".",
                              o)));
    }
    if (o.value().get(PHASE) instanceof Map<?, ?> all) {
      all.keySet().stream()
          .map(String::valueOf)
          .filter(n -> !n.equals(Told.FUNCTION) && !kept.contains(n) && !lost.contains(n))
          .filter(n -> told.before(n).equals(Told.WORKS))
          .filter(n -> !told.now(n).equals(Told.WORKS))
          .sorted()
          .forEach(
              n ->
                  questions.gap(
                      "'" + n + "' is lost, and nobody said whether it needs the network"));
    }
  }
}
