package dev.plumbline.observation.tls;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code tls.groups}. */
@Kind(value = "tls.groups", subject = "endpoint")
@Says("Groups of the key agreement that an endpoint takes.")
public record TlsGroups(
    @Says("names") List<String> accepted,
    @Says("smallest finite-field size seen") Optional<Integer> dhBits,
    @Says("versions whose list has gaps, with the reason") Optional<List<String>> incomplete,
    @Coverage @Says("number tried") int tried,
    @Coverage @Says("versions that were asked") Optional<List<String>> versions,
    @Coverage @Says("no list has a gap; without it nothing follows from what is not in the list")
        boolean complete)
    implements Fact {}
