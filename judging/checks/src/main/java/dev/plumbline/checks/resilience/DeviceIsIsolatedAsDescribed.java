package dev.plumbline.checks.resilience;

import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.trial.OutageIsolation;
import java.util.List;

/**
 * Carried out, the described isolation takes the device off its network.
 *
 * <p>Why this is enough for a PASS: the driver's action {@code isolate} is the described way and no
 * other; from its end until it is undone nothing is heard of any endpoint of the device, not even a
 * refusal, and the network's own devices, which had it before, no longer have it, so that neither
 * calls of its own nor answers leave it. Whether the way suits isolating the device is another
 * unit, which a person judges.
 */
public final class DeviceIsIsolatedAsDescribed implements Check {
  @Override
  public List<String> needs() {
    return List.of(Kinds.key(OutageIsolation.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Isolation isolation = Isolation.of(facts);
    isolation.resisted().ifPresent(t -> resists(isolation, t));
    return isolation
        .questions()
        .outcome(
            "",
            "Let the described steps turn off every connection of the device, or describe the steps that do.",
            "Isolated by the described way, the endpoints of the device were silent, and its network no longer had it.");
  }

  private static void resists(Isolation isolation, Facts.Seen<OutageIsolation> trial) {
    List<String> still = trial.fact().still().orElse(List.of());
    String answer = trial.fact().answer().orElse("");
    if (answer.equals("refused")) {
      isolation.refuted(
          trial.observation(), "the device refuses to be isolated by the described way");
    } else if (answer.equals("done") && !still.isEmpty()) {
      isolation.refuted(
          trial.observation(),
          "isolated by the described way, the device still answers at " + still);
    }
  }
}
