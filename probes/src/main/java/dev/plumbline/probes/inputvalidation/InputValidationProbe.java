package dev.plumbline.probes.inputvalidation;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probes.http.HttpClient;
import dev.plumbline.probes.http.HttpLimits;
import dev.plumbline.probes.http.HttpRequest;
import dev.plumbline.probes.login.Services;
import dev.plumbline.probes.login.Services.Service;
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
public final class InputValidationProbe implements Probe {
  /** Decides which factors stand in the sums; the rest of the inputs is always the same. */
  static final long SEED = 1;

  /** Shorter than for pages: a server that takes longer to refuse something is stuck. */
  private static final HttpLimits LIMITS = new HttpLimits(32_768, 262_144, Duration.ofSeconds(4));

  private static final HttpLimits IMPATIENT =
      new HttpLimits(32_768, 262_144, Duration.ofMillis(1500));

  private static final String VALIDATION = "input.validation";

  private final ProbeSpec spec = ProbeSpec.load(InputValidationProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public boolean tellsOfFalls() {
    return true;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    for (Service service : Services.all(context)) {
      String subject = service.endpoint().toString();
      if (service.protocol().equals("http") || service.protocol().equals("upnp")) {
        look(context, service);
      } else {
        context.undetermined(
            VALIDATION,
            subject,
            "No unexpected input is known for " + service.protocol() + " yet.");
      }
    }
  }

  private static void look(ProbeContext context, Service service) throws InterruptedException {
    String subject = service.endpoint().toString();
    Optional<Observation> surface =
        Services.newest(context, "http.surface", service.endpoint()).filter(Observation::seen);
    boolean controlled =
        Services.newest(context, "upnp.control", service.endpoint())
            .filter(Observation::seen)
            .isPresent();
    if (surface.isEmpty() && !controlled) {
      context.undetermined(VALIDATION, subject, "Which paths it has is not known.");
      return;
    }
    HttpClient client = new HttpClient(context, service.endpoint(), service.tls(), LIMITS);
    List<String> guarded = surface.map(s -> s.texts("guarded")).orElse(List.of());
    Set<String> declared = declared(context, service.endpoint());
    String session = "";
    if (!guarded.isEmpty()) {
      session = new Session(context, client).open(guarded.getFirst()).orElse("");
    }
    Places places = new Places(client, session);
    Set<String> seen = new LinkedHashSet<>();
    surface.ifPresent(s -> seen.addAll(seenPaths(s, places)));
    seen.addAll(guarded);
    places.look(declared, seen);
    Grammar grammar = new Grammar(SEED);
    new KnownBodies(context, client, session).addTo(places, grammar);
    if (surface.map(s -> s.coverage().get("unanswered")).orElse(List.of())
        instanceof List<?> unanswered) {
      unanswered.forEach(p -> places.skip(String.valueOf(p), "it did not answer before"));
    }
    if (places.found().isEmpty()) {
      context.undetermined(
          VALIDATION,
          subject,
          "No path takes input that could be tried: " + places.skipped() + ".");
      return;
    }
    // Behind the login where there is one, so that its end is seen.
    String control =
        places.found().stream()
            .map(Place::path)
            .filter(guarded::contains)
            .findFirst()
            .orElse(places.found().getFirst().path());
    Oracle oracle =
        new Oracle(
            context,
            client,
            Session.with(HttpRequest.get(control), session),
            others(context, service.endpoint()));
    if (!oracle.works()) {
      context.undetermined(VALIDATION, subject, "It does not answer ordinary requests every time.");
      return;
    }
    HttpClient impatient = new HttpClient(context, service.endpoint(), service.tls(), IMPATIENT);
    Trial trial = new Trial(context, client, impatient, session, grammar, oracle);
    trial.run(places.found());
    if (oracle.changed()) {
      places.skip("some", "ordinary requests got another answer than before meanwhile");
    }
    record(context, subject, trial, places);
  }

  /** Paths that rows of this endpoint declare. */
  private static Set<String> declared(ProbeContext context, Endpoint endpoint) {
    Set<String> paths = new LinkedHashSet<>();
    for (String table : List.of("27-UserIntf", "28-LogIntf", "28-ExtAPI")) {
      for (IxitEntry row : context.ixit().entries(table)) {
        if (row.texts("endpoints").contains(endpoint.transport() + "/" + endpoint.port())) {
          paths.addAll(row.texts("paths"));
        }
      }
    }
    return paths;
  }

  private static Set<String> seenPaths(Observation surface, Places places) {
    Set<String> paths = new LinkedHashSet<>();
    if (surface.value().get("open") instanceof List<?> open) {
      for (Object entry : open) {
        if (entry instanceof Map<?, ?> e && e.get("path") instanceof String path) {
          paths.add(path);
          if ("update".equals(e.get("kind"))) {
            places.skip(path, "it takes updates");
          }
        }
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

  private static void record(ProbeContext context, String subject, Trial trial, Places places) {
    boolean silent = trial.stopped().isPresent() || trial.disturbances() > 0;
    if (trial.findings().isEmpty() && silent) {
      context.undetermined(
          VALIDATION,
          subject,
          "It fell silent, and it is not known why: "
              + trial.stopped().orElse("now and then")
              + ".");
      return;
    }
    Map<String, Object> skipped = new LinkedHashMap<>(places.skipped());
    trial.stopped().ifPresent(why -> skipped.put("the rest", why));
    if (trial.unanswered() > 0) {
      skipped.put("no answer", trial.unanswered() + " well-formed inputs got no answer");
    }
    Map<String, Object> coverage = new LinkedHashMap<>();
    coverage.put("places", List.copyOf(new TreeSet<>(trial.inputsPerPlace().keySet())));
    coverage.put("inputs", trial.inputsPerPlace());
    coverage.put("classes", trial.classes());
    coverage.put("oracle", List.of("control request", "answers"));
    coverage.put("complete", skipped.isEmpty());
    coverage.put("skipped", skipped);
    Map<String, Object> value = Map.of("findings", trial.findings(), "seed", SEED);
    if (trial.evidence().isPresent()) {
      context.seen(VALIDATION, subject, value, coverage, trial.evidence().get());
    } else {
      context.seen(VALIDATION, subject, value, coverage);
    }
  }
}
