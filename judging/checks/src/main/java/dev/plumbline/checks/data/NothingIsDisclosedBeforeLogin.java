package dev.plumbline.checks.data;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.NetworkFacts;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.login.LoginBruteForce;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.tls.DtlsEndpoint;
import dev.plumbline.observation.tls.TlsCertificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An interface gives away no security-relevant fact before login that its row does not list. */
public final class NothingIsDisclosedBeforeLogin implements Check {
  private static final String LISTED = "disclosedInformation";

  @Override
  public List<String> needs() {
    return Stream.concat(
            Kinds.keys(
                ServiceDisclosed.class,
                ServiceIdentified.class,
                TlsCertificate.class,
                LoginBruteForce.class)
                .stream(),
            NetworkFacts.datagramKeys())
        .toList();
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    List<Endpoint> endpoints = Declared.of(facts).endpoints(row);
    if (endpoints.isEmpty()) {
      return Outcome.undetermined(
          "Row " + row.id() + " names no endpoint, so that nothing could be read there.");
    }
    String allowed = row.text("securityRelevantDisclosure") + " ; " + row.text(LISTED);
    Questions questions = new Questions();
    for (Endpoint endpoint : endpoints) {
      Questions.Asked silent =
          questions.ask(
              "Does the interface disclose nothing before login that its row does not list?",
              endpoint.toString());
      Optional<Observation> read = facts.newest(ServiceDisclosed.class, endpoint.toString());
      Optional<Seen<ServiceDisclosed>> seen =
          facts.newestSeen(ServiceDisclosed.class, endpoint.toString());
      if (seen.isEmpty()) {
        silent.left(
            "what "
                + endpoint
                + " gives away was not read"
                + read.map(o -> " (" + o.reason() + ")").orElse(""),
            new Remedy.RunProbe(List.of("service-identification", "http-surface")));
      } else {
        weigh(facts, endpoint, seen.get(), allowed, questions, silent);
      }
      certificates(facts, endpoint, allowed, questions, silent);
      hints(facts, endpoint, questions, silent);
    }
    String listed = row.text(LISTED).isBlank() ? "nothing" : row.text(LISTED);
    return questions
        .contradicting(
            Declared.place(row, LISTED, "securityRelevantDisclosure"),
            row.id() + " discloses: " + listed + ".")
        .outcome(
            "Given away before login and not declared as disclosed: ",
            "Remove product names, versions and other such facts from banners, headers and pages,"
                + " or declare each with the reason why it has to be there.",
            "What "
                + endpoints
                + " say before login was read ("
                + questions.places()
                + "); the security-relevant facts found there are declared.");
  }

  /** Names of a certificate are shown in the handshake, before any login. */
  private static void certificates(
      Facts facts, Endpoint endpoint, String allowed, Questions questions, Questions.Asked silent) {
    List<CertificateText> shown = CertificateText.at(endpoint, facts);
    boolean tls =
        facts
            .newestSeen(ServiceIdentified.class, endpoint.toString())
            .filter(s -> s.fact().tls())
            .isPresent();
    if (tls && shown.isEmpty()) {
      questions.notLookedAt("certificate of " + endpoint);
    }
    for (CertificateText certificate : shown) {
      questions.lookedAt("certificate of " + endpoint);
      for (Disclosed fact : certificate.facts()) {
        if (!fact.isListed(allowed)) {
          silent.refuted(certificate.shows(), "the certificate of " + endpoint + ": " + fact);
        }
      }
    }
  }

  /** An answer to a wrong login is read before any right one; no row can allow such a hint. */
  private static void hints(
      Facts facts, Endpoint endpoint, Questions questions, Questions.Asked silent) {
    for (Seen<LoginBruteForce> seen : facts.seen(LoginBruteForce.class, endpoint.toString())) {
      seen.fact()
          .hints()
          .ifPresent(
              parts -> {
                questions.lookedAt("answers to wrong logins at " + endpoint);
                parts.forEach(
                    part ->
                        silent.refuted(
                            seen.observation(),
                            "an answer of "
                                + endpoint
                                + " to a wrong login holds the "
                                + part
                                + " of the password"));
              });
    }
  }

  private static void weigh(
      Facts facts,
      Endpoint endpoint,
      Seen<ServiceDisclosed> seen,
      String allowed,
      Questions questions,
      Questions.Asked silent) {
    Observation read = seen.observation();
    List<String> looked = seen.fact().looked();
    questions.lookedAt(String.join(", ", looked) + " of " + endpoint);
    silent.answered(read, "what was read there (" + String.join(", ", looked) + ") is declared");
    if (looked.isEmpty()) {
      silent.left("which places of " + endpoint + " were read is not recorded");
    }
    List<String> unread = seen.fact().unanswered().orElse(List.of());
    if (!unread.isEmpty()) {
      silent.left(endpoint + " gave no answer about " + unread);
      questions.notLookedAt(unread + " of " + endpoint);
    }
    for (Disclosed fact : Disclosed.of(read)) {
      if (fact.relevant() && !fact.isListed(allowed)) {
        silent.refuted(read, endpoint + ": " + fact);
      }
    }
    Optional<Observation> service = NetworkFacts.of(facts).service(endpoint);
    List<Observation> datagrams = NetworkFacts.of(facts).datagrams(endpoint).toList();
    if (service.isEmpty() && datagrams.size() == 1) {
      // What answered over UDP to a question of its own protocol is recognised by that.
      questions.restsOn(datagrams);
      if (datagrams.getFirst().is(DtlsEndpoint.class)) {
        silent.left("what " + endpoint + " gives away inside DTLS was not read");
      }
      return;
    }
    if (service.isEmpty()) {
      silent.left("nobody recognised the service at " + endpoint);
      return;
    }
    questions.restsOn(service.get());
    boolean pages = looked.contains("page") || looked.contains("pages");
    if (NetworkFacts.of(facts).protocol(endpoint).equals("http") && !pages) {
      silent.left(
          "the pages of " + endpoint + " were not read",
          new Remedy.RunProbe(List.of("http-surface")));
    }
  }
}
