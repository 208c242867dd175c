package dev.plumbline.workbench.run;

import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.fact.RefusedLogin;
import dev.plumbline.observation.login.LoginDeclared;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.run.ProbeOutcome;
import dev.plumbline.probe.run.RunListener;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.EvidenceLinks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Writes what happens in a run into its log. After each probe that observed something the dossier
 * is judged, and what speaks against it and did not before is told.
 */
final class RunReporter implements RunListener {
  private static final int LONGEST = 400;

  private final RunLog log;
  private final Product product;
  private final String path;
  private final Supplier<Optional<Assessment>> result;
  private final List<Observation> logins = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private String probe = "";

  /**
   * For one run.
   *
   * @param path where the pages of the product begin
   * @param result of the dossier as it is now; empty while it cannot be judged
   */
  RunReporter(RunLog log, Product product, String path, Supplier<Optional<Assessment>> result) {
    this.log = log;
    this.product = product;
    this.path = path;
    this.result = result;
    // What was known before the run is no news of it.
    result.get().ifPresent(a -> against(a).forEach(n -> told.add(n.text())));
  }

  private record News(String kind, String text) {}

  private static List<News> against(Assessment assessment) {
    List<News> news = new ArrayList<>();
    assessment
        .contradictions()
        .forEach(
            c ->
                news.add(
                    new News(
                        "contradiction",
                        shown("Declared: " + c.declared() + " Seen: " + c.observed()))));
    assessment
        .flawsSeen()
        .forEach(f -> news.add(new News("flaw", shown(f.item() + ": " + f.reason()))));
    return news;
  }

  @Override
  public void started(ProbeSpec spec) {
    probe = spec.id();
    log.add(id -> new RunEvent.Started(id, spec.id(), spec.question()));
  }

  @Override
  public void progress(ProbeSpec spec, String text, double fraction) {
    int percent = (int) Math.round(100 * Math.clamp(fraction, 0, 1));
    log.add(id -> new RunEvent.Progressed(id, spec.id(), shown(text), percent));
  }

  @Override
  public void observed(Observation o) {
    if (o.is(LoginDeclared.class)) {
      logins.add(o);
    }
    String value = shown(o.seen() ? o.value().toString() : "no answer: " + o.reason());
    String transcript = o.evidence().map(r -> EvidenceLinks.page(path, r)).orElse("");
    String by = probe;
    log.add(id -> new RunEvent.Observed(id, by, o.key(), shown(o.subject()), value, transcript));
  }

  @Override
  public void ended(ProbeSpec spec, ProbeOutcome outcome) {
    log.add(
        id ->
            new RunEvent.Ended(
                id,
                spec.id(),
                outcome.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                outcome.observations(),
                shown(outcome.reason())));
    RefusedLogin.of(product, logins).forEach(l -> tell(new News("login", shown(l.sentence()))));
    if (outcome.observations() > 0) {
      result.get().ifPresent(a -> against(a).forEach(this::tell));
    }
  }

  private void tell(News news) {
    if (told.add(news.text())) {
      log.add(id -> new RunEvent.Told(id, news.kind(), news.text()));
    }
  }

  private static String shown(String text) {
    return Visible.of(text, LONGEST);
  }
}
