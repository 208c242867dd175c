package dev.plumbline.checks.crypto;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.Questions.Asked;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.tls.TlsClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Compares the cryptography that a row declares with what the device offers and accepts where it is
 * the client, seen by a stand-in for its server.
 */
public record Callings(
    Facts facts, IxitEntry row, DeclaredAlgorithms declared, Questions questions) {
  public static final String CALL = Kinds.key(TlsClient.class);

  /** What to say where a row has neither an endpoint nor a stand-in. */
  public static final String MEANS =
      "; for a connection that the device opens, product.yaml has to name a server that Plumbline"
          + " may stand in for (test.clients)";

  private static final String TRUSTED = "trusted";
  private static final String PROBE = "client-tls";
  private static final String GROUPS = "groups";

  /** The client tests that are about a row. */
  public static List<ClientTest> of(Facts facts, IxitEntry row) {
    return facts.product().clients().stream()
        .filter(t -> t.rows().contains(row.subject()))
        .toList();
  }

  void compare(ClientTest test) {
    Optional<Observation> found = facts.newest(TlsClient.class, test.subject());
    Optional<Seen<TlsClient>> seen = facts.newestSeen(TlsClient.class, test.subject());
    if (seen.isEmpty()) {
      ask("Do calls offer and accept what the row declares?", test)
          .left(
              "calls for "
                  + test.host()
                  + ": "
                  + found.map(Observation::reason).orElse("nothing waited for them"),
              new Remedy.RunProbe(List.of(PROBE)));
      return;
    }
    Observation o = seen.get().observation();
    TlsClient client = seen.get().fact();
    questions.lookedAt(
        client.calls()
            + " calls for "
            + test.host()
            + ", which met "
            + (client.accepted().size() + client.refused().size())
            + " servers");
    questions.notLookedAt("calls for " + test.host() + " at other times and to other hosts");
    faults(ask("Do calls refuse each faulty server?", test), test, seen.get());
    clearText(ask("Does every call come over TLS?", test), test, seen.get());
    if (!declared.isEmpty()) {
      Asked asked = ask("Is what calls offer declared and not broken?", test);
      offered(asked, test, o, "versions", client.versions(), declared::has);
      if (!client.versionsComplete()) {
        asked.left("whether calls for " + test.host() + " accept older versions is not known");
      }
      offered(asked, test, o, "suites", client.suites(), declared::covers);
      Chosen groups =
          new Chosen(GROUPS, client.groups(), declared.namesGroups(), declared::hasGroup);
      Chosen signatures =
          new Chosen(
              "signatures",
              client.signatures(),
              declared.namesSignatures(),
              declared::hasSignature);
      chosen(asked, test, o, groups);
      chosen(asked, test, o, signatures);
      asked.answered(o, "calls for " + test.host() + " offer what " + row.id() + " declares");
    }
    if (Declared.of(facts).plays(row, TableRole.AUTHENTICATION_MECHANISMS)) {
      login(ask("Do calls prove a key of the device as declared?", test), test, seen.get());
    }
    if (promisesRevocation()) {
      revoked(ask("Do calls notice that a certificate is revoked?", test), test, seen.get());
    }
  }

  /**
   * Algorithms of which calls offer more than a row lists.
   *
   * @param list what they are, in words
   * @param listed whether the row lists any
   */
  private record Chosen(
      String list, List<String> names, boolean listed, Predicate<String> isDeclared) {}

  private Asked ask(String question, ClientTest test) {
    return questions.ask(question, test.subject());
  }

  private boolean promisesRevocation() {
    return row.flag("checksRevocation").orElse(false);
  }

  /**
   * Only a row that promises it is held to it; the observation stands for a person all the same.
   */
  private static void revoked(Asked asked, ClientTest test, Seen<TlsClient> seen) {
    Observation o = seen.observation();
    String outcome = seen.fact().revoked().orElse("");
    if (outcome.equals("accepted")) {
      asked.refuted(
          o,
          "calls for "
              + test.host()
              + " accept a server whose certificate is revoked, as its authority told them");
    } else if (!outcome.equals("refused")) {
      asked.left(
          "whether calls for "
              + test.host()
              + " notice that a certificate is revoked is not known"
              + (outcome.isEmpty() ? "" : ": " + reason(seen.fact())));
    }
    asked.answered(o, "calls for " + test.host() + " refused a revoked certificate");
  }

  private static String reason(TlsClient client) {
    return client.reasons().getOrDefault("revoked", "no reason was recorded");
  }

  /** What a person may want to know of calls that deviate from nothing. */
  List<String> remarks(ClientTest test) {
    return facts.seen(TlsClient.class, test.subject()).stream()
        .filter(s -> s.fact().revoked().filter("accepted"::equals).isPresent())
        .filter(s -> !promisesRevocation())
        .map(
            s ->
                "Calls for "
                    + test.host()
                    + " also accept a server whose certificate is revoked; "
                    + row.id()
                    + " does not promise otherwise (checksRevocation).")
        .toList();
  }

  private static void faults(Asked asked, ClientTest test, Seen<TlsClient> seen) {
    Observation o = seen.observation();
    TlsClient client = seen.fact();
    List<String> wrong =
        client.accepted().stream()
            .filter(f -> !f.equals(TRUSTED) && !f.startsWith("tls-") && !f.startsWith("dtls-"))
            .toList();
    if (!wrong.isEmpty()) {
      asked.refuted(
          o,
          "calls for "
              + test.host()
              + " accept a server whose certificate is "
              + String.join(", ", wrong));
    }
    if (!client.control()) {
      asked.left(
          "calls for "
              + test.host()
              + " accepted no faultless server, so that a refusal says nothing",
          new Remedy.ChangeDeclaration(
              "product.yaml", "give the `authority` that the unit trusts under test.clients"));
    }
    if (!client.undecided().isEmpty() || !client.complete()) {
      asked.left(
          "not every faulty certificate was shown to calls for "
              + test.host()
              + "; undecided: "
              + client.undecided(),
          new Remedy.RunProbe(List.of(PROBE)));
    }
    asked.answered(
        o, "calls for " + test.host() + " refused " + client.refused().size() + " faulty servers");
  }

  private void offered(
      Asked asked,
      ClientTest test,
      Observation o,
      String list,
      List<String> names,
      Predicate<String> isDeclared) {
    List<String> more = names.stream().filter(isDeclared.negate()).toList();
    if (!more.isEmpty()) {
      asked.refuted(o, "calls for " + test.host() + " offer " + String.join(", ", more));
    }
    names.stream()
        .filter(n -> isDeclared.test(n) && policy().breaks(n))
        .forEach(n -> offers(asked, test, o, n));
    if (names.isEmpty()) {
      asked.left("which " + list + " calls for " + test.host() + " offer is not known");
    }
  }

  private void offers(Asked asked, ClientTest test, Observation o, String name) {
    asked.refuted(o, "calls for " + test.host() + " offer " + name + ", " + policy().why(name));
  }

  /**
   * Groups and signature algorithms, of which libraries offer more than a row lists: what the
   * policy does not accept counts against it, other ones leave the question open. A group that is
   * offered may be agreed on; an old signature that is offered is used by no server of the day, and
   * a weak one of a certificate is tried by itself.
   */
  private void chosen(Asked asked, ClientTest test, Observation o, Chosen what) {
    List<String> names = what.names();
    if (names.isEmpty() && what.listed()) {
      asked.left("which " + what.list() + " calls for " + test.host() + " offer is not known");
    }
    Predicate<String> undeclared = n -> what.listed() && !what.isDeclared().test(n);
    names.stream()
        .filter(
            n ->
                (what.list().equals(GROUPS) && policy().breaks(n))
                    || (policy().rejects(n) && undeclared.test(n)))
        .forEach(n -> offers(asked, test, o, n));
    List<String> open = names.stream().filter(undeclared).toList();
    if (!open.isEmpty()) {
      String more = String.join(", ", open);
      asked.left(
          "calls for "
              + test.host()
              + " offer the "
              + what.list()
              + " "
              + more
              + ", not listed by "
              + row.id(),
          new Remedy.ChangeDeclaration(
              row.subject(), "list " + more + " in `algorithms`, or switch them off"));
    }
  }

  private PolicyOnUse policy() {
    return PolicyOnUse.of(facts);
  }

  /** Whoever speaks in clear text where TLS is refused has refused nothing. */
  private static void clearText(Asked asked, ClientTest test, Seen<TlsClient> seen) {
    Observation o = seen.observation();
    if (seen.fact().clearText().isEmpty()) {
      asked.left(
          "whether calls for " + test.host() + " come in clear text was not recorded",
          new Remedy.RunProbe(List.of(PROBE)));
    }
    for (TlsClient.ClearText call : seen.fact().clearText().orElse(List.of())) {
      asked.refuted(
          o,
          call.calls()
              + " calls for "
              + test.host()
              + " came in clear text ("
              + call.protocol()
              + " at port "
              + call.port()
              + ")"
              + (call.after().isEmpty() ? "" : ", after the server " + call.after() + " was shown")
              + (call.secrets().isEmpty()
                  ? ""
                  : ", and carried " + String.join(", ", call.secrets())));
    }
    asked.answered(
        o, seen.fact().calls() + " calls for " + test.host() + " all began with a handshake");
  }

  /** A login of the device: it has to show its own key. */
  private void login(Asked asked, ClientTest test, Seen<TlsClient> seen) {
    Observation o = seen.observation();
    String key = seen.fact().ownKey().orElse("");
    String logs = "calls for " + test.host() + " log in with a key " + key;
    if (key.isEmpty()) {
      asked.left("calls for " + test.host() + " proved no key of the device");
    } else if (policy().rejects(key)) {
      asked.refuted(o, logs + ", " + policy().why(key));
    } else if (!declared.hasKey(key)) {
      asked.refuted(o, logs);
    }
    asked.answered(o, logs);
  }
}
