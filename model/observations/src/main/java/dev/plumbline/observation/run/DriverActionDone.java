package dev.plumbline.observation.run;

import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;

/** {@code driver.action}. */
@Kind(value = "driver.action", subject = "action of driver.yaml")
@Says("A trial of an action of the driver.")
public record DriverActionDone(
    @Says("what it was to do") String what,
    @Says("it was done") boolean done,
    @Says("why not") String reason)
    implements Fact {}
