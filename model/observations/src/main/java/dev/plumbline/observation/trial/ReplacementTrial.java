package dev.plumbline.observation.trial;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Map;

/** {@code replacement.trial}. */
@Kind(value = "replacement.trial", subject = "`DUT`")
@Says("Another unit in the place of the device, through the driver.")
public record ReplacementTrial(
    @Says("what was told by name: `serial-number`, `on-network`, `function`, others")
        Map<String, String> before,
    @Says("what was told afterwards") Map<String, String> after,
    @Says("endpoints of the device that it does not have, which may be at another address")
        List<String> missing,
    @Coverage
        @Says(
            "the serial number was that of product.yaml and then another; without it nothing "
                + "follows")
        boolean control,
    @Coverage @Says("from the probe `outages`: nothing could be read while the power was away")
        boolean readingEnds,
    @Coverage @Says("compared") List<String> endpoints,
    @Coverage @Says("what could not be read") List<String> gaps)
    implements Fact {}
