package dev.plumbline.probe.hostile;

import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.time.Duration;

/** A probe with less time than it has. */
record HastyProbe(Probe probe, Duration budget) implements Probe {
  @Override
  public ProbeSpec spec() {
    ProbeSpec spec = probe.spec();
    return new ProbeSpec(
        spec.id(),
        spec.version(),
        spec.question(),
        spec.produces(),
        spec.consumes(),
        spec.intrusiveness(),
        spec.most(),
        budget);
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    probe.run(context);
  }
}
