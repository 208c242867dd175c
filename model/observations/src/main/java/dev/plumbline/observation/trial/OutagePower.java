package dev.plumbline.observation.trial;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code outage.power}. */
@Kind(value = "outage.power", subject = "`DUT`")
@Says("What the device tells before and after its power is cut.")
public record OutagePower(
    @When("control")
        @Says(
            "what the device told, by name (`function`, ids of 23-ResMech, …), the worst of "
                + "all readings")
        Optional<Map<String, String>> before,
    @When("control") @Says("the same meanwhile") Optional<Map<String, String>> during,
    @When("control") @Says("the same afterwards") Optional<Map<String, String>> after,
    @When("control") @Says("after each cut all endpoints answered again without help")
        Optional<Boolean> cameBack,
    @Says("those that did not, told only where the device was reached again")
        Optional<List<String>> missing,
    @When("control") @Says("settings that are not as before")
        Optional<List<ChangedSetting>> changed,
    @Coverage @When("control") @Says("number of cuts") Optional<Long> cuts,
    @Coverage @When("control") @Says("length of each") Optional<Long> seconds,
    @Coverage @When("control") @Says("compared") Optional<List<String>> endpoints,
    @Coverage @When("control") @Says("compared") Optional<List<String>> settings,
    @Coverage
        @When("control")
        @Says(
            "setting that was made to differ from the default before the power went, empty "
                + "where none was")
        Optional<String> changedFirst,
    @Coverage
        @Says(
            "nothing was heard of any endpoint from the cut until the return, not even a "
                + "refusal; on loopback it is the tester's machine that refuses, which counts as "
                + "silence")
        boolean control,
    @Coverage
        @When("control")
        @Says(
            "nothing could be read while the power was away, without which no reading is the "
                + "device's word")
        Optional<Boolean> readingEnds,
    @Coverage @When("control") @Says("what could not be read") Optional<List<String>> gaps)
    implements Outage {}
