package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.engine.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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

  /** The client tests that are about a row. */
  static List<ClientTest> of(Facts facts, IxitEntry row) {
    return facts.dossier().product().clients().stream()
        .filter(t -> t.rows().contains(row.subject()))
        .toList();
  }

  void compare(ClientTest test) {
    Optional<Observation> found = facts.observations(CALL, test.subject()).stream().findFirst();
    if (found.filter(Observation::seen).isEmpty()) {
      questions.gap(
          "calls for "
              + test.host()
              + ": "
              + found.map(Observation::reason).orElse("nothing waited for them"));
      return;
    }
    Observation o = found.get();
    questions.restsOn(o);
    accepted(test, o);
    offered(test, o, "versions", declared::has);
    offered(test, o, "suites", declared::covers);
    if (declared.namesGroups()) {
      offered(test, o, "groups", declared::hasGroup);
    }
    if (declared.namesSignatures()) {
      offered(test, o, "signatures", declared::hasSignature);
    }
    if (row.table().startsWith("1-")) {
      login(test, o);
    }
    coverage(test, o);
    if (promisesRevocation()) {
      revoked(test, o);
    }
  }

  private boolean promisesRevocation() {
    return row.flag("checksRevocation").orElse(false);
  }

  /**
   * Only a row that promises it is held to it; the observation stands for a person all the same.
   */
  private void revoked(ClientTest test, Observation o) {
    String outcome = o.text("revoked");
    if (outcome.equals("accepted")) {
      questions.against(
          "calls for "
              + test.host()
              + " accept a server whose certificate is revoked, as its authority told them",
          o);
    } else if (!outcome.equals("refused")) {
      questions.gap(
          "whether calls for "
              + test.host()
              + " notice that a certificate is revoked is not known"
              + (outcome.isEmpty() ? "" : ": " + reason(o)));
    }
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

  private void accepted(ClientTest test, Observation o) {
    List<String> wrong =
        o.texts("accepted").stream()
            .filter(f -> !f.equals(TRUSTED) && !f.startsWith("tls-") && !f.startsWith("dtls-"))
            .toList();
    if (!wrong.isEmpty()) {
      questions.against(
          "calls for "
              + test.host()
              + " accept a server whose certificate is "
              + String.join(", ", wrong),
          o);
    }
  }

  private void offered(ClientTest test, Observation o, String list, Predicate<String> isDeclared) {
    List<String> names = o.texts(list);
    List<String> more = new ArrayList<>(names);
    more.removeIf(isDeclared);
    if (!more.isEmpty()) {
      questions.against("calls for " + test.host() + " offer " + String.join(", ", more), o);
    }
    if (names.isEmpty()) {
      questions.gap("which " + list + " calls for " + test.host() + " offer is not known");
    }
  }

  /** A login of the device: it has to show its own key. */
  private void login(ClientTest test, Observation o) {
    String key = o.text("ownKey");
    if (key.isEmpty()) {
      questions.gap("calls for " + test.host() + " proved no key of the device");
    } else if (!declared.hasKey(key)) {
      questions.against("calls for " + test.host() + " log in with a key " + key, o);
    }
  }

  private void coverage(ClientTest test, Observation o) {
    if (!Boolean.TRUE.equals(o.coverage().get("control"))) {
      questions.gap(
          "calls for "
              + test.host()
              + " accepted no faultless server, so that a refusal says nothing (authority in"
              + " test.clients)");
    }
    if (!o.texts("undecided").isEmpty() || !Boolean.TRUE.equals(o.coverage().get("complete"))) {
      questions.gap(
          "not every faulty certificate was shown to calls for "
              + test.host()
              + "; undecided: "
              + o.texts("undecided"));
    }
    if (!Boolean.TRUE.equals(o.coverage().get("versionsComplete"))) {
      questions.gap("whether calls for " + test.host() + " accept older versions is not known");
    }
  }
}
