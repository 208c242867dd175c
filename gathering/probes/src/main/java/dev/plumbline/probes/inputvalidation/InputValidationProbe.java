package dev.plumbline.probes.inputvalidation;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpLimits;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.Services.Service;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.http.InputValidation;
import dev.plumbline.observation.network.UpnpControl;
import dev.plumbline.probe.FindingReplay;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Sends input that a web server should not process, and watches whether it stays up. */
public final class InputValidationProbe implements Probe, FindingReplay {
  /** Decides which factors stand in the sums; the rest of the inputs is always the same. */
  static final long SEED = 1;

  /** Shorter than for pages: a server that takes longer to refuse something is stuck. */
  private static final HttpLimits LIMITS = new HttpLimits(32_768, 262_144, Duration.ofSeconds(4));

  private static final HttpLimits IMPATIENT =
      new HttpLimits(32_768, 262_144, Duration.ofMillis(1500));

  /** A device that needs a second for each answer must not take the time of all other probes. */
  private static final Duration TIME = Duration.ofSeconds(100);

  private final ProbeSpec spec = ProbeSpec.load(InputValidationProbe.class);
  private final Duration time;

  public InputValidationProbe() {
    this(TIME);
  }

  /**
   * @param time for the inputs to one server; half of it for one that is slow
   */
  InputValidationProbe(Duration time) {
    this.time = time;
  }

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public boolean tellsOfFalls() {
    return true;
  }

  /** A finding over HTTP has a path. */
  @Override
  public boolean replays(InputValidation.Finding finding) {
    return !finding.place().isEmpty();
  }

  @Override
  public void replay(ProbeContext context, Endpoint endpoint, InputValidation.Finding finding)
      throws InterruptedException {
    new Replay(context, endpoint, Replay.Finding.of(finding)).run();
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    context.each(
        Services.all(context),
        s -> s.endpoint().toString(),
        service -> {
          String subject = service.endpoint().toString();
          if (service.protocol().equals("http") || service.protocol().equals("upnp")) {
            look(context, service);
          } else {
            context.undetermined(
                InputValidation.class,
                subject,
                "No unexpected input is known for " + service.protocol() + " yet.");
          }
        });
  }

  private void look(ProbeContext context, Service service) throws InterruptedException {
    String subject = service.endpoint().toString();
    Optional<HttpSurface> surface = Services.fact(context, HttpSurface.class, service.endpoint());
    boolean controlled = Services.fact(context, UpnpControl.class, service.endpoint()).isPresent();
    if (surface.isEmpty() && !controlled) {
      context.undetermined(InputValidation.class, subject, "Which paths it has is not known.");
      return;
    }
    HttpClient client = new HttpClient(context, service.endpoint(), service.tls(), LIMITS);
    List<String> guarded = surface.map(HttpSurface::guarded).orElse(List.of());
    Set<String> declared = declared(context, service.endpoint());
    String session = "";
    if (!guarded.isEmpty()) {
      session = new DeclaredSession(context, client).open(guarded.getFirst()).orElse("");
    }
    InputPaths places = new InputPaths(client, session);
    Set<String> seen = new LinkedHashSet<>();
    surface.ifPresent(s -> seen.addAll(seenPaths(s, places)));
    seen.addAll(guarded);
    places.look(declared, seen);
    Grammar grammar = new Grammar(SEED);
    new KnownBodies(context, client, session).addTo(places, grammar);
    surface
        .map(HttpSurface::unanswered)
        .orElse(List.of())
        .forEach(p -> places.skip(p, "it did not answer before"));
    if (places.found().isEmpty()) {
      context.undetermined(
          InputValidation.class,
          subject,
          "No path takes input that could be tried: " + places.skipped() + ".");
      return;
    }
    // Behind the login where there is one, so that its end is seen.
    String control =
        places.found().stream()
            .map(InputPath::path)
            .filter(guarded::contains)
            .findFirst()
            .orElse(places.found().getFirst().path());
    Oracle oracle =
        new Oracle(
            context,
            client,
            DeclaredSession.with(HttpRequest.get(control), session),
            others(context, service.endpoint()));
    if (!oracle.works()) {
      context.undetermined(
          InputValidation.class, subject, "The service does not reliably answer valid requests.");
      return;
    }
    HttpClient impatient = new HttpClient(context, service.endpoint(), service.tls(), IMPATIENT);
    // Where each input takes seconds, the second half shows hardly more than the first.
    Duration most = oracle.unhurried() ? time.dividedBy(2) : time;
    InputTrial trial = new InputTrial(context, client, impatient, session, grammar, oracle, most);
    trial.run(places.found());
    if (oracle.changed()) {
      places.skip("some", "ordinary requests got another answer than before meanwhile");
    }
    record(context, subject, trial, places);
  }

  /** Paths that rows of this endpoint declare. */
  private static Set<String> declared(ProbeContext context, Endpoint endpoint) {
    Set<String> paths = new LinkedHashSet<>();
    for (IxitEntry row : context.ixit().entries(TableRole.INPUT_SOURCES)) {
      if (row.texts("endpoints").contains(endpoint.transport() + "/" + endpoint.port())) {
        paths.addAll(row.texts("paths"));
      }
    }
    return paths;
  }

  private static Set<String> seenPaths(HttpSurface surface, InputPaths places) {
    Set<String> paths = new LinkedHashSet<>();
    for (HttpSurface.Open open : surface.open()) {
      paths.add(open.path());
      if (open.kind().equals("update")) {
        places.skip(open.path(), "it takes updates");
      }
    }
    return paths;
  }

  private static List<Endpoint> others(ProbeContext context, Endpoint endpoint) {
    List<Endpoint> others = new ArrayList<>();
    for (Service service : Services.all(context)) {
      boolean same = service.endpoint().address().equals(endpoint.address());
      if (same && !service.endpoint().equals(endpoint)) {
        others.add(service.endpoint());
      }
    }
    return others.subList(0, Math.min(3, others.size()));
  }

  private static void record(
      ProbeContext context, String subject, InputTrial trial, InputPaths places) {
    boolean silent = trial.stopped().isPresent() || trial.disturbances() > 0;
    if (trial.findings().isEmpty() && silent) {
      context.undetermined(
          InputValidation.class,
          subject,
          "It fell silent, and it is not known why: "
              + trial.stopped().orElse("now and then")
              + ".");
      return;
    }
    Map<String, String> skipped = new LinkedHashMap<>(places.skipped());
    trial.stopped().or(trial::cut).ifPresent(why -> skipped.put("the rest", why));
    if (trial.unanswered() > 0) {
      skipped.put("no answer", trial.unanswered() + " well-formed inputs got no answer");
    }
    context.seen(
        subject,
        new InputValidation(
            trial.findings(),
            Optional.of(SEED),
            List.copyOf(new TreeSet<>(trial.inputsPerPlace().keySet())),
            trial.inputsPerPlace(),
            trial.classes(),
            List.of("control request", "answers"),
            skipped,
            skipped.isEmpty()),
        trial.evidence());
  }
}
