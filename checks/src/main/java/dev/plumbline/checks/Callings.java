package dev.plumbline.checks;

import dev.plumbline.checks.Questions.Asked;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.engine.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares the cryptography that a row declares with what the device offers and accepts where it is
 * the client, seen by a stand-in for its server.
 */
record Callings(Facts facts, IxitEntry row, DeclaredAlgorithms declared, Questions questions) {
  static final String CALL = "tls.client";

  /** What to say where a row has neither an endpoint nor a stand-in. */
  static final String MEANS =
      "; for a connection that the device opens, product.yaml has to name a server that Plumbline"
          + " may stand in for (test.clients)";

  private static final String TRUSTED = "trusted";
  private static final String PROBE = "client-tls";
  private static final String GROUPS = "groups";

  /** The client tests that are about a row. */
  static List<ClientTest> of(Facts facts, IxitEntry row) {
    return facts.dossier().product().clients().stream()
        .filter(t -> t.rows().contains(row.subject()))
        .toList();
  }

  void compare(ClientTest test) {
    Optional<Observation> found = facts.observations(CALL, test.subject()).stream().findFirst();
    if (found.filter(Observation::seen).isEmpty()) {
      ask("Do calls offer and accept what the row declares?", test)
          .left(
              "calls for "
                  + test.host()
                  + ": "
                  + found.map(Observation::reason).orElse("nothing waited for them"),
              new Remedy.RunProbe(List.of(PROBE)));
      return;
    }
    Observation o = found.get();
    questions.lookedAt(
        o.number("calls").orElse(0L)
            + " calls for "
            + test.host()
            + ", which met "
            + (o.texts("accepted").size() + o.texts("refused").size())
            + " servers");
    questions.notLookedAt("calls for " + test.host() + " at other times and to other hosts");
    faults(ask("Do calls refuse each faulty server?", test), test, o);
    clearText(ask("Does every call come over TLS?", test), test, o);
    if (!declared.isEmpty()) {
      Asked asked = ask("Is what calls offer declared and not broken?", test);
      offered(asked, test, o, "versions", declared::has);
      offered(asked, test, o, "suites", declared::covers);
      chosen(asked, test, o, GROUPS, declared.namesGroups(), declared::hasGroup);
      chosen(asked, test, o, "signatures", declared.namesSignatures(), declared::hasSignature);
      asked.answered(o, "calls for " + test.host() + " offer what " + row.id() + " declares");
    }
    if (row.table().startsWith("1-")) {
      login(ask("Do calls prove a key of the device as declared?", test), test, o);
    }
    if (promisesRevocation()) {
      revoked(ask("Do calls notice that a certificate is revoked?", test), test, o);
    }
  }

  private Asked ask(String question, ClientTest test) {
    return questions.ask(question, test.subject());
  }

  private boolean promisesRevocation() {
    return row.flag("checksRevocation").orElse(false);
  }

  /**
   * Only a row that promises it is held to it; the observation stands for a person all the same.
   */
  private static void revoked(Asked asked, ClientTest test, Observation o) {
    String outcome = o.text("revoked");
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
              + (outcome.isEmpty() ? "" : ": " + reason(o)));
    }
    asked.answered(o, "calls for " + test.host() + " refused a revoked certificate");
  }

  private static String reason(Observation o) {
    return o.value().get("reasons") instanceof Map<?, ?> reasons
        ? String.valueOf(reasons.get("revoked"))
        : "no reason was recorded";
  }

  /** What a person may want to know of calls that deviate from nothing. */
  List<String> remarks(ClientTest test) {
    return facts.observations(CALL, test.subject()).stream()
        .filter(o -> o.text("revoked").equals("accepted") && !promisesRevocation())
        .map(
            o ->
                "Calls for "
                    + test.host()
                    + " also accept a server whose certificate is revoked; "
                    + row.id()
                    + " does not promise otherwise (checksRevocation).")
        .toList();
  }

  private static void faults(Asked asked, ClientTest test, Observation o) {
    List<String> wrong =
        o.texts("accepted").stream()
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
    if (!Boolean.TRUE.equals(o.coverage().get("control"))) {
      asked.left(
          "calls for "
              + test.host()
              + " accepted no faultless server, so that a refusal says nothing",
          new Remedy.ChangeDeclaration(
              "product.yaml", "give the `authority` that the unit trusts under test.clients"));
    }
    if (!o.texts("undecided").isEmpty() || !Boolean.TRUE.equals(o.coverage().get("complete"))) {
      asked.left(
          "not every faulty certificate was shown to calls for "
              + test.host()
              + "; undecided: "
              + o.texts("undecided"),
          new Remedy.RunProbe(List.of(PROBE)));
    }
    asked.answered(
        o,
        "calls for " + test.host() + " refused " + o.texts("refused").size() + " faulty servers");
  }

  private void offered(
      Asked asked, ClientTest test, Observation o, String list, Predicate<String> isDeclared) {
    List<String> names = o.texts(list);
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
    if (list.equals("versions") && !Boolean.TRUE.equals(o.coverage().get("versionsComplete"))) {
      asked.left("whether calls for " + test.host() + " accept older versions is not known");
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
  private void chosen(
      Asked asked,
      ClientTest test,
      Observation o,
      String list,
      boolean listed,
      Predicate<String> isDeclared) {
    List<String> names = o.texts(list);
    if (names.isEmpty() && listed) {
      asked.left("which " + list + " calls for " + test.host() + " offer is not known");
    }
    Predicate<String> undeclared = n -> listed && !isDeclared.test(n);
    names.stream()
        .filter(
            n ->
                (list.equals(GROUPS) && policy().breaks(n))
                    || (policy().rejects(n) && undeclared.test(n)))
        .forEach(n -> offers(asked, test, o, n));
    List<String> open =
        names.stream().filter(undeclared).filter(n -> !policy().rejects(n)).toList();
    if (!open.isEmpty()) {
      String more = String.join(", ", open);
      asked.left(
          "calls for "
              + test.host()
              + " offer the "
              + list
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
  private static void clearText(Asked asked, ClientTest test, Observation o) {
    if (!(o.value().get("clearText") instanceof List<?>)) {
      asked.left(
          "whether calls for " + test.host() + " come in clear text was not recorded",
          new Remedy.RunProbe(List.of(PROBE)));
    }
    for (Map<?, ?> call : Traffic.maps(o, "clearText")) {
      asked.refuted(
          o,
          call.get("calls")
              + " calls for "
              + test.host()
              + " came in clear text ("
              + call.get("protocol")
              + " at port "
              + call.get("port")
              + ")"
              + (call.get("after") instanceof String a && !a.isEmpty()
                  ? ", after the server " + a + " was shown"
                  : "")
              + (call.get("secrets") instanceof List<?> l && !l.isEmpty()
                  ? ", and carried "
                      + l.stream().map(String::valueOf).collect(Collectors.joining(", "))
                  : ""));
    }
    asked.answered(
        o,
        o.number("calls").orElse(0L) + " calls for " + test.host() + " all began with a handshake");
  }

  /** A login of the device: it has to show its own key. */
  private void login(Asked asked, ClientTest test, Observation o) {
    String key = o.text("ownKey");
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
