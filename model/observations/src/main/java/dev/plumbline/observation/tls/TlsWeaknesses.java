package dev.plumbline.observation.tls;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code tls.weaknesses}. */
@Kind(value = "tls.weaknesses", subject = "endpoint")
@Says(
    "Known weaknesses of an endpoint, each looked for: `insecure-renegotiation`, "
        + "`client-renegotiation`, `compression`, `no-secure-renegotiation`, `no-fallback-"
        + "scsv`, `ticket-reuse`, `heartbeat`, `null-cipher`, `anonymous`, `export`, `rc4`,"
        + " `3des`, `des`, `cbc-tls10`, `static-rsa`, `weak-dh` (below 2048 bits).")
public record TlsWeaknesses(
    @Says("those that it has") List<String> found,
    @Says("those that it does not have") List<String> absent,
    @Says("those of which it cannot be told") List<String> undecided,
    @Coverage @Says("those decided") List<String> tried,
    @Coverage @Says("number of connections") Optional<Long> connections)
    implements Fact {}
