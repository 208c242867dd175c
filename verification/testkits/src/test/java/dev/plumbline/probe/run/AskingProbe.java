package dev.plumbline.probe.run;

import dev.plumbline.observation.run.DriverActionDone;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.time.Duration;
import java.util.List;

/** A probe for tests that does what it is told. */
record AskingProbe(ProbeSpec spec, Work work) implements Probe {
  interface Work {
    void run(ProbeContext context) throws Exception;
  }

  /** What it records. */
  static final String KEY = "driver.action";

  /** A fact that says so. */
  static DriverActionDone fact(String what) {
    return new DriverActionDone(what, true, "");
  }

  static AskingProbe of(String id, Work work) {
    return new AskingProbe(spec(id, List.of(KEY), List.of(), Intrusiveness.OBSERVE), work);
  }

  static ProbeSpec spec(
      String id, List<String> produces, List<String> consumes, Intrusiveness intrusiveness) {
    return new ProbeSpec(
        id, "1.0.0", "Is it so?", produces, consumes, intrusiveness, Duration.ofSeconds(10));
  }

  AskingProbe within(Duration budget) {
    return new AskingProbe(
        new ProbeSpec(
            spec.id(),
            spec.version(),
            spec.question(),
            spec.produces(),
            spec.consumes(),
            spec.intrusiveness(),
            budget),
        work);
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    try {
      work.run(context);
    } catch (InterruptedException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
