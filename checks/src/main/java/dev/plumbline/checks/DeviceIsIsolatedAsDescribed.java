package dev.plumbline.checks;

import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
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
@Decides(v211 = "5.3-15-2b", v313 = "5.3-15A-2b")
public final class DeviceIsIsolatedAsDescribed implements Check {
  @Override
  public List<String> needs() {
    return List.of(Isolation.KEY);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Isolation isolation = Isolation.of(facts);
    isolation
        .trial()
        .filter(o -> isolation.isolated().isEmpty())
        .ifPresent(o -> resists(isolation, o));
    return isolation
        .questions()
        .outcome(
            "",
            "Let the described steps turn off every connection of the device, or describe the steps that do.",
            "Isolated by the described way, the device was silent, and its network no longer had it.");
  }

  private static void resists(Isolation isolation, Observation o) {
    List<String> still = o.texts("still");
    boolean refused = o.text("answer").equals("refused");
    if (!refused && (still.isEmpty() || !o.text("answer").equals("done"))) {
      return;
    }
    String clause =
        refused
            ? "the device refuses to be isolated by the described way"
            : "isolated by the described way, the device still answers at " + still;
    isolation.questions().against(clause, o);
    isolation
        .described()
        .filter(d -> !d.text("isolation").isBlank())
        .ifPresent(
            d ->
                isolation
                    .questions()
                    .contradiction(
                        Declared.place(d, "isolation"), d.text("isolation"), clause + ".", o));
  }
}
