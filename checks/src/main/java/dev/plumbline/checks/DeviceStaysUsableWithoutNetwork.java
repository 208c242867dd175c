package dev.plumbline.checks;

import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;

/** Without the network the device goes on locally, as its rows say. */
@Decides(v211 = "5.9-2-2a", v313 = "5.9-2-2a")
public final class DeviceStaysUsableWithoutNetwork implements Check {
  @Override
  public List<String> needs() {
    return List.of(Outages.NETWORK);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    return Outages.of(item, facts, Outages.NETWORK, "network connectivity outage")
        .mechanismsWork("during")
        .functionWorks("during")
        .functionWorks("after")
        .cameBack()
        .questions()
        .outcome(
            "",
            "Keep the local function independent of the network.",
            "Without the network the local function and each mechanism work, as the device says.");
  }
}
