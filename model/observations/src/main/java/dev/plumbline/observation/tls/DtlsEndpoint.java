package dev.plumbline.observation.tls;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Presence;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.When;
import java.util.Optional;

/** {@code dtls.endpoint}. */
@Kind(value = "dtls.endpoint", subject = "endpoint, such as `udp/192.0.2.1/5684`")
@Says("Whether DTLS is spoken. Versions, suites and certificate are told as those of " + "TLS.")
public record DtlsEndpoint(
    @Says("false where the port refuses datagrams") boolean present,
    @When("present") @Says("it makes sure that a client is where it says") Optional<Boolean> cookie,
    @When("present") @Says("it takes a suite with a pre-shared key") Optional<Boolean> psk,
    @Says("hint for the key") Optional<String> pskHint,
    @When("present") @Says("it asks for one") Optional<Boolean> clientCertificate,
    @Coverage @When("present") @Says("number begun") Optional<Long> handshakes,
    @Coverage @Says("the port refused datagrams") Optional<Boolean> refused)
    implements Presence {
  /** A port that refuses datagrams: nobody speaks there. */
  public static DtlsEndpoint portRefused() {
    return new DtlsEndpoint(
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(true));
  }
}
