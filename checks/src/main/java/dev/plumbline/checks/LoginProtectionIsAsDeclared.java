package dev.plumbline.checks;

import dev.plumbline.core.Finding;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Contradiction;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The login that guards a service is protected by the cryptography that its row declares. */
@Decides(v211 = "5.5-4-2c", v313 = "5.5-4-2c")
public final class LoginProtectionIsAsDeclared implements Check {
  @Override
  public List<String> needs() {
    return CryptoInUse.NEEDS;
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Services services = new Services(facts);
    List<IxitEntry> mechanisms = services.mechanisms(item);
    List<Outcome> outcomes =
        new ArrayList<>(mechanisms.stream().map(m -> CryptoInUse.judge(facts, m)).toList());
    List<String> gaps = services.untestable(item);
    if (!gaps.isEmpty()) {
      outcomes.add(Outcome.undetermined(String.join("; ", gaps) + "."));
    }
    return worst(outcomes);
  }

  /** The first refutation, else the first gap, else all that holds; with everybody's basis. */
  private static Outcome worst(List<Outcome> outcomes) {
    List<Observation> basis = new ArrayList<>();
    List<Contradiction> contradictions = new ArrayList<>();
    outcomes.forEach(
        o -> {
          basis.addAll(o.basis());
          contradictions.addAll(o.contradictions());
        });
    Finding finding =
        first(outcomes, Finding.Violated.class)
            .or(() -> first(outcomes, Finding.Undetermined.class))
            .orElseGet(() -> outcomes.getFirst().finding());
    return new Outcome(finding, basis.stream().distinct().toList(), contradictions);
  }

  private static Optional<Finding> first(List<Outcome> outcomes, Class<? extends Finding> kind) {
    return outcomes.stream().map(Outcome::finding).filter(kind::isInstance).findFirst();
  }
}
