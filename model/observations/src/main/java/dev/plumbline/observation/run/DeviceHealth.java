package dev.plumbline.observation.run;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;

/** {@code device.health}. */
@Kind(value = "device.health", subject = "`DUT`")
@Says("Whether the device answers as before a probe.")
public record DeviceHealth(
    @Says("each endpoint answers") boolean alive,
    @Says("probe") String before,
    @Says("probe") String after,
    @Says("those that answered") List<String> endpoints,
    @Says("those that answered before and not after") List<String> lost,
    @Coverage @Says("number of endpoints asked") long asked)
    implements Fact {}
