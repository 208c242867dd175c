package dev.plumbline.probes.upnpsurface;

import dev.plumbline.client.datagram.DatagramClient;
import dev.plumbline.client.datagram.Reply;
import dev.plumbline.client.datagram.SsdpAnswer;
import dev.plumbline.client.datagram.UdpEndpoints;
import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.client.disclosure.GivenAway;
import dev.plumbline.client.ports.DeclaredServices;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.network.UpnpControl;
import dev.plumbline.observation.network.UpnpSurface;
import dev.plumbline.probe.LinkGroup;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Searches for UPnP devices, reads their descriptions and calls what only reads. */
public final class UpnpSurfaceProbe implements Probe {

  private static final int PORT = 1900;
  private static final int MOST_LOCATIONS = 16;
  private static final int MOST_ANSWERS = 50;
  private static final Duration QUIET = Duration.ofMillis(300);

  private final ProbeSpec spec = ProbeSpec.load(UpnpSurfaceProbe.class);
  private final UpnpRules rules = UpnpRules.load();
  private final Disclosures disclosures = Disclosures.load();
  private final Duration patience;

  public UpnpSurfaceProbe() {
    // A device may wait up to MX seconds, which is one, before it answers.
    this(Duration.ofMillis(1_500));
  }

  UpnpSurfaceProbe(Duration patience) {
    this.patience = patience;
  }

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Map<Endpoint, ControlPoint> points = new TreeMap<>();
    Set<ControlPoint> guessed = new HashSet<>();
    context.each(
        UdpEndpoints.of(context, "ssdp", PORT),
        Endpoint::toString,
        endpoint -> {
          context.progress("searching UPnP at " + endpoint, 0.2);
          search(context, endpoint, points);
        });
    for (Observation service : context.observations(ServiceIdentified.class)) {
      Optional<ServiceIdentified> upnp =
          service
              .as(ServiceIdentified.class)
              .filter(s -> saysUpnp(s) || isDeclared(context, service, s));
      if (upnp.isPresent()) {
        Optional<Endpoint> endpoint = Endpoint.parse(service.subject()).filter(context::inScope);
        if (endpoint.isPresent()) {
          boolean tls = upnp.get().tls();
          guessed.add(points.computeIfAbsent(endpoint.get(), e -> point(context, e, tls)));
        }
      }
    }
    context.each(
        points.values(),
        point -> point.endpoint().toString(),
        point -> {
          if (guessed.contains(point)) {
            guess(point);
          }
          record(context, point);
        });
  }

  private ControlPoint point(ProbeContext context, Endpoint endpoint, boolean tls) {
    return new ControlPoint(context, rules, endpoint, tls);
  }

  private static boolean saysUpnp(ServiceIdentified service) {
    return service.protocol().equals("upnp")
        || (service.protocol().equals("http")
            && service.banner().orElse("").matches("(?is).*\\bupnp/.*"));
  }

  /** A web server that does not call itself UPnP, where a row says that it is. */
  private static boolean isDeclared(
      ProbeContext context, Observation service, ServiceIdentified seen) {
    return seen.protocol().equals("http")
        && Endpoint.parse(service.subject())
            .filter(e -> DeclaredServices.protocols(context, e).contains("upnp"))
            .isPresent();
  }

  private void guess(ControlPoint point) throws InterruptedException {
    for (String path : rules.descriptions()) {
      if (point.described() || point.failed()) {
        return;
      }
      point.describe(path);
    }
  }

  private void search(ProbeContext context, Endpoint endpoint, Map<Endpoint, ControlPoint> points)
      throws InterruptedException {
    DatagramClient client = new DatagramClient(context, endpoint, patience);
    List<SsdpAnswer> answers = new ArrayList<>();
    Reply directly = searchAll(client, answers);
    Optional<Reply> group = Optional.empty();
    if (answers.isEmpty() && endpoint.port() == PORT) {
      // Some hear the group alone, and their port refuses who searches directly.
      group = Optional.of(searchAll(client.toGroup(LinkGroup.SSDP), answers));
    }
    if (answers.isEmpty()) {
      nothing(context, endpoint, directly, group.map(UpnpSurfaceProbe::why).orElse("not asked"));
      return;
    }
    follow(context, endpoint, answers, group.isPresent() ? "answered" : "not asked", points);
  }

  /** Adds what answers; gives what came to the last search. */
  private Reply searchAll(DatagramClient client, List<SsdpAnswer> answers)
      throws InterruptedException {
    Optional<Reply> last = Optional.empty();
    for (String target : rules.searches()) {
      Reply reply = client.ask(SsdpAnswer.search(target), QUIET);
      reply.datagrams().stream()
          .flatMap(d -> SsdpAnswer.parse(d).stream())
          .filter(a -> !answers.contains(a) && answers.size() < MOST_ANSWERS)
          .forEach(answers::add);
      last = Optional.of(reply);
      if (reply.datagrams().isEmpty()) {
        break;
      }
    }
    return last.orElseThrow();
  }

  private static String why(Reply reply) {
    return reply.first().isPresent() ? "what came is no answer to a search" : reply.why();
  }

  private static void nothing(
      ProbeContext context, Endpoint endpoint, Reply directly, String group) {
    if (directly.refused()) {
      context.seen(endpoint.toString(), UpnpSurface.portRefused(group));
    } else {
      context.undetermined(
          UpnpSurface.class, endpoint.toString(), why(directly) + "; its group: " + group);
    }
  }

  private void follow(
      ProbeContext context,
      Endpoint endpoint,
      List<SsdpAnswer> answers,
      String group,
      Map<Endpoint, ControlPoint> points)
      throws InterruptedException {
    Set<String> locations = new LinkedHashSet<>();
    answers.forEach(a -> locations.add(a.header("location")));
    locations.remove("");
    List<UpnpSurface.Unread> unread = new ArrayList<>();
    int read = 0;
    for (String url : locations) {
      Optional<Location> location = Location.parse(url).filter(l -> context.inScope(l.endpoint()));
      boolean followed = false;
      if (location.isPresent()) {
        Location l = location.get();
        ControlPoint point = points.computeIfAbsent(l.endpoint(), e -> point(context, e, l.tls()));
        followed = read++ < MOST_LOCATIONS && point.describe(l.path());
        if (!followed) {
          point.missed(l.path());
        }
      }
      if (!followed) {
        unread.add(new UpnpSurface.Unread(url, location.isPresent()));
      }
    }
    context.seen(
        endpoint.toString(),
        new UpnpSurface(
            true,
            Optional.of(answers.stream().map(SsdpAnswer::fact).toList()),
            Optional.of(List.copyOf(locations)),
            Optional.of(rules.searches()),
            Optional.of(unread),
            Optional.empty(),
            Optional.of(group)));
    StringBuilder text = new StringBuilder();
    answers.forEach(a -> a.headers().forEach((k, v) -> text.append(k + ": " + v + '\n')));
    GivenAway.record(
        context,
        spec.id(),
        endpoint,
        disclosures.in(text.toString(), context),
        List.of("answers to a search"),
        Optional.empty());
  }

  private void record(ProbeContext context, ControlPoint point) {
    String subject = point.endpoint().toString();
    if (!point.described() || point.wire().isEmpty()) {
      context.undetermined(UpnpControl.class, subject, point.failure());
      return;
    }
    List<ServiceDisclosed.Given> facts = disclosures.in(point.text(), context);
    context.seen(subject, point.fact(), point.wire());
    GivenAway.record(
        context, spec.id(), point.endpoint(), facts, List.of("UPnP descriptions"), point.wire());
  }
}
