package dev.plumbline.checks.crypto;

import dev.plumbline.checks.Questions.Asked;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.tls.ShownCertificate;
import dev.plumbline.observation.tls.TlsCertificate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the certificates of one endpoint with what its rows say, and with the crypto policy. */
record CertificateInUse(
    Facts facts, IxitEntry row, DeclaredAlgorithms declared, Asked asked, Endpoint at) {
  /** Ends are written by days and renewals overlap; what lives longer than this deviates. */
  private static final double SLACK = 1.1;

  void weigh(Seen<TlsCertificate> seen) {
    Observation o = seen.observation();
    List<ShownCertificate> all = new ArrayList<>(List.of(seen.fact()));
    seen.fact().others().ifPresent(all::addAll);
    DeclaredCertificate said = DeclaredCertificate.of(facts, row, at);
    for (ShownCertificate certificate : all) {
      faults(o, certificate);
      key(o, certificate);
      issuer(o, certificate, said);
      lifetime(o, certificate, said);
      names(o, certificate);
    }
    asked.answered(
        o,
        at
            + " shows "
            + all.size()
            + (all.size() == 1 ? " certificate" : " certificates")
            + " as described");
  }

  private void faults(Observation o, ShownCertificate certificate) {
    List<String> broken =
        certificate.faults().stream().filter(CertificateInUse::breaksAuthenticity).toList();
    if (!broken.isEmpty()) {
      asked.refuted(o, at + " shows a certificate that is " + String.join(", ", broken));
    }
  }

  private static boolean breaksAuthenticity(String fault) {
    return switch (fault) {
      case "expired", "not-yet-valid", "weak-key", "weak-signature", "wrong-use" -> true;
      default -> false;
    };
  }

  private void key(Observation o, ShownCertificate certificate) {
    String algorithm = certificate.keyAlgorithm().orElse("");
    int bits = certificate.keyBits().orElse(0);
    if (algorithm.isEmpty() || bits <= 0) {
      asked.left("kind and size of the certificate's key at " + at + " are not known");
      return;
    }
    boolean edwards = algorithm.startsWith("Ed");
    String key = edwards ? algorithm : algorithm + "-" + bits;
    String shown = at + " shows a certificate with a key " + key + ", ";
    int promised = algorithm.equals("RSA") ? declared.smallest("RSA") : 0;
    Optional<String> rejected = policy().rejectsKey(edwards ? "EC" : algorithm, bits);
    if (declared.namesSignatures() && !declared.hasKey(key)) {
      asked.refuted(o, shown + "which " + row.id() + " does not list");
    } else if (promised > bits) {
      asked.refuted(o, shown + "declared are " + promised + " bits");
    } else {
      rejected.ifPresent(why -> asked.refuted(o, shown + why));
    }
    String signature = certificate.signatureAlgorithm().orElse("");
    if (signature.isEmpty()) {
      asked.left("how the certificate of " + at + " is signed is not known");
    } else if (policy().rejects(signature) && !certificate.selfSigned()) {
      asked.refuted(
          o, at + " shows a certificate signed with " + signature + ", " + policy().why(signature));
    }
  }

  private void issuer(Observation o, ShownCertificate certificate, DeclaredCertificate said) {
    if (certificate.selfSigned()) {
      switch (said.issuer()) {
        case AUTHORITY ->
            asked.refuted(
                o,
                at
                    + " shows a self-signed certificate ("
                    + certificate.subject()
                    + "), declared is one issued by an authority: \""
                    + said.words()
                    + "\"");
        case UNSTATED ->
            asked.left(
                "a self-signed certificate is shown at "
                    + at
                    + ", and "
                    + row.id()
                    + " does not say who issues it",
                new Remedy.ChangeDeclaration(
                    row.subject(),
                    "say in cryptographicDetails who issues the certificate, or that it is"
                        + " self-signed and how clients trust it"));
        case ITSELF -> {}
      }
    }
  }

  private void lifetime(Observation o, ShownCertificate certificate, DeclaredCertificate said) {
    if (said.days() <= 0) {
      return;
    }
    Optional<LocalDate> from = day(certificate.notBefore());
    Optional<LocalDate> until = day(certificate.notAfter());
    if (from.isEmpty() || until.isEmpty()) {
      asked.left("how long the certificate of " + at + " is valid is not known");
      return;
    }
    long days = ChronoUnit.DAYS.between(from.get(), until.get());
    if (days > said.days() * SLACK + 1) {
      asked.refuted(
          o, at + " shows a certificate valid for " + days + " days, declared are " + said.days());
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A name that is nobody's whom the dossier knows: the certificate proves another host. */
  private void names(Observation o, ShownCertificate certificate) {
    List<String> names = certificate.names();
    KnownNames known = KnownNames.of(facts);
    if (!names.isEmpty() && names.stream().allMatch(known::isForeign)) {
      asked.refuted(
          o,
          at
              + " shows a certificate made out to "
              + String.join(", ", names)
              + " alone, which is neither an address of the device nor a name in the dossier");
    }
  }

  private PolicyOnUse policy() {
    return PolicyOnUse.of(facts);
  }
}
