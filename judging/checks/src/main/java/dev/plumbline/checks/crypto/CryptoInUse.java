package dev.plumbline.checks.crypto;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.NetworkFacts;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.Questions.Asked;
import dev.plumbline.checks.logins.Logins;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.judging.check.Check.Outcome;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.login.LoginMechanism;
import dev.plumbline.observation.network.FtpAccess;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.tls.DtlsEndpoint;
import dev.plumbline.observation.tls.TlsClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the cryptography that a row declares with what its endpoints accept, what its calls
 * offer and what captures show of both. Deviations from the row count, and what the crypto policy
 * calls broken even where the row declares it; whether the row itself is best practice is another
 * unit's question.
 */
public final class CryptoInUse {
  /** Protocols that may change to TLS on the same port (RFC 3207, RFC 4217 and their like). */
  private static final Set<String> UPGRADABLE = Set.of("ftp", "imap", "pop3", "smtp");

  public static final List<String> NEEDS =
      Stream.of(
              Kinds.keys(
                  ServiceIdentified.class,
                  DtlsEndpoint.class,
                  TlsClient.class,
                  LoginMechanism.class,
                  FtpAccess.class)
                  .stream(),
              TlsInUse.KEYS.stream(),
              SshInUse.KEYS.stream(),
              Captured.KEYS.stream(),
              NetworkFacts.datagramKeys())
          .flatMap(s -> s)
          .distinct()
          .toList();

  private final Facts facts;
  private final IxitEntry row;
  private final DeclaredAlgorithms declared;
  private final Captured captured;
  private final Questions questions = new Questions();
  private final List<String> looked = new ArrayList<>();

  private CryptoInUse(Facts facts, IxitEntry row) {
    this.facts = facts;
    this.row = row;
    this.declared = DeclaredAlgorithms.of(row);
    this.captured = new Captured(facts, row, declared, questions);
  }

  /** Judges a row by its endpoints and by the calls of the device that it is about. */
  public static Outcome judge(Facts facts, IxitEntry row) {
    return facts.derived(
        Outcome.class,
        List.of(CryptoInUse.class, row.subject()),
        () -> new CryptoInUse(facts, row).judge());
  }

  private Outcome judge() {
    List<Endpoint> endpoints = Declared.of(facts).endpoints(row);
    List<ClientTest> calls = Callings.of(facts, row);
    endpoints.forEach(captured::served);
    captured.called();
    if (endpoints.isEmpty() && calls.isEmpty()) {
      questions.gap(
          "row " + row.id() + " names no endpoint, and test.clients names no server of it",
          new Remedy.AddEndpoints(row.subject()),
          new Remedy.NameClient("the server that the device calls"));
    } else if (declared.isEmpty() && row.text("protocol").equals("none") && calls.isEmpty()) {
      return unprotected(endpoints);
    } else if (declared.isEmpty()) {
      endpoints.forEach(this::login);
      questions.gap(
          "row " + row.id() + " lists no algorithms, so there is nothing to compare with",
          new Remedy.ChangeDeclaration(row.subject(), "list the `algorithms` in use"));
    } else {
      endpoints.forEach(this::compare);
      endpoints.forEach(this::filesInClear);
      Logins.inClearText(facts, row)
          .forEach(e -> questions.gap("whether " + e + " takes this password in clear text"));
    }
    Callings callings = new Callings(facts, row, declared, questions);
    calls.forEach(callings::compare);
    return questions
        .contradicting(
            Declared.place(row, "algorithms"),
            row.id() + " declares " + String.join(", ", row.texts("algorithms")) + ".")
        .outcome(
            "Differs from " + row.id() + ": ",
            "Switch off what is not declared or broken, renew faulty certificates, or correct the row and justify it.",
            holds(calls, callings));
  }

  /** A row that declares to protect nothing: nothing secret may then cross it. */
  private Outcome unprotected(List<Endpoint> endpoints) {
    for (Endpoint endpoint : endpoints) {
      ask(
          facts,
          questions,
          "Is this endpoint free of passwords?",
          LoginMechanism.class,
          endpoint,
          "login-mechanisms",
          (asked, s) -> {
            if (s.fact().password()) {
              asked.refuted(s.observation(), endpoint + " takes a password");
            }
            asked.answered(s.observation(), "no login was found at " + endpoint);
          });
      ask(
          facts,
          questions,
          "Does this endpoint use no cryptography, as declared?",
          ServiceIdentified.class,
          endpoint,
          "service-identification",
          (asked, s) -> {
            if (isUnknown(s.fact())) {
              asked.left("nobody recognised what " + endpoint + " speaks");
            }
            if (speaksTls(s.fact())) {
              asked.left("TLS is spoken at " + endpoint + ", of which the row says nothing");
            } else if (mayHideTls(s.fact())) {
              asked.left("nobody tried whether " + endpoint + " speaks TLS");
            }
            asked.answered(
                s.observation(), endpoint + " speaks " + s.fact().protocol() + " without TLS");
          });
    }
    return questions
        .contradicting(
            Declared.place(row, "protocol"), row.id() + " declares that nothing is protected.")
        .outcome(
            row.id() + " protects nothing, yet ",
            "Take secrets off this connection, or protect it and declare how.",
            row.id() + " declares no cryptography, and " + endpoints + " use none.");
  }

  private String holds(List<ClientTest> calls, Callings callings) {
    String served =
        looked.isEmpty()
            ? ""
            : "Agrees with " + row.id() + " at " + String.join("; at ", looked) + ".";
    String called =
        calls.isEmpty()
            ? ""
            : "Calls for "
                + calls.stream().map(ClientTest::host).toList()
                + " offer what "
                + row.id()
                + " declares and nothing else, refuse each faulty certificate, and did not come in"
                + " clear text.";
    String remarks =
        calls.stream().flatMap(c -> callings.remarks(c).stream()).collect(Collectors.joining(" "));
    return (served + " " + called + " " + remarks).strip();
  }

  private void compare(Endpoint endpoint) {
    login(endpoint);
    if (endpoint.transport().equals("udp")) {
      datagrams(endpoint);
    } else {
      ask(
          facts,
          questions,
          "Is what this endpoint speaks protected as declared?",
          ServiceIdentified.class,
          endpoint,
          "service-identification",
          (asked, s) -> service(endpoint, asked, s.observation(), s.fact()));
    }
  }

  private static boolean isUnknown(ServiceIdentified service) {
    return service.protocol().equals("unknown") || service.protocol().isEmpty();
  }

  private static boolean speaksTls(ServiceIdentified service) {
    return service.tls() || service.starttls().orElse(false);
  }

  private void service(Endpoint endpoint, Asked asked, Observation s, ServiceIdentified service) {
    String protocol = service.protocol();
    if (speaksTls(service)) {
      if (service.starttls().orElse(false)) {
        asked.left(
            "whether " + endpoint + " works without STARTTLS is not known",
            new Remedy.PersonLooks("whether " + endpoint + " works without STARTTLS"));
      }
      asked.answered(s, endpoint + " speaks TLS");
      tls(endpoint);
    } else if (protocol.equals("ssh")) {
      asked.answered(s, endpoint + " speaks SSH");
      SshInUse ssh = new SshInUse(facts, row, declared, questions, endpoint);
      ssh.compare();
      looked.add(ssh.looked());
      questions.lookedAt(ssh.looked());
    } else if (isUnknown(service)) {
      asked.left("nobody recognised what " + endpoint + " speaks");
    } else if (declared.secureTransport() && mayHideTls(service)) {
      asked.left("nobody tried whether " + endpoint + " speaks TLS");
    } else if (declared.secureTransport()) {
      asked.refuted(s, endpoint + " speaks " + protocol + " in clear text");
    } else {
      asked.left(
          "no probe compares " + protocol + ", which is spoken at " + endpoint,
          new Remedy.PersonLooks("the protection of " + protocol + " at " + endpoint));
    }
  }

  private void tls(Endpoint endpoint) {
    TlsInUse tls = new TlsInUse(facts, row, declared, questions, endpoint);
    tls.compare();
    looked.add(tls.looked());
    questions.lookedAt(tls.looked());
    questions.notLookedAt("other server names and protocols than these at " + endpoint);
  }

  /** A service over UDP: inside DTLS, or in clear text. */
  private void datagrams(Endpoint endpoint) {
    Asked asked = questions.ask("Is what this endpoint speaks inside DTLS?", endpoint.toString());
    Optional<Observation> clear =
        NetworkFacts.of(facts)
            .datagrams(endpoint)
            .filter(o -> !o.is(DtlsEndpoint.class))
            .findFirst();
    Optional<Observation> dtls =
        facts
            .newestSeen(DtlsEndpoint.class, endpoint.toString())
            .filter(s -> s.fact().present())
            .map(Seen::observation);
    if (clear.isPresent() && declared.secureTransport()) {
      asked.refuted(clear.get(), endpoint + " answers in clear text (" + clear.get().key() + ")");
    } else if (dtls.isPresent()) {
      asked.answered(dtls.get(), endpoint + " speaks DTLS");
      tls(endpoint);
    } else {
      asked.left("nobody found DTLS at " + endpoint, new Remedy.RunProbe(List.of("dtls-endpoint")));
    }
  }

  /** A login form inside TLS that posts its password to a plain address. */
  private void login(Endpoint endpoint) {
    facts.seen(LoginMechanism.class, endpoint.toString()).stream()
        .filter(s -> s.fact().password() && s.fact().clearText())
        .forEach(
            s ->
                questions.against(endpoint + " takes the password in clear text", s.observation()));
  }

  /** FTP protects commands and data apart, so that TLS at the port says nothing of its files. */
  private void filesInClear(Endpoint endpoint) {
    List<Seen<FtpAccess>> access = facts.seen(FtpAccess.class, endpoint.toString());
    boolean ftp =
        !access.isEmpty()
            || facts.seen(ServiceIdentified.class, endpoint.toString()).stream()
                .anyMatch(s -> s.fact().protocol().equals("ftp"));
    if (!ftp || !declared.secureTransport()) {
      return;
    }
    Asked asked = questions.ask("Do files travel inside TLS too?", endpoint.toString());
    for (Seen<FtpAccess> s : access) {
      s.fact()
          .clearData()
          .ifPresent(
              clear -> {
                if (clear) {
                  asked.refuted(
                      s.observation(),
                      endpoint + " sends files in the clear to a login inside TLS (PROT C)");
                } else {
                  asked.answered(s.observation(), endpoint + " refuses to send files in the clear");
                }
              });
    }
    if (access.stream().allMatch(s -> s.fact().clearData().isEmpty())) {
      asked.left(
          "nobody saw whether " + endpoint + " sends files in the clear",
          new Remedy.RunProbe(List.of("ftp-access")));
    }
  }

  /** A tool that did not try TLS says nothing of it; that is not the same as "no". */
  private static boolean mayHideTls(ServiceIdentified service) {
    return UPGRADABLE.contains(service.protocol()) && service.starttls().isEmpty();
  }

  /**
   * Asks what one kind of observation of an endpoint answers.
   *
   * @param probe that answers it where nothing did
   */
  static <F extends Fact> void ask(
      Facts facts,
      Questions questions,
      String question,
      Class<F> kind,
      Endpoint endpoint,
      String probe,
      BiConsumer<Asked, Seen<F>> weigh) {
    Asked asked = questions.ask(question, endpoint.toString());
    Optional<Observation> found = facts.newest(kind, endpoint.toString());
    Optional<Seen<F>> seen = facts.newestSeen(kind, endpoint.toString());
    if (seen.isEmpty()) {
      asked.left(
          found.map(o -> "no answer to ").orElse("not looked at: ")
              + Kinds.key(kind)
              + " of "
              + endpoint
              + found.map(o -> ": " + o.reason()).orElse(""),
          new Remedy.RunProbe(List.of(probe)));
    } else {
      weigh.accept(asked, seen.get());
    }
  }
}
