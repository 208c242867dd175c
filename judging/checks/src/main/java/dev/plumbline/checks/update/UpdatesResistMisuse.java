package dev.plumbline.checks.update;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.tls.TlsClient;
import dev.plumbline.observation.trial.UpdateFetch;
import dev.plumbline.observation.trial.UpdateTrial;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The device takes no image but a genuine newer one for its model, and fetches it from nobody but
 * its maker's server. A refusal counts only where the genuine image was taken by the same way.
 */
public final class UpdatesResistMisuse implements Check {
  private static final String NETWORK = "networkBased";
  private static final String HOSTS = "hosts";
  private static final TableRole MECHANISMS = TableRole.UPDATE_MECHANISMS;
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
    return Stream.of(UpdateTrial.class, UpdateFetch.class, TlsClient.class, HttpSurface.class)
        .map(Kinds::key)
        .toList();
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    Questions questions = new Questions();
    if (!fetchesAlone(row, facts, questions)) {
      new OfMechanism(UpdateTrial.class, "DUT", row.subject())
          .of(facts, row, Declared.of(facts).table(MECHANISMS), "offer-update: …", questions)
          .ifPresent(
              subject ->
                  Trials.look(
                      facts, UpdateTrial.class, subject, ATTEMPTS, "update-trial", questions));
    }
    servers(row, facts, questions);
    openWays(facts, questions);
    questions.notLookedAt("images that were altered in other ways");
    return questions
        .contradicting(
            Declared.place(row, "securityGuarantees"),
            row.id() + " promises " + row.text("securityGuarantees") + ".")
        .outcome(
            "",
            "Verify signature, model and version of every image before it is installed.",
            "The device refused the images tried: altered, cut, older, relabelled and for another"
                + " model; it took the genuine newer one"
                + (row.flag("networkBased").orElse(false)
                    ? ", and sent data to none of the false servers tried."
                    : "."));
  }

  /**
   * What the device made of the images that were served to it.
   *
   * @return whether that is all, since the driver knows no way to hand an image over
   */
  private static boolean fetchesAlone(IxitEntry row, Facts facts, Questions questions) {
    List<ClientTest> serving =
        facts.product().clients().stream()
            .filter(c -> c.serves().isPresent() && c.rows().contains(row.subject()))
            .toList();
    for (ClientTest test : serving) {
      long others =
          Declared.of(facts).table(MECHANISMS).stream()
              .map(IxitEntry::subject)
              .filter(test.rows()::contains)
              .count();
      if (others > 1) {
        facts.observations(UpdateFetch.class, test.subject()).forEach(questions::restsOn);
        questions
            .ask("Is it known which row fetches from the server?", test.subject())
            .left(
                "which of "
                    + others
                    + " rows of "
                    + row.table()
                    + " fetches from "
                    + test.listen()
                    + " cannot be told: give each a server of its own in test.clients",
                new Remedy.ChangeDeclaration(
                    "product.yaml, test.clients", "give each row a server of its own"));
      } else {
        Trials.look(facts, UpdateFetch.class, test.subject(), ATTEMPTS, "update-fetch", questions);
      }
    }
    return !serving.isEmpty()
        && !handedOver(row, facts)
        && serving.stream()
            .allMatch(
                c ->
                    facts.seen(UpdateFetch.class, c.subject()).stream()
                        .anyMatch(s -> !s.fact().handsOver()));
  }

  private static boolean handedOver(IxitEntry row, Facts facts) {
    return !facts.seen(UpdateTrial.class, row.subject()).isEmpty()
        || (Declared.of(facts).table(MECHANISMS).size() == 1
            && !facts.seen(UpdateTrial.class, "DUT").isEmpty());
  }

  /** Whom the device believes to be the server that its updates come from. */
  private static void servers(IxitEntry row, Facts facts, Questions questions) {
    Questions.Asked known = questions.ask("Is it known where updates come from?", row.subject());
    Optional<Boolean> network = row.flag(NETWORK);
    List<String> hosts = row.texts(HOSTS);
    if (network.isEmpty()) {
      known.left(
          "row " + row.id() + " does not say whether updates come over the network",
          new Remedy.ChangeDeclaration(row.subject(), "state '" + NETWORK + "'"));
    } else if (!network.get()) {
      known.answeredBy(row, NETWORK, "updates do not come over the network");
    } else if (hosts.isEmpty()) {
      known.left(
          "row " + row.id() + " names no server",
          new Remedy.ChangeDeclaration(row.subject(), "state '" + HOSTS + "'"));
    } else {
      known.answeredBy(row, HOSTS, "updates come from " + String.join(", ", hosts));
      hosts.forEach(h -> server(h, facts, questions));
    }
  }

  private static void server(String host, Facts facts, Questions questions) {
    Questions.Asked believed = questions.ask("Does the device take no other server?", host);
    List<ClientTest> tests =
        facts.product().clients().stream().filter(c -> c.host().equals(host)).toList();
    for (ClientTest test : tests) {
      facts.observations(TlsClient.class, test.subject()).forEach(questions::restsOn);
      for (Seen<TlsClient> s : facts.seen(TlsClient.class, test.subject())) {
        if (isSafe(s.fact())) {
          believed.answered(
              s.observation(),
              "it sent data to none of the servers with a faulty certificate: "
                  + s.fact().refused());
        } else {
          believed.left(
              "that the device takes no other server for "
                  + host
                  + " was not shown at "
                  + s.subject()
                  + ": it sent data to "
                  + s.fact().accepted());
        }
      }
    }
    if (tests.stream().allMatch(t -> facts.seen(TlsClient.class, t.subject()).isEmpty())) {
      believed.left(
          "that the device takes no other server for " + host + " was not shown",
          tests.isEmpty()
              ? new Remedy.NameClient(host)
              : new Remedy.RunProbe(List.of("client-tls")));
    }
  }

  /**
   * A way to hand over an update that needs no login is not the way that was tried. A web service
   * without one is no fact about the row, and is not rested on.
   */
  private static void openWays(Facts facts, Questions questions) {
    for (Observation o : facts.observations(HttpSurface.class)) {
      Optional<HttpSurface> surface = o.as(HttpSurface.class);
      List<String> updates =
          surface.map(HttpSurface::open).orElse(List.of()).stream()
              .filter(e -> e.kind().equals("update"))
              .map(HttpSurface.Open::path)
              .toList();
      surface.ifPresent(
          s -> {
            questions.lookedAt(s.paths() + " paths of " + o.subject());
            if (!s.unanswered().isEmpty()) {
              questions.notLookedAt(
                  s.unanswered().size() + " paths of " + o.subject() + " that gave no answer");
            }
          });
      if (surface.isPresent() && updates.isEmpty()) {
        continue;
      }
      Questions.Asked none =
          questions.ask("Does the web service take no update without a login?", o.subject());
      if (surface.isEmpty()) {
        none.left("the pages of " + o.subject() + " were not read: " + o.reason());
      }
      updates.forEach(path -> openWay(o, path, none, questions));
    }
  }

  private static void openWay(
      Observation surface, String path, Questions.Asked none, Questions questions) {
    questions.restsOn(surface);
    none.left(
        "what " + surface.subject() + path + " takes without a login was not tried",
        new Remedy.PersonLooks(surface.subject() + path));
  }

  /** Data in clear text needs no certificate at all. */
  private static boolean isSafe(TlsClient call) {
    return call.control()
        && call.complete()
        && call.accepted().equals(List.of("trusted"))
        && call.clearText().filter(c -> !c.isEmpty()).isEmpty();
  }
}
