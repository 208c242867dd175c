package dev.plumbline.checks.crypto;

import dev.plumbline.checks.Scene;

/** What is seen of an endpoint whose TLS is sound. */
public final class TlsScenes {
  static final String KEYS =
      "names: [device.local], notBefore: '2026-01-01', notAfter: '2026-11-27', signatureAlgorithm: SHA256withECDSA";

  /** A certificate that an authority issued for 330 days, with a key on P-256. */
  static final String CERTIFICATE =
      "{subject: CN=device, issuer: CN=Authority, keyAlgorithm: EC, keyBits: 256, selfSigned: false, faults: [], "
          + KEYS
          + "}";

  private TlsScenes() {}

  /** TLS 1.2 and 1.3 with ECDHE and ECDSA, and nothing weak. */
  public static Scene sound(Scene scene, int port) {
    String at = Scene.endpoint(port);
    return scene
        .service(port, "{protocol: http, tls: true}")
        .seen("tls.versions", at, "{accepted: [TLSv1.2, TLSv1.3]}")
        .seen(
            "tls.suites",
            at,
            "{accepted: [TLS_AES_128_GCM_SHA256, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256]}",
            "{complete: true, tried: 370}")
        .seen("tls.groups", at, "{accepted: [x25519, secp256r1]}", "{complete: true}")
        .seen(
            "tls.signatures",
            at,
            "{accepted: [ecdsa_secp256r1_sha256], implied: []}",
            "{complete: true}")
        .seen(
            "tls.weaknesses",
            at,
            "{found: [], absent: [compression, insecure-renegotiation], undecided: []}")
        .seen("tls.certificate", at, CERTIFICATE);
  }
}
