package dev.plumbline.observation.hardware;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code console.log}. */
@Kind(value = "console.log", subject = "`15-…/ENTRY` of a marked trial, else `DUT`")
@Says(
    "What a log of a console shows. What is not in a log may still be so; a log that "
        + "is hardly readable, and silence without a control: UNDETERMINED.")
public record ConsoleLog(
    @Says("with version") Optional<List<String>> bootLoaders,
    @Says("with version") Optional<List<String>> kernels,
    @Says("seen in this log") boolean bootCanBeStopped,
    @Says("seen in this log") boolean bootLoaderPrompt,
    @Says("seen in this log") boolean loginPrompt,
    @Says("seen in this log") boolean shellWithoutPassword,
    @Says("number of lines that are not blank") long said,
    @Coverage @Says("number of lines") long lines,
    @Coverage @Says("a start was seen") boolean bootSeen,
    @Coverage @Says("contacts that were connected in a marked trial") Optional<List<String>> pads,
    @Coverage @Says("that were listened to") Optional<List<String>> speeds,
    @Coverage @Says("a loop-back came back") Optional<Boolean> control,
    @Coverage @Says("the device was powered on meanwhile") Optional<Boolean> powered,
    @Coverage @Says("the trial was ended") Optional<Boolean> ended)
    implements Fact {}
