package dev.plumbline.checks;

import dev.plumbline.checks.Questions.Asked;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the certificates of one endpoint with what its rows say, and with the crypto policy. */
record CertificateInUse(
    Facts facts, IxitEntry row, DeclaredAlgorithms declared, Asked asked, Endpoint at) {
  /** Ends are written by days and renewals overlap; what lives longer than this deviates. */
  private static final double SLACK = 1.1;

  void weigh(Observation o) {
    List<Map<?, ?>> all = new ArrayList<>(List.of(o.value()));
    all.addAll(Traffic.maps(o, "others"));
    DeclaredCertificate said = DeclaredCertificate.of(facts, row, at);
    for (Map<?, ?> certificate : all) {
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

  private void faults(Observation o, Map<?, ?> certificate) {
    if (!(certificate.get("faults") instanceof List<?> faults)) {
      asked.left("the certificate of " + at + " was not examined");
      return;
    }
    List<String> broken =
        faults.stream().map(String::valueOf).filter(CertificateInUse::breaksAuthenticity).toList();
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

  private void key(Observation o, Map<?, ?> certificate) {
    String algorithm = text(certificate, "keyAlgorithm");
    int bits = certificate.get("keyBits") instanceof Number n ? n.intValue() : 0;
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
    String signature = text(certificate, "signatureAlgorithm");
    if (signature.isEmpty()) {
      asked.left("how the certificate of " + at + " is signed is not known");
    } else if (policy().rejects(signature) && !isSelfSigned(certificate)) {
      asked.refuted(
          o, at + " shows a certificate signed with " + signature + ", " + policy().why(signature));
    }
  }

  private void issuer(Observation o, Map<?, ?> certificate, DeclaredCertificate said) {
    if (!(certificate.get("selfSigned") instanceof Boolean selfSigned)) {
      asked.left("who issued the certificate of " + at + " is not known");
    } else if (selfSigned) {
      switch (said.issuer()) {
        case AUTHORITY ->
            asked.refuted(
                o,
                at
                    + " shows a self-signed certificate ("
                    + text(certificate, "subject")
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

  private static boolean isSelfSigned(Map<?, ?> certificate) {
    return Boolean.TRUE.equals(certificate.get("selfSigned"));
  }

  private void lifetime(Observation o, Map<?, ?> certificate, DeclaredCertificate said) {
    if (said.days() <= 0) {
      return;
    }
    Optional<LocalDate> from = day(text(certificate, "notBefore"));
    Optional<LocalDate> until = day(text(certificate, "notAfter"));
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
  private void names(Observation o, Map<?, ?> certificate) {
    if (!(certificate.get("names") instanceof List<?> list)) {
      asked.left("the names in the certificate of " + at + " are not known");
      return;
    }
    List<String> names = list.stream().map(String::valueOf).toList();
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

  private static String text(Map<?, ?> map, String key) {
    return map.get(key) instanceof String s ? s : "";
  }

  private PolicyOnUse policy() {
    return PolicyOnUse.of(facts);
  }
}
