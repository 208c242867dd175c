package dev.plumbline.probe.hostile;

import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;

/** A probe that could ask and does not. */
record IdleProbe(Probe probe) implements Probe {
  @Override
  public ProbeSpec spec() {
    return probe.spec();
  }

  @Override
  public void run(ProbeContext context) {
    // It lets the runner do what the runner does around every probe.
  }
}
