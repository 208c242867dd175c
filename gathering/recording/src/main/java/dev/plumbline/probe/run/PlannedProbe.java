package dev.plumbline.probe.run;

import dev.plumbline.probe.Effect;
import dev.plumbline.probe.ProbeSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a probe would do in a run.
 *
 * @param left why it would not run; empty when it would
 * @param asked whom it would ask: endpoints that are known, or words for those that would be found
 * @param effects what it may do to the device, as far as the run allows it
 * @param lately how long it took when it last ran to its end; empty where it never did
 */
public record PlannedProbe(
    ProbeSpec spec,
    Optional<ProbeOutcome> left,
    List<String> asked,
    List<Effect> effects,
    Optional<Duration> lately) {
  public PlannedProbe {
    asked = List.copyOf(asked);
    effects = List.copyOf(effects);
  }

  /** How long it may take at most. */
  public Duration atMost() {
    return spec.budget();
  }
}
