package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.http.ServerNames;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Asks every TLS endpoint, and every endpoint that starts TLS after clear text, for versions,
 * suites, groups, signature algorithms, certificate and weaknesses.
 */
public final class TlsEndpointProbe implements Probe {
  private static final ProbeSpec SPEC = ProbeSpec.load(TlsEndpointProbe.class);

  @Override
  public ProbeSpec spec() {
    return SPEC;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Map<Endpoint, Optional<StartTls>> endpoints =
        endpoints(context.observations(ServiceIdentified.class));
    context.each(
        endpoints.keySet(),
        Endpoint::toString,
        endpoint -> {
          context.progress("TLS of " + endpoint, 0.5);
          TlsReport report = new TlsReport(context, endpoint);
          Optional<StartTls> start = endpoints.getOrDefault(endpoint, Optional.empty());
          if (start.isPresent()) {
            survey(context, endpoint, start.get(), report);
          } else {
            report.nothing("how this protocol starts TLS is not known");
          }
        });
  }

  /** Endpoints with TLS, and how it starts; where that is not known, empty. */
  private static Map<Endpoint, Optional<StartTls>> endpoints(List<Observation> services) {
    Map<Endpoint, Optional<StartTls>> endpoints = new TreeMap<>();
    for (Observation service : services) {
      Optional<Endpoint> endpoint = Endpoint.parse(service.subject());
      Optional<ServiceIdentified> spoken = service.as(ServiceIdentified.class);
      if (endpoint.isEmpty() || spoken.isEmpty() || !endpoint.get().transport().equals("tcp")) {
        continue;
      }
      // A later observation of the same endpoint replaces the earlier one.
      endpoints.remove(endpoint.get());
      if (spoken.get().tls()) {
        endpoints.put(endpoint.get(), Optional.of(StartTls.NONE));
      } else if (spoken.get().starttls().orElse(false)) {
        endpoints.put(endpoint.get(), StartTls.of(spoken.get().protocol()));
      }
    }
    return endpoints;
  }

  private static void survey(
      ProbeContext context, Endpoint endpoint, StartTls startTls, TlsReport report)
      throws InterruptedException {
    Function<Greeting, Interrogation> door =
        g -> new Interrogation(new Asker(context, endpoint, startTls, g));
    Greeting greeting = Greeting.NONE;
    Interrogation interrogation = door.apply(greeting);
    List<VersionResult> versions = new VersionSurvey(interrogation).run();
    String unnamed = reason(versions);
    // Some servers answer nobody who does not name them.
    for (String name : ServerNames.of(context, endpoint, List.of())) {
      if (versions.stream().anyMatch(VersionResult::accepted)) {
        break;
      }
      if (versions.stream().allMatch(v -> v.state() == VersionResult.State.UNDECIDED)
          && interrogation.lost()) {
        break;
      }
      greeting = Greeting.host(name);
      interrogation = door.apply(greeting);
      versions = new VersionSurvey(interrogation).run();
    }
    if (versions.stream().noneMatch(VersionResult::accepted)) {
      report.nothing("no version could be agreed on: " + unnamed);
      return;
    }
    new EndpointSurvey(context, endpoint, door, greeting, interrogation, versions).run(report);
  }

  /** Why nothing is known, from the newest version on; a refusal tells less than its lack. */
  private static String reason(List<VersionResult> versions) {
    return versions.reversed().stream()
        .filter(v -> v.state() == VersionResult.State.UNDECIDED)
        .map(VersionResult::reason)
        .findFirst()
        .orElseGet(() -> versions.getLast().reason());
  }
}
