package dev.plumbline.observation.tls;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code tls.client}. */
@Kind(
    value = "tls.client",
    subject = "client test `client/192.0.2.1/8443`, over DTLS `client/udp/192.0.2.1/5684`")
@Says("What the device offers and takes when it calls.")
public record TlsClient(
    @Says("number of calls") long calls,
    @Says("host that the device asked for, absent where it named none") Optional<String> serverName,
    @Says("those that it offered or agreed to") List<String> versions,
    @Says("offered, by registered names") List<String> suites,
    @Says("offered, by registered names") List<String> groups,
    @Says("offered, by registered names") List<String> signatures,
    @Says(
            "servers to which the device sent data, of `trusted`, `expired`, `not-yet-valid`,"
                + " `wrong-name`, `wrong-use`, `self-signed`, `unknown-root`, `weak-key`, `weak-"
                + "signature`, `tls-1.1`, `tls-1.0`, over DTLS `dtls-1.0`")
        List<String> accepted,
    @Says(
            "servers at which it broke off after it saw the certificate, or offers nothing "
                + "that this server could take")
        List<String> refused,
    @Says("the others") List<String> undecided,
    @Says(
            "a server whose stapled OCSP answer says that its certificate is revoked, which "
                + "is neither good nor bad by itself")
        @Words({"accepted", "refused", "undecided"})
        Optional<String> revoked,
    @Says(
            "calls that came in clear text in the place of a handshake, or at port 80 of the same"
                + " address; not in older records")
        Optional<List<ClearText>> clearText,
    @Says("server to how it showed") Map<String, String> reasons,
    @Says(
            "key that the device proved to own, such as `EC-256`, absent where it showed no "
                + "certificate")
        Optional<String> ownKey,
    @Coverage @Says("servers with an answer") List<String> tried,
    @Coverage @Says("ports at which calls were waited for; not in older records")
        Optional<List<Integer>> waitedAt,
    @Coverage
        @Says(
            "the device took the faultless server of an authority that it trusts, first and "
                + "last; without it nothing follows from a refusal")
        boolean control,
    @Coverage @Says("no further version is accepted") boolean versionsComplete,
    @Coverage @Says("every faulty certificate got an answer") boolean complete)
    implements Fact {
  /** Calls in clear text. */
  @Says("Calls in clear text.")
  public record ClearText(
      @Says("where they came") int port,
      @Says("`http` or `mqtt`") String protocol,
      @Says("the server that was shown before") String after,
      @Says("what carried a login") List<String> secrets,
      @Says("number") long calls) {}
}
