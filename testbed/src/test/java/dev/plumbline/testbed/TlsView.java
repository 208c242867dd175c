package dev.plumbline.testbed;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tls.ProtocolVersion;

/** What a server of TLS agrees to and shows. */
final class TlsView {
  private static final List<String> SUITES =
      List.of(
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA",
          "TLS_ECDHE_ECDSA_WITH_NULL_SHA",
          "TLS_ECDH_anon_WITH_AES_128_CBC_SHA",
          "TLS_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256");

  private TlsView() {}

  /** Versions, suites and the certificate, by facet. */
  static Map<String, String> of(InetSocketAddress web) throws IOException {
    Map<String, String> facets = new TreeMap<>();
    int[] all = SUITES.stream().mapToInt(Tls::suite).toArray();
    List<ProtocolVersion> versions = new ArrayList<>();
    for (ProtocolVersion version : ProtocolVersion.TLSv12.downTo(ProtocolVersion.TLSv10)) {
      int cbc = Tls.suite("TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA");
      int gcm = Tls.suite("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
      int rsa = Tls.suite("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
      Tls.tryOut(web, version, cbc, gcm, rsa).ifPresent(c -> versions.add(version));
    }
    Tls.tryOut(web, ProtocolVersion.TLSv13, Tls.suite("TLS_AES_128_GCM_SHA256"))
        .ifPresent(c -> versions.add(ProtocolVersion.TLSv13));
    facets.put("tls.versions", versions.toString());
    List<String> suites = new ArrayList<>();
    for (String suite : SUITES) {
      Tls.tryOut(web, ProtocolVersion.TLSv12, Tls.suite(suite)).ifPresent(c -> suites.add(suite));
    }
    facets.put("tls.suites", suites.toString());
    Optional<Tls.Connection> any = Tls.tryOut(web, ProtocolVersion.TLSv12, all);
    facets.put("tls.certificate", any.map(c -> describe(c.chain())).orElse("none"));
    return facets;
  }

  private static String describe(List<X509CertificateHolder> chain) {
    StringBuilder text = new StringBuilder();
    for (X509CertificateHolder c : chain) {
      text.append(
          String.join(
              " ",
              c.getSubject().toString(),
              c.getIssuer().toString(),
              c.toASN1Structure().getEndDate().toString(),
              c.getSignatureAlgorithm().getAlgorithm().toString(),
              c.getSubjectPublicKeyInfo().getAlgorithm().getAlgorithm().toString(),
              "" + c.getSubjectPublicKeyInfo().getPublicKeyData().getBytes().length / 8,
              c.getExtensionOIDs().contains(Extension.subjectAlternativeName)
                  ? GeneralNames.fromExtensions(c.getExtensions(), Extension.subjectAlternativeName)
                      .toString()
                  : "",
              "\n"));
    }
    return text.toString();
  }
}
