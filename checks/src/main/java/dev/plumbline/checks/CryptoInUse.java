package dev.plumbline.checks;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.engine.Check.Outcome;
import dev.plumbline.engine.Facts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares the cryptography that a row declares with what its endpoints accept and its calls offer.
 * Only a deviation from the row counts here; whether the row itself is best practice is another
 * unit's question.
 */
final class CryptoInUse {
  /** Protocols that may change to TLS on the same port (RFC 3207, RFC 4217 and their like). */
  private static final Set<String> UPGRADABLE = Set.of("ftp", "imap", "pop3", "smtp");

  private static final String DTLS = "dtls.endpoint";

  static final List<String> NEEDS =
      Stream.concat(
              Stream.of(
                  Network.SERVICE,
                  DTLS,
                  "tls.versions",
                  "tls.suites",
                  "tls.certificate",
                  "ssh.algorithms",
                  Callings.CALL,
                  Logins.MECHANISM,
                  Traffic.CLEAR_TEXT),
              Network.datagramKeys())
          .distinct()
          .toList();

  private final Facts facts;
  private final IxitEntry row;
  private final DeclaredAlgorithms declared;
  private final Questions questions = new Questions();

  private CryptoInUse(Facts facts, IxitEntry row) {
    this.facts = facts;
    this.row = row;
    this.declared = DeclaredAlgorithms.of(row);
  }

  /** Judges a row by its endpoints and by the calls of the device that it is about. */
  static Outcome judge(Facts facts, IxitEntry row) {
    return facts.derived(
        Outcome.class,
        List.of(CryptoInUse.class, row.subject()),
        () -> new CryptoInUse(facts, row).judge());
  }

  private Outcome judge() {
    List<Endpoint> endpoints = Declared.of(facts).endpoints(row);
    List<ClientTest> calls = Callings.of(facts, row);
    if (endpoints.isEmpty() && calls.isEmpty()) {
      return Outcome.undetermined(
          "Row "
              + row.id()
              + " names no endpoint, so nothing could be compared with it"
              + Callings.MEANS
              + ".");
    }
    if (declared.isEmpty() && row.text("protocol").equals("none") && calls.isEmpty()) {
      return unprotected(endpoints);
    }
    if (declared.isEmpty()) {
      return Outcome.undetermined(
          "Row " + row.id() + " lists no algorithms, so there is nothing to compare with.");
    }
    endpoints.forEach(this::compare);
    Callings callings = new Callings(facts, row, declared, questions);
    calls.forEach(callings::compare);
    Logins.inClearText(facts, row)
        .forEach(e -> questions.gap("whether " + e + " takes this password in clear text"));
    return questions
        .contradicting(
            Declared.place(row, "algorithms"),
            row.id() + " declares " + String.join(", ", row.texts("algorithms")) + ".")
        .outcome(
            "In use and not declared in " + row.id() + ": ",
            "Switch off what is not declared, renew faulty certificates, or correct the row and justify it.",
            holds(endpoints, calls, callings));
  }

  /** A row that declares to protect nothing: nothing secret may then cross it. */
  private Outcome unprotected(List<Endpoint> endpoints) {
    for (Endpoint endpoint : endpoints) {
      seen(Logins.MECHANISM, endpoint)
          .filter(o -> o.flag("password").orElse(true))
          .ifPresent(o -> questions.against(endpoint + " takes a password", o));
      seen(Network.SERVICE, endpoint)
          .ifPresent(
              s -> {
                if (s.text("protocol").equals("unknown") || s.text("protocol").isEmpty()) {
                  questions.gap("nobody recognised what " + endpoint + " speaks");
                }
                if (s.flag("tls").orElse(false) || s.flag("starttls").orElse(false)) {
                  questions.gap(endpoint + " speaks TLS, of which the row says nothing");
                } else if (mayHideTls(s)) {
                  questions.gap("nobody tried whether " + endpoint + " speaks TLS");
                }
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

  private String holds(List<Endpoint> endpoints, List<ClientTest> calls, Callings callings) {
    String served =
        endpoints.isEmpty()
            ? ""
            : "Versions, cipher suites and certificates of TLS, and all lists of SSH, at "
                + endpoints
                + " are those of "
                + row.id()
                + ".";
    String called =
        calls.isEmpty()
            ? ""
            : "Calls for "
                + calls.stream().map(ClientTest::host).toList()
                + " offer what "
                + row.id()
                + " declares and nothing else, and refuse each faulty certificate.";
    String remarks =
        calls.stream().flatMap(c -> callings.remarks(c).stream()).collect(Collectors.joining(" "));
    return (served + " " + called + " " + remarks).strip();
  }

  private void compare(Endpoint endpoint) {
    login(endpoint);
    if (declared.secureTransport()) {
      facts.observations(Traffic.CLEAR_TEXT, endpoint.toString()).stream()
          .filter(Observation::seen)
          .forEach(o -> Traffic.exposed(o).forEach(clause -> questions.against(clause, o)));
    }
    if (endpoint.transport().equals("udp")) {
      datagrams(endpoint);
      return;
    }
    Optional<Observation> service = seen(Network.SERVICE, endpoint);
    if (service.isEmpty()) {
      return;
    }
    Observation s = service.get();
    if (s.flag("tls").orElse(false) || s.flag("starttls").orElse(false)) {
      if (s.flag("starttls").orElse(false)) {
        questions.gap("whether " + endpoint + " works without STARTTLS, a person tests");
      }
      tls(endpoint);
    } else if (s.text("protocol").equals("ssh")) {
      ssh(endpoint);
    } else if (s.text("protocol").equals("unknown") || s.text("protocol").isEmpty()) {
      questions.gap("nobody recognised what " + endpoint + " speaks");
    } else if (declared.secureTransport() && mayHideTls(s)) {
      questions.gap("nobody tried whether " + endpoint + " speaks TLS");
    } else if (declared.secureTransport()) {
      questions.against(endpoint + " speaks " + s.text("protocol") + " in clear text", s);
    } else {
      questions.gap(endpoint + " speaks " + s.text("protocol") + ", which no probe compares");
    }
  }

  /** A service over UDP: inside DTLS, or in clear text. */
  private void datagrams(Endpoint endpoint) {
    Optional<Observation> clear =
        Network.of(facts).datagrams(endpoint).filter(o -> !o.key().equals(DTLS)).findFirst();
    Optional<Observation> dtls =
        facts.observations(DTLS, endpoint.toString()).stream()
            .filter(o -> o.seen() && o.flag("present").orElse(false))
            .findFirst();
    if (clear.isPresent() && declared.secureTransport()) {
      questions.against(
          endpoint + " answers in clear text (" + clear.get().key() + ")", clear.get());
    } else if (dtls.isPresent()) {
      questions.restsOn(dtls.get());
      tls(endpoint);
    } else {
      questions.gap("nobody found DTLS at " + endpoint);
    }
  }

  /** A login form inside TLS that posts its password to a plain address. */
  private void login(Endpoint endpoint) {
    facts.observations(Logins.MECHANISM, endpoint.toString()).stream()
        .filter(o -> o.seen() && o.flag("password").orElse(false))
        .filter(o -> o.flag("clearText").orElse(false) && declared.secureTransport())
        .forEach(o -> questions.against(endpoint + " takes the password in clear text", o));
  }

  private void tls(Endpoint endpoint) {
    seen("tls.versions", endpoint)
        .ifPresent(
            o -> {
              if (o.texts("accepted").isEmpty()) {
                questions.gap("no version of TLS was agreed at " + endpoint);
              }
              undeclared(endpoint, "accepts", o, o.texts("accepted"));
              List<String> open =
                  o.texts("undecided").stream().filter(v -> !declared.has(v)).toList();
              if (!open.isEmpty()) {
                questions.gap("whether " + endpoint + " accepts " + open + " is not known");
              }
            });
    seen("tls.suites", endpoint)
        .ifPresent(
            o -> {
              List<String> more =
                  o.texts("accepted").stream().filter(s -> !declared.covers(s)).toList();
              if (!more.isEmpty()) {
                questions.against(endpoint + " accepts " + String.join(", ", more), o);
              }
              if (o.texts("accepted").isEmpty()
                  || !Boolean.TRUE.equals(o.coverage().get("complete"))) {
                questions.gap("the list of cipher suites of " + endpoint + " has gaps");
              }
            });
    if (needsNoCertificate(endpoint)) {
      return;
    }
    seen("tls.certificate", endpoint)
        .ifPresent(
            o -> {
              List<String> faults =
                  o.texts("faults").stream().filter(CryptoInUse::breaksAuthenticity).toList();
              if (!faults.isEmpty()) {
                questions.against(
                    endpoint + " shows a certificate that is " + String.join(", ", faults), o);
              }
              if (!(o.value().get("faults") instanceof List<?>)) {
                questions.gap("the certificate of " + endpoint + " was not examined");
              }
            });
  }

  /** Where both ends own a key before (RFC 4279, RFC 5489), a server shows no certificate. */
  private boolean needsNoCertificate(Endpoint endpoint) {
    return facts.observations("tls.suites", endpoint.toString()).stream()
        .filter(Observation::seen)
        .filter(o -> Boolean.TRUE.equals(o.coverage().get("complete")))
        .map(o -> o.texts("accepted"))
        .anyMatch(
            l ->
                !l.isEmpty()
                    && l.stream().allMatch(s -> s.contains("PSK_WITH") && !s.contains("RSA_PSK")));
  }

  private static boolean breaksAuthenticity(String fault) {
    return switch (fault) {
      case "expired", "not-yet-valid", "weak-key", "weak-signature", "wrong-use" -> true;
      default -> false;
    };
  }

  /** A tool that did not try TLS says nothing of it; that is not the same as "no". */
  private static boolean mayHideTls(Observation service) {
    boolean upgradable = UPGRADABLE.contains(service.text("protocol"));
    return service.flag("tls").isEmpty() || (upgradable && service.flag("starttls").isEmpty());
  }

  private void ssh(Endpoint endpoint) {
    seen("ssh.algorithms", endpoint)
        .ifPresent(
            o -> {
              for (String list : List.of("kex", "hostKey", "ciphers", "macs")) {
                if (o.texts(list).isEmpty()) {
                  questions.gap("the list " + list + " of " + endpoint + " is not known");
                }
                undeclared(
                    endpoint,
                    "offers",
                    o,
                    o.texts(list).stream().filter(a -> !isMarker(a)).toList());
              }
              if (o.flag("ssh1").isEmpty()) {
                questions.gap("nobody tried the first protocol of SSH at " + endpoint);
              } else if (o.flag("ssh1").get() && !declared.has("SSH-1")) {
                questions.against(endpoint + " speaks the first protocol of SSH", o);
              }
            });
  }

  /** Names in an SSH list that announce an extension and are no algorithms. */
  private static boolean isMarker(String name) {
    return name.startsWith("ext-info-") || name.startsWith("kex-strict-");
  }

  private void undeclared(Endpoint endpoint, String verb, Observation o, List<String> names) {
    List<String> more = names.stream().filter(n -> !declared.has(n)).distinct().toList();
    if (!more.isEmpty()) {
      questions.against(endpoint + " " + verb + " " + String.join(", ", more), o);
    }
  }

  private Optional<Observation> seen(String key, Endpoint endpoint) {
    Optional<Observation> found = facts.observations(key, endpoint.toString()).stream().findFirst();
    if (found.filter(Observation::seen).isEmpty()) {
      questions.gap(
          key + " of " + endpoint + ": " + found.map(Observation::reason).orElse("not looked at"));
      return Optional.empty();
    }
    questions.restsOn(found.get());
    return found;
  }
}
