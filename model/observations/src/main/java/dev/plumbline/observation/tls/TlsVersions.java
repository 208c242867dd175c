package dev.plumbline.observation.tls;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code tls.versions}. */
@Kind(value = "tls.versions", subject = "endpoint")
@Says(
    "Versions of TLS that an endpoint agrees to: of `SSLv2 SSLv3 TLSv1.0 TLSv1.1 TLSv1.2 TLSv1.3`,"
        + " over DTLS of `DTLSv1.0 DTLSv1.2 DTLSv1.3`.")
public record TlsVersions(
    @Says("versions that it agrees to") List<String> accepted,
    @Says("versions that it refuses") List<String> refused,
    @Says("versions that met silence, resets or garbage; absent where there is none")
        Optional<List<String>> undecided,
    @Says("version to how it was refused or why it is undecided")
        Optional<Map<String, String>> reasons,
    @Says("host names (SNI) and protocols (ALPN) with which it was asked besides")
        Optional<List<Named>> named,
    @Coverage @Says("versions with an answer; an undecided one is not among them")
        List<String> tried,
    @Coverage @Says("names and protocols that got an answer; absent where none was asked for")
        Optional<List<String>> names)
    implements Fact {

  /** What a client gets that names a host or a protocol. */
  @Says("What a client gets that names a host or a protocol.")
  public record Named(
      @Says("the host, or a protocol such as `alpn h2`") String name,
      @Says(
              "`same`; `other certificate`; `more`: versions or suites that it refuses to a client"
                  + " that names none; `refused`; `undecided`")
          @Words({"same", "other certificate", "more", "refused", "undecided"})
          String answer) {}
}
