package dev.plumbline.observation.trial;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;

/** {@code device.state}. */
@Kind(value = "device.state", subject = "`DUT`")
@Says("Where the driver took the device, as it says itself. Anything else: " + "UNDETERMINED.")
public record DeviceState(@Says("its state") String state, @Coverage @Says("the action") String by)
    implements Fact {}
