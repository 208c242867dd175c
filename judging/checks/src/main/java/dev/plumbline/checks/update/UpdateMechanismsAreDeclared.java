package dev.plumbline.checks.update;

import dev.plumbline.checks.CheckData;
import dev.plumbline.checks.Declared;
import dev.plumbline.checks.NetworkFacts;
import dev.plumbline.checks.PortSearch;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.Redirects;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.http.ApiSurface;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.registry.Kinds;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every way of updating that the network shows stands in the table of update mechanisms. */
public final class UpdateMechanismsAreDeclared implements Check {
  private static final String UPDATE = "update";
  private static final TableRole TABLE = TableRole.UPDATE_MECHANISMS;
  private static final BoundedPattern UPDATE_PATH =
      CheckData.pattern(CheckData.read("routes.yaml"), "updatePath");

  @Override
  public List<String> needs() {
    return NetworkFacts.needs(Kinds.key(HttpSurface.class), Kinds.key(ApiSurface.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Declared declared = Declared.of(facts);
    NetworkFacts network = NetworkFacts.of(facts);
    String table = declared.name(TABLE);
    Set<String> services = Declared.services(declared.table(TABLE));
    Questions questions = new Questions();
    questions.restsOn(network.ports());
    new PortSearch(facts, services).ask(questions);
    network.undeclared(services).forEach(e -> look(facts, e, questions));
    declared
        .otherRadios()
        .forEach(
            r ->
                questions
                    .ask("Is it known whether updates come over the radio?", r.subject())
                    .left(
                        "updates over [" + r.id() + "] were not looked for",
                        new Remedy.PersonLooks("updates over " + r.id())));
    return questions
        .contradicting(declared.place(TABLE), table + " lists every update mechanism.")
        .outcome(
            "No row of " + table + " names it: ",
            "Remove the update route, or declare it in "
                + table
                + " and verify authenticity and integrity of what it takes.",
            questions.places() + "; no undeclared update route was found there.");
  }

  private static void look(Facts facts, Endpoint endpoint, Questions questions) {
    NetworkFacts network = NetworkFacts.of(facts);
    Questions.Asked none =
        questions.ask("Does it take no update that no row names?", endpoint.toString());
    network.service(endpoint).ifPresent(questions::restsOn);
    if (!network.protocol(endpoint).equals("http")) {
      none.left(
          "whether " + network.describe(endpoint) + " takes updates, nobody tried",
          new Remedy.PersonLooks("whether " + network.describe(endpoint) + " takes updates"));
      return;
    }
    Optional<Observation> surface = facts.newest(HttpSurface.class, endpoint.toString());
    surface.ifPresent(questions::restsOn);
    surface
        .flatMap(o -> o.as(HttpSurface.class))
        .ifPresentOrElse(
            web -> pages(endpoint, web, surface.get(), none, questions),
            () ->
                none.left(
                    "the pages of "
                        + endpoint
                        + " were not read"
                        + surface.map(o -> " (" + o.reason() + ")").orElse(""),
                    new Remedy.RunProbe(List.of("http-surface"))));
    for (Facts.Seen<ApiSurface> api : facts.seen(ApiSurface.class, endpoint.toString())) {
      described(endpoint, api, none, questions);
    }
  }

  private static void pages(
      Endpoint endpoint,
      HttpSurface web,
      Observation shows,
      Questions.Asked none,
      Questions questions) {
    web.open().stream()
        .filter(e -> e.kind().equals(UPDATE))
        .forEach(e -> none.refuted(shows, endpoint + e.path() + " takes a firmware image"));
    if (web.paths() == 0) {
      none.left(
          "no path of " + endpoint + " was tried", new Remedy.RunProbe(List.of("http-surface")));
    }
    if (!web.unanswered().isEmpty()) {
      none.left(
          web.unanswered().size() + " paths of " + endpoint + " gave no answer",
          new Remedy.RunProbe(List.of("http-surface")));
    }
    Set<String> named = new TreeSet<>(updates(web.guarded().stream()));
    // What takes an image answers a GET with a redirect or an error as often as not.
    named.addAll(
        updates(
            web.redirects().stream()
                .filter(r -> !Redirects.leaves(r, endpoint))
                .map(HttpSurface.Redirect::path)));
    named.addAll(updates(web.other().stream().map(HttpSurface.Failing::path)));
    named.addAll(updates(web.left().orElse(List.of()).stream()));
    behind(endpoint, named, none);
    questions.lookedAt(web.paths() + " paths of " + endpoint);
    int left = web.left().orElse(List.of()).size();
    if (left > 0) {
      questions.notLookedAt(left + " paths that pages of " + endpoint + " name");
    }
    none.answered(
        shows, "none of " + web.paths() + " paths tried at " + endpoint + " takes an image");
  }

  private static void described(
      Endpoint endpoint, Facts.Seen<ApiSurface> api, Questions.Asked none, Questions questions) {
    questions.restsOn(api.observation());
    api.fact().open().stream()
        .filter(e -> e.kind().equals(UPDATE))
        .forEach(
            e -> none.refuted(api.observation(), endpoint + e.path() + " takes a firmware image"));
    Set<String> named = new TreeSet<>(updates(api.fact().guarded().stream()));
    named.addAll(updates(api.fact().skipped().stream()));
    named.addAll(updates(api.fact().unanswered().stream()));
    behind(endpoint, named, none);
    questions.lookedAt(api.fact().paths() + " described paths of " + endpoint);
  }

  private static List<String> updates(Stream<String> paths) {
    return paths.filter(p -> UPDATE_PATH.matcher(p).find()).toList();
  }

  private static void behind(Endpoint endpoint, Set<String> named, Questions.Asked none) {
    if (!named.isEmpty()) {
      none.left(
          "what stands behind the login or the answer at "
              + endpoint
              + " "
              + named
              + ", a person looks",
          new Remedy.PersonLooks(endpoint + " " + named));
    }
  }
}
