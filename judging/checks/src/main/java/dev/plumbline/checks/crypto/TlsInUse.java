package dev.plumbline.checks.crypto;

import dev.plumbline.checks.Questions;
import dev.plumbline.checks.Questions.Asked;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.tls.TlsSuite;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.tls.TlsCertificate;
import dev.plumbline.observation.tls.TlsGroups;
import dev.plumbline.observation.tls.TlsSignatures;
import dev.plumbline.observation.tls.TlsSuites;
import dev.plumbline.observation.tls.TlsVersions;
import dev.plumbline.observation.tls.TlsWeaknesses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Compares the TLS or DTLS of one endpoint with what a row declares and with the crypto policy. */
record TlsInUse(
    Facts facts, IxitEntry row, DeclaredAlgorithms declared, Questions questions, Endpoint at) {
  static final List<String> KEYS =
      Kinds.keys(
          TlsVersions.class,
          TlsSuites.class,
          TlsGroups.class,
          TlsSignatures.class,
          TlsWeaknesses.class,
          TlsCertificate.class);

  /** Weaknesses of the protocol itself; those of suites and sizes are judged with these. */
  private static final List<String> OF_THE_PROTOCOL =
      List.of("compression", "insecure-renegotiation");

  private static final String WEAKNESS = "TLS-WEAKNESS ";

  void compare() {
    ask(
        "Is each version that is accepted declared and not broken?",
        TlsVersions.class,
        this::versions);
    ask(
        "Is each cipher suite that is accepted declared and not broken?",
        TlsSuites.class,
        this::suites);
    if (at.transport().equals("tcp")) {
      ask(
          "Is each group on which keys are agreed declared and accepted?",
          TlsGroups.class,
          this::groups);
      ask(
          "Is each signature algorithm accepted by the policy?",
          TlsSignatures.class,
          this::signatures);
      ask("Is TLS free of the weaknesses of the policy?", TlsWeaknesses.class, this::weaknesses);
    }
    if (seenSuites().filter(TlsInUse::needNoCertificate).isEmpty()) {
      ask(
          "Is each certificate valid, strong enough and as the rows describe it?",
          TlsCertificate.class,
          (asked, s) -> new CertificateInUse(facts, row, declared, asked, at).weigh(s));
    }
  }

  /** What a finding that holds says of this endpoint. */
  String looked() {
    List<String> names = new ArrayList<>(List.of("without a server name"));
    facts.seen(TlsVersions.class, at.toString()).stream()
        .flatMap(s -> s.fact().names().stream())
        .flatMap(List::stream)
        .forEach(n -> names.add("as " + n));
    String tried = seenSuites().map(s -> String.valueOf(s.tried())).orElse("the");
    String rest =
        at.transport().equals("tcp")
            ? "groups, signature algorithms, known weaknesses and certificates"
            : "certificates; groups and signature algorithms over DTLS were not asked for";
    return at
        + ": versions, "
        + tried
        + " cipher suites, "
        + rest
        + ", asked "
        + String.join(", ", names);
  }

  private <F extends Fact> void ask(
      String question, Class<F> kind, BiConsumer<Asked, Seen<F>> weigh) {
    String probe = at.transport().equals("tcp") ? "tls-endpoint" : "dtls-endpoint";
    CryptoInUse.ask(facts, questions, question, kind, at, probe, weigh);
  }

  private Optional<TlsSuites> seenSuites() {
    return facts.newestSeen(TlsSuites.class, at.toString()).map(Seen::fact);
  }

  private void versions(Asked asked, Seen<TlsVersions> seen) {
    Observation o = seen.observation();
    List<String> accepted = seen.fact().accepted();
    if (accepted.isEmpty()) {
      asked.left("no version of TLS was agreed at " + at);
    }
    compare(asked, "accepts", o, accepted, declared::has);
    List<String> open =
        seen.fact().undecided().stream()
            .flatMap(List::stream)
            .filter(v -> !declared.has(v))
            .toList();
    if (!open.isEmpty()) {
      asked.left("whether " + at + " accepts " + open + " is not known");
    }
    asked.answered(o, at + " accepts " + String.join(", ", accepted) + " alone");
  }

  private void suites(Asked asked, Seen<TlsSuites> seen) {
    Observation o = seen.observation();
    List<String> accepted = seen.fact().accepted();
    compare(asked, "accepts", o, accepted, declared::covers);
    if (accepted.isEmpty() || !seen.fact().complete()) {
      asked.left("the list of cipher suites of " + at + " has gaps");
    }
    asked.answered(o, at + " accepts " + accepted.size() + " suites, all declared");
  }

  private void groups(Asked asked, Seen<TlsGroups> seen) {
    Observation o = seen.observation();
    List<String> accepted = seen.fact().accepted();
    Predicate<String> undeclared = g -> declared.namesGroups() && !declared.hasGroup(g);
    refuse(asked, "agrees keys on", o, accepted, undeclared);
    unlisted(asked, accepted.stream().filter(undeclared).toList());
    seen.fact().dhBits().ifPresent(bits -> field(asked, o, bits));
    boolean fields =
        seenSuites().stream()
            .flatMap(s -> s.accepted().stream())
            .flatMap(s -> TlsSuite.parse(s).stream())
            .anyMatch(TlsSuite::isEphemeralDh);
    if (fields && seen.fact().dhBits().isEmpty()) {
      asked.left("the size of the Diffie-Hellman group of " + at + " is not known");
    }
    if (!seen.fact().complete()) {
      asked.left("the list of groups of " + at + " has gaps");
    }
    asked.answered(o, at + " agrees keys on " + String.join(", ", accepted));
  }

  /** What the policy accepts and the row does not list refutes nothing, and proves nothing. */
  private void unlisted(Asked asked, List<String> names) {
    List<String> open = names.stream().filter(n -> !policy().rejects(n)).toList();
    if (!open.isEmpty()) {
      String list = String.join(", ", open);
      asked.left(
          "keys are agreed on " + list + " at " + at + ", not listed by " + row.id(),
          new Remedy.ChangeDeclaration(
              row.subject(), "list " + list + " in `algorithms`, or switch them off"));
    }
  }

  private void field(Asked asked, Observation o, int bits) {
    int promised = declared.smallest("DH");
    String uses = at + " uses a Diffie-Hellman group of " + bits + " bits, ";
    if (promised > bits) {
      asked.refuted(o, uses + "declared are " + promised);
    } else {
      policy().rejectsKey("DH", bits).ifPresent(why -> asked.refuted(o, uses + why));
    }
  }

  /** The hash of a signature follows the client's wish, so that a stronger one is no deviation. */
  private void signatures(Asked asked, Seen<TlsSignatures> seen) {
    Observation o = seen.observation();
    List<String> all =
        Stream.concat(seen.fact().accepted().stream(), seen.fact().implied().stream()).toList();
    refuse(asked, "signs with", o, all, s -> !declared.hasSignature(s));
    if (!seen.fact().complete()) {
      asked.left("the list of signature algorithms of " + at + " has gaps");
    }
    asked.answered(o, at + " signs with " + String.join(", ", all));
  }

  private void weaknesses(Asked asked, Seen<TlsWeaknesses> seen) {
    Observation o = seen.observation();
    List<String> found = seen.fact().found();
    for (String weakness : OF_THE_PROTOCOL) {
      String name = WEAKNESS + weakness;
      if (found.contains(weakness) && policy().rejects(name)) {
        asked.refuted(o, at + " has the weakness " + weakness + ", " + policy().why(name));
      } else if (!found.contains(weakness)
          && !seen.fact().absent().contains(weakness)
          && policy().rejects(name)) {
        asked.left("whether " + at + " has the weakness " + weakness + " is not known");
      }
    }
    asked.answered(o, at + " has none of " + String.join(", ", OF_THE_PROTOCOL));
  }

  /** Whatever is not declared deviates, and what is broken counts even where it is declared. */
  private void compare(
      Asked asked, String verb, Observation o, List<String> names, Predicate<String> isDeclared) {
    List<String> more = names.stream().filter(isDeclared.negate()).distinct().toList();
    if (!more.isEmpty()) {
      asked.refuted(o, at + " " + verb + " " + String.join(", ", more));
    }
    refuse(asked, verb, o, names.stream().filter(isDeclared).toList(), n -> false);
  }

  /** What is neither declared nor accepted on the day, and what is broken at any rate. */
  private void refuse(
      Asked asked, String verb, Observation o, List<String> names, Predicate<String> undeclared) {
    names.stream()
        .distinct()
        .filter(n -> policy().breaks(n) || (policy().rejects(n) && undeclared.test(n)))
        .forEach(n -> asked.refuted(o, at + " " + verb + " " + n + ", " + policy().why(n)));
  }

  /** Where both ends own a key before (RFC 4279, RFC 5489), a server shows no certificate. */
  private static boolean needNoCertificate(TlsSuites suites) {
    List<String> accepted = suites.accepted();
    return suites.complete()
        && !accepted.isEmpty()
        && accepted.stream().allMatch(s -> s.contains("PSK_WITH") && !s.contains("RSA_PSK"));
  }

  private PolicyOnUse policy() {
    return PolicyOnUse.of(facts);
  }
}
