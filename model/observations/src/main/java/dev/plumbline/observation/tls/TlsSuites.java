package dev.plumbline.observation.tls;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code tls.suites}. */
@Kind(value = "tls.suites", subject = "endpoint")
@Says("Cipher suites that an endpoint takes.")
public record TlsSuites(
    @Says("IANA names") List<String> accepted,
    @Says("version to names") Map<String, List<String>> byVersion,
    @Says("whether the server's order counts; absent where it cannot be told")
        Optional<Boolean> serverOrder,
    @Says("versions whose list has gaps, with the reason") Optional<List<String>> incomplete,
    @Coverage @Says("number tried") int tried,
    @Coverage @Says("no list has a gap; without it nothing follows from what is not in the list")
        boolean complete)
    implements Fact {}
