package dev.plumbline.observation.login;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code password.samples}. */
@Kind(value = "password.samples", subject = "`1-AuthMech/ENTRY`")
@Says("What samples of preset passwords have in common.")
public record PasswordSamples(
    @Says("number of samples") long count,
    @Says("number that another one equals") long duplicates,
    @Says(
            "number that the declared pattern does not fit; absent when no usable pattern is "
                + "declared")
        Optional<Long> patternMisses,
    @Says("number on lists of common passwords") long common,
    @Says("number made from the MAC address") long fromMac,
    @Says("number made from the serial number") long fromSerial,
    @Says("up to three ways that lead from the MAC address; absent where none does")
        Optional<List<String>> fromMacBy,
    @Says("up to three ways that lead from the serial number; absent where none does")
        Optional<List<String>> fromSerialBy,
    @Says("number that the user's name is in") long fromUser,
    @Says("number with a row such as 12345") long withRow,
    @Says("a row within one, or a count from unit to unit") boolean sequence,
    @Says("a count from unit to unit") boolean countsOn,
    @Says("length of the shortest") long shortest,
    @Says("upper bound, from alphabet and length") double entropyBits,
    @Coverage @Says("number of sampled units") long units)
    implements Fact {}
