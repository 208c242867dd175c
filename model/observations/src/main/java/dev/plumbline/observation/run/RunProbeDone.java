package dev.plumbline.observation.run;

import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;

/** {@code run.probe-done}. */
@Kind(value = "run.probe-done", subject = "probe")
@Says("A probe has ended in this run.")
public record RunProbeDone(
    @Says("of the probe") String version, @Says("how long it took") long milliseconds)
    implements Fact {}
