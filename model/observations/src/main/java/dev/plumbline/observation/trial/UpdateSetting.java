package dev.plumbline.observation.trial;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.Optional;

/** {@code update.setting}. */
@Kind(
    value = "update.setting",
    subject =
        "`setting/automatic-updates`, `setting/update-notifications`; where driver.yaml "
            + "names mechanisms, followed by the row")
@Says("A setting of the update, through the driver.")
public record UpdateSetting(
    @Says("before anybody changed it in this trial") @Words({"on", "off"}) String initial,
    @Says(
            "`yes`: changed, read back, changed back; `no`: refused, or acknowledged and not "
                + "made")
        @Words({"yes", "no", "unknown"})
        String changeable,
    @Says("why not") Optional<String> why,
    @Says("it is as before") boolean restored,
    @Coverage
        @Says(
            "the reading followed a change of this setting or the other, without which "
                + "nothing follows from it")
        boolean readBack)
    implements Fact {}
