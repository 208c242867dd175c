package dev.plumbline.observation.radio;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code radio.others}. */
@Kind(value = "radio.others", subject = "`radio/BAND`")
@Says(
    "Radios that are not known to be the device's. A scan while the device is off "
        + "tells who is there without it.")
public record RadioOthers(
    @Says("the first 2,000 digests of their addresses, which name nobody") List<String> others,
    @Says("number of all") long count,
    @Coverage @Says("that the tool listens to") List<String> bands,
    @Coverage @Says("on which anything was heard") Optional<List<String>> channels,
    @Coverage @Says("when") Optional<String> from,
    @Coverage @Says("when") Optional<String> until,
    @Coverage @Says("between the first and the last radio heard") Optional<Long> seconds,
    @Coverage
        @Says(
            "seconds between the first and the last time that the device was heard; absent "
                + "where the tool does not tell")
        Optional<Long> present,
    @Coverage @Says("number of all in the file") long radios,
    @Coverage @Says("everything was kept") boolean complete)
    implements Fact {}
