package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The device takes no image but a genuine newer one for its model, and fetches it from nobody but
 * its maker's server. A refusal counts only where the genuine image was taken by the same way.
 */
@Decides(
    v211 = {"5.3-2-2a", "5.3-2-2b"},
    v313 = {"5.3-2-2a", "5.3-2-2b"})
public final class UpdatesResistMisuse implements Check {
  private static final String TRIAL = "update.trial";
  private static final String FETCH = "update.fetch";
  private static final String CLIENT = "tls.client";
  private static final int MECHANISMS = 7;
  private static final List<String> ATTEMPTS =
      List.of(
          "tampered-early",
          "tampered-middle",
          "tampered-late",
          "cut",
          "other-model",
          "relabelled",
          "older");

  @Override
  public List<String> needs() {
    return List.of(TRIAL, FETCH, CLIENT, Logins.SURFACE);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    Questions questions = new Questions();
    if (!fetchesAlone(row, facts, questions)) {
      new OfMechanism(TRIAL, "DUT", row.subject())
          .of(facts, row, Declared.of(facts).table(MECHANISMS), "offer-update: …", questions)
          .ifPresent(subject -> Trials.look(facts, TRIAL, subject, ATTEMPTS, questions));
    }
    servers(row, facts, questions);
    openWays(facts, questions);
    return questions
        .contradicting(
            Declared.place(row, "securityGuarantees"),
            row.id() + " promises " + row.text("securityGuarantees") + ".")
        .outcome(
            "",
            "Verify signature, model and version of every image before it is installed.",
            "The device refused images that were altered, cut, older, relabelled or for another"
                + " model, took the genuine newer one, and fetches from its maker's server alone.");
  }

  /**
   * What the device made of the images that were served to it.
   *
   * @return whether that is all, since the driver knows no way to hand an image over
   */
  private static boolean fetchesAlone(IxitEntry row, Facts facts, Questions questions) {
    List<ClientTest> serving =
        facts.dossier().product().clients().stream()
            .filter(c -> c.serves().isPresent() && c.rows().contains(row.subject()))
            .toList();
    for (ClientTest test : serving) {
      long others =
          Declared.of(facts).table(MECHANISMS).stream()
              .map(IxitEntry::subject)
              .filter(test.rows()::contains)
              .count();
      if (others > 1) {
        facts.observations(FETCH, test.subject()).forEach(questions::restsOn);
        questions.gap(
            "which of "
                + others
                + " rows of "
                + row.table()
                + " fetches from "
                + test.listen()
                + " cannot be told: give each a server of its own in test.clients");
      } else {
        Trials.look(facts, FETCH, test.subject(), ATTEMPTS, questions);
      }
    }
    boolean handedOver =
        facts.observations(TRIAL, row.subject()).stream().anyMatch(Observation::seen)
            || (Declared.of(facts).table(MECHANISMS).size() == 1
                && facts.observations(TRIAL, "DUT").stream().anyMatch(Observation::seen));
    return !serving.isEmpty()
        && !handedOver
        && serving.stream()
            .flatMap(c -> facts.observations(FETCH, c.subject()).stream())
            .allMatch(o -> Boolean.FALSE.equals(o.coverage().get("handsOver")));
  }

  /** Whom the device believes to be the server that its updates come from. */
  private static void servers(IxitEntry row, Facts facts, Questions questions) {
    Optional<Boolean> network = row.flag("networkBased");
    if (network.isEmpty()) {
      questions.gap("row " + row.id() + " does not say whether updates come over the network");
    }
    if (network.isEmpty() || !network.get()) {
      return;
    }
    List<String> hosts = row.texts("hosts");
    if (hosts.isEmpty()) {
      questions.gap("row " + row.id() + " names no server");
    }
    for (String host : hosts) {
      List<Observation> calls =
          facts.dossier().product().clients().stream()
              .filter(c -> c.host().equals(host))
              .map(ClientTest::subject)
              .flatMap(s -> facts.observations(CLIENT, s).stream())
              .toList();
      questions.restsOn(calls);
      if (calls.stream().noneMatch(UpdatesResistMisuse::isSafe)) {
        questions.gap("that the device takes no other server for " + host + " was not shown");
      }
    }
  }

  /** A way to hand over an update that needs no login is not the way that was tried. */
  private static void openWays(Facts facts, Questions questions) {
    for (Observation surface : facts.observations(Logins.SURFACE)) {
      if (surface.seen() && surface.value().get("open") instanceof List<?> open) {
        open.stream()
            .filter(e -> e instanceof Map<?, ?> m && "update".equals(m.get("kind")))
            .map(e -> ((Map<?, ?>) e).get("path"))
            .forEach(
                path -> {
                  questions.restsOn(surface);
                  questions.gap(
                      "what " + surface.subject() + path + " takes without a login was not tried");
                });
      }
    }
  }

  private static boolean isSafe(Observation call) {
    Map<String, Object> coverage = call.coverage();
    return call.seen()
        && Boolean.TRUE.equals(coverage.get("control"))
        && Boolean.TRUE.equals(coverage.get("complete"))
        && call.texts("accepted").equals(List.of("trusted"));
  }
}
