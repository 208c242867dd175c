package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.CipherSuite;
import dev.plumbline.client.tls.ClientHello;
import dev.plumbline.client.tls.CodeBook;
import dev.plumbline.client.tls.Codes;
import dev.plumbline.client.tls.ProtocolVersion;
import dev.plumbline.probes.tlsendpoint.HelloResult.Agreed;
import dev.plumbline.probes.tlsendpoint.HelloResult.Refused;
import dev.plumbline.probes.tlsendpoint.HelloResult.Unclear;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Asks for every signature algorithm in TLS 1.2 and TLS 1.3, the versions in which the client
 * offers them and the server names the one it used.
 */
final class SignatureSurvey {
  private final Interrogation interrogation;
  private final Tls13Questions tls13;

  SignatureSurvey(Interrogation interrogation, Tls13Questions tls13) {
    this.interrogation = interrogation;
    this.tls13 = tls13;
  }

  AcceptedOptions run(List<VersionResult> versions) throws InterruptedException {
    AcceptedOptions strikes = new AcceptedOptions();
    for (VersionResult result : versions) {
      if (result.accepted() && result.version() == ProtocolVersion.TLS12) {
        List<CipherSuite> signed =
            result.cipherSuites().stream().filter(CipherSuite::isSigned).toList();
        if (!signed.isEmpty()) {
          ClientHello hello = Hellos.offering(result.version(), Hellos.codes(signed));
          survey(result.version(), strikes, list -> interrogation.ask(with(hello, list)));
        }
      } else if (result.accepted() && result.version() == ProtocolVersion.TLS13) {
        survey(result.version(), strikes, list -> tls13.ask(hello -> with(hello, list)));
      }
    }
    return strikes;
  }

  /**
   * The algorithms that the older versions fix: MD5 and SHA-1 together for RSA, SHA-1 for the
   * others.
   */
  static List<String> implied(List<VersionResult> versions) {
    return versions.stream()
        .filter(v -> v.accepted() && ProtocolVersion.CLASSIC.contains(v.version()))
        .filter(v -> v.version().isBefore(ProtocolVersion.TLS12))
        .flatMap(v -> v.cipherSuites().stream())
        .filter(CipherSuite::isSigned)
        .map(SignatureSurvey::fixed)
        .distinct()
        .sorted()
        .toList();
  }

  private static String fixed(CipherSuite suite) {
    if (suite.name().contains("_ECDSA_")) {
      return "ecdsa_sha1";
    }
    return suite.name().contains("_DSS_") ? "dsa_sha1" : "rsa_pkcs1_md5_sha1";
  }

  private interface Ask {
    HelloResult offering(List<Integer> algorithms) throws InterruptedException;
  }

  private static void survey(ProtocolVersion version, AcceptedOptions strikes, Ask ask)
      throws InterruptedException {
    List<Integer> left = new ArrayList<>(CodeBook.signatures(version));
    strikes.asked(version, left.size());
    boolean first = true;
    while (!left.isEmpty()) {
      HelloResult answer = ask.offering(List.copyOf(left));
      if (answer instanceof Unclear unclear) {
        strikes.broken(version + ": " + unclear.reason());
      }
      if (answer instanceof Refused refused && first) {
        // It agreed to such a hello before, so that it must have an algorithm.
        strikes.broken(version + ": " + refused.how() + " when asked for its signatures");
      }
      if (!(answer instanceof Agreed agreed)) {
        return;
      }
      first = false;
      OptionalInt signature = agreed.flight().signature();
      if (signature.isEmpty()) {
        strikes.broken(version + ": agrees without a signature");
        return;
      }
      strikes.add(signature.getAsInt(), agreed);
      int chosen = signature.getAsInt();
      if (!left.removeIf(code -> code == chosen)) {
        return;
      }
    }
  }

  private static ClientHello with(ClientHello hello, List<Integer> algorithms) {
    // Certificates may be signed with anything; only the server's own signature is asked about.
    return hello
        .with(ClientHello.EXT_SIGNATURES, Codes.list(algorithms))
        .with(
            ClientHello.EXT_CERTIFICATE_SIGNATURES,
            Codes.list(CodeBook.signatures(hello.version())));
  }
}
