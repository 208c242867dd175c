package dev.plumbline.observation.tls;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code tls.signatures}. */
@Kind(value = "tls.signatures", subject = "endpoint")
@Says("Signature algorithms of the handshake.")
public record TlsSignatures(
    @Says("names seen in TLS 1.2 and 1.3") List<String> accepted,
    @Says(
            "those that an accepted older version fixes: `rsa_pkcs1_md5_sha1`, `ecdsa_sha1`, "
                + "`dsa_sha1`")
        List<String> implied,
    @Says("versions whose list has gaps, with the reason") Optional<List<String>> incomplete,
    @Coverage @Says("number tried") int tried,
    @Coverage @Says("versions that were asked") Optional<List<String>> versions,
    @Coverage @Says("no list has a gap; without it nothing follows from what is not in the list")
        boolean complete)
    implements Fact {}
