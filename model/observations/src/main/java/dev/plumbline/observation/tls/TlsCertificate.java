package dev.plumbline.observation.tls;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code tls.certificate}. */
@Kind(value = "tls.certificate", subject = "endpoint")
@Says("The certificate that an endpoint shows first, and the faults of all that it " + "serves.")
public record TlsCertificate(
    @Says("whose it is") String subject,
    @Says("who issued it") String issuer,
    @Says("alternative names") List<String> names,
    @Says("first day") String notBefore,
    @Says("last day") String notAfter,
    @Says("of the key") Optional<String> keyAlgorithm,
    @Says("size of the key, 0 where it cannot be told") Optional<Integer> keyBits,
    @Says("of the signature") Optional<String> signatureAlgorithm,
    @Says("signed by its own key") boolean selfSigned,
    @Says("number of certificates shown") Optional<Integer> chainLength,
    @Says("digest") String sha256,
    @Says("digest of the public key") Optional<String> keySha256,
    @Says(
            "of `expired`, `not-yet-valid`, `self-signed`, `weak-key`, `weak-signature`, "
                + "`wrong-name` (the numeric address is not among the names), `wrong-use`, "
                + "`incomplete-chain`, `long-lived` (5 years or more)")
        List<String> faults,
    @Says("the further ones that it serves") Optional<List<Other>> others,
    @Coverage @Says("the day of the faults") String checkedOn)
    implements Fact, ShownCertificate {
  /** The same with those faults and further certificates. */
  public TlsCertificate with(List<String> allFaults, List<Other> further) {
    return new TlsCertificate(
        subject,
        issuer,
        names,
        notBefore,
        notAfter,
        keyAlgorithm,
        keyBits,
        signatureAlgorithm,
        selfSigned,
        chainLength,
        sha256,
        keySha256,
        allFaults,
        further.isEmpty() ? Optional.empty() : Optional.of(further),
        checkedOn);
  }

  /** The certificate shown first, as one of the further ones. */
  public Other asOther() {
    return new Other(
        subject,
        issuer,
        names,
        notBefore,
        notAfter,
        keyAlgorithm,
        keyBits,
        signatureAlgorithm,
        selfSigned,
        chainLength,
        sha256,
        keySha256,
        faults);
  }

  /** A further certificate. */
  @Says("A further certificate.")
  public record Other(
      @Says("whose it is") String subject,
      @Says("who issued it") String issuer,
      @Says("alternative names") List<String> names,
      @Says("first day") String notBefore,
      @Says("last day") String notAfter,
      @Says("of the key") Optional<String> keyAlgorithm,
      @Says("size of the key, 0 where it cannot be told") Optional<Integer> keyBits,
      @Says("of the signature") Optional<String> signatureAlgorithm,
      @Says("signed by its own key") boolean selfSigned,
      @Says("number of certificates shown") Optional<Integer> chainLength,
      @Says("digest") String sha256,
      @Says("digest of the public key") Optional<String> keySha256,
      @Says("as above") List<String> faults)
      implements ShownCertificate {}
}
