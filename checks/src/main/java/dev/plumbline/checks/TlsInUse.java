package dev.plumbline.checks;

import dev.plumbline.checks.Questions.Asked;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.tls.TlsSuite;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Compares the TLS or DTLS of one endpoint with what a row declares and with the crypto policy. */
record TlsInUse(
    Facts facts, IxitEntry row, DeclaredAlgorithms declared, Questions questions, Endpoint at) {
  static final String VERSIONS = "tls.versions";
  static final String SUITES = "tls.suites";
  static final String GROUPS = "tls.groups";
  static final String SIGNATURES = "tls.signatures";
  static final String WEAKNESSES = "tls.weaknesses";
  static final String CERTIFICATE = "tls.certificate";
  static final List<String> KEYS =
      List.of(VERSIONS, SUITES, GROUPS, SIGNATURES, WEAKNESSES, CERTIFICATE);

  /** Weaknesses of the protocol itself; those of suites and sizes are judged with these. */
  private static final List<String> OF_THE_PROTOCOL =
      List.of("compression", "insecure-renegotiation");

  private static final String WEAKNESS = "TLS-WEAKNESS ";

  void compare() {
    ask("Is each version that is accepted declared and not broken?", VERSIONS, this::versions);
    ask("Is each cipher suite that is accepted declared and not broken?", SUITES, this::suites);
    if (at.transport().equals("tcp")) {
      ask("Is each group on which keys are agreed declared and accepted?", GROUPS, this::groups);
      ask("Is each signature algorithm accepted by the policy?", SIGNATURES, this::signatures);
      ask("Is TLS free of the weaknesses of the policy?", WEAKNESSES, this::weaknesses);
    }
    if (seen(SUITES).filter(TlsInUse::needNoCertificate).isEmpty()) {
      ask(
          "Is each certificate valid, strong enough and as the rows describe it?",
          CERTIFICATE,
          (asked, o) -> new CertificateInUse(facts, row, declared, asked, at).weigh(o));
    }
  }

  /** What a finding that holds says of this endpoint. */
  String looked() {
    List<String> names = new ArrayList<>(List.of("without a server name"));
    facts.observations(VERSIONS, at.toString()).stream()
        .map(o -> o.coverage().get("names"))
        .filter(List.class::isInstance)
        .flatMap(l -> ((List<?>) l).stream())
        .forEach(n -> names.add("as " + n));
    Object tried =
        facts.observations(SUITES, at.toString()).stream()
            .map(o -> o.coverage().get("tried"))
            .filter(Number.class::isInstance)
            .map(String::valueOf)
            .findFirst()
            .orElse("the");
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

  private void ask(String question, String key, BiConsumer<Asked, Observation> weigh) {
    String probe = at.transport().equals("tcp") ? "tls-endpoint" : "dtls-endpoint";
    CryptoInUse.ask(facts, questions, question, key, at, probe, weigh);
  }

  private Optional<Observation> seen(String key) {
    return facts.observations(key, at.toString()).stream().filter(Observation::seen).findFirst();
  }

  private void versions(Asked asked, Observation o) {
    List<String> accepted = o.texts("accepted");
    if (accepted.isEmpty()) {
      asked.left("no version of TLS was agreed at " + at);
    }
    compare(asked, "accepts", o, accepted, declared::has);
    List<String> open = o.texts("undecided").stream().filter(v -> !declared.has(v)).toList();
    if (!open.isEmpty()) {
      asked.left("whether " + at + " accepts " + open + " is not known");
    }
    asked.answered(o, at + " accepts " + String.join(", ", accepted) + " alone");
  }

  private void suites(Asked asked, Observation o) {
    compare(asked, "accepts", o, o.texts("accepted"), declared::covers);
    if (o.texts("accepted").isEmpty() || !complete(o)) {
      asked.left("the list of cipher suites of " + at + " has gaps");
    }
    asked.answered(o, at + " accepts " + o.texts("accepted").size() + " suites, all declared");
  }

  private void groups(Asked asked, Observation o) {
    List<String> accepted = o.texts("accepted");
    Predicate<String> undeclared = g -> declared.namesGroups() && !declared.hasGroup(g);
    refuse(asked, "agrees keys on", o, accepted, undeclared);
    unlisted(asked, accepted.stream().filter(undeclared).toList());
    o.number("dhBits").ifPresent(bits -> field(asked, o, bits.intValue()));
    boolean fields =
        seen(SUITES).stream()
            .flatMap(s -> s.texts("accepted").stream())
            .flatMap(s -> TlsSuite.parse(s).stream())
            .anyMatch(TlsSuite::isEphemeralDh);
    if (fields && o.number("dhBits").isEmpty()) {
      asked.left("the size of the Diffie-Hellman group of " + at + " is not known");
    }
    if (!complete(o)) {
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
  private void signatures(Asked asked, Observation o) {
    List<String> all =
        Stream.concat(o.texts("accepted").stream(), o.texts("implied").stream()).toList();
    refuse(asked, "signs with", o, all, s -> !declared.hasSignature(s));
    if (!complete(o)) {
      asked.left("the list of signature algorithms of " + at + " has gaps");
    }
    asked.answered(o, at + " signs with " + String.join(", ", all));
  }

  private void weaknesses(Asked asked, Observation o) {
    List<String> found = o.texts("found");
    for (String weakness : OF_THE_PROTOCOL) {
      String name = WEAKNESS + weakness;
      if (found.contains(weakness) && policy().rejects(name)) {
        asked.refuted(o, at + " has the weakness " + weakness + ", " + policy().why(name));
      } else if (!found.contains(weakness)
          && !o.texts("absent").contains(weakness)
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
  private static boolean needNoCertificate(Observation suites) {
    List<String> accepted = suites.texts("accepted");
    return complete(suites)
        && !accepted.isEmpty()
        && accepted.stream().allMatch(s -> s.contains("PSK_WITH") && !s.contains("RSA_PSK"));
  }

  private static boolean complete(Observation o) {
    return Boolean.TRUE.equals(o.coverage().get("complete"));
  }

  private PolicyOnUse policy() {
    return PolicyOnUse.of(facts);
  }
}
