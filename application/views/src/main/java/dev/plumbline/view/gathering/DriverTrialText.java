package dev.plumbline.view.gathering;

import dev.plumbline.app.run.Driving;
import dev.plumbline.driver.DriverFile;
import dev.plumbline.driver.DriverTrial;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.view.Text;
import java.io.PrintWriter;

/** Shows how each action of a driver went as it is tried, and counts those that do not work. */
public final class DriverTrialText implements DriverTrial.Listener {
  private final PrintWriter out;
  private int failed;

  public DriverTrialText(PrintWriter out) {
    this.out = out;
  }

  /** How many actions do not work. */
  public int failed() {
    return failed;
  }

  @Override
  public void tried(DriverAction action, String what, DriverResult result) {
    failed += result.done() ? 0 : 1;
    String how =
        switch (result) {
          case DriverResult.Done d -> "works" + (d.values().isEmpty() ? "" : ": " + d.values());
          case DriverResult.Refused r ->
              "REFUSED by the device: " + r.reason() + " → Is that how this device should answer?";
          case DriverResult.Errored e ->
              "FAILED: " + e.reason() + " → Mend the steps of " + action.word() + ".";
          case DriverResult.Missing m -> "MISSING: " + m.means();
        };
    out.println(
        Text.wrap(
            Text.safe(
                String.format("%-16s %s%s", action.word(), what.isEmpty() ? "" : what + ": ", how)),
            "  "));
    out.flush();
  }

  @Override
  public void leftOut(DriverAction action, String why) {
    out.println(String.format("  %-16s not tried: %s", action.word(), Text.safe(why)));
    out.flush();
  }

  /** The actions that driver.yaml does not describe. */
  public void notDescribed(Driving driving) {
    driving.described().ifPresent(this::notDescribed);
  }

  private void notDescribed(DriverFile file) {
    for (DriverAction action : DriverAction.values()) {
      if (file.ways(action).isEmpty()) {
        out.println(String.format("  %-16s not described", action.word()));
      }
    }
  }
}
