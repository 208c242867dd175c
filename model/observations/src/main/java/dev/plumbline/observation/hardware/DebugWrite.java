package dev.plumbline.observation.hardware;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Optional;

/** {@code debug.write}. */
@Kind(value = "debug.write", subject = "`10-SecParam/ENTRY`")
@Says("A marked attempt to write a parameter over the debug port.")
public record DebugWrite(
    @Says("what came of it") @Words({"accepted", "refused", "unknown"}) String result,
    @Says("the port answered") boolean answered,
    @Says("transports on which the port said nothing") Optional<List<String>> silent,
    @Says("`locked` or `open`") Optional<String> readOut,
    @Coverage @Says("as the tool says") Optional<String> transport,
    @Coverage @Says("speed") Optional<Long> kHz,
    @Coverage @Says("what the tool said of an unanswered port") Optional<String> silence,
    @Coverage @Says("outside of a marked trial") Optional<String> pins,
    @Coverage @Says("contacts that were connected") Optional<List<String>> pads,
    @Coverage @Says("as for `debug.port`") Optional<Boolean> control,
    @Coverage @Says("the trial was ended") Optional<Boolean> ended)
    implements Fact {}
