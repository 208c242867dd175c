package dev.plumbline.probes.knownsurfaces;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpLimits;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.Services.Service;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.network.AttackSurface;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Looks for the ways in that known attacks use, by their signs alone. */
public final class KnownSurfacesProbe implements Probe {

  private static final Set<String> WEB = Set.of("http", "upnp");
  private static final String UNKNOWN = "unknown";
  // A small device has few sockets to spare.
  private static final int AT_ONCE = 4;

  private final ProbeSpec spec = ProbeSpec.load(KnownSurfacesProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Surfaces surfaces = Surfaces.load();
    List<Service> services = services(context);
    List<Callable<EndpointLook>> looks = new ArrayList<>();
    for (Service service : services) {
      looks.add(() -> look(context, surfaces, service));
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("look-", 0).factory())) {
      Iterator<Future<EndpointLook>> all = threads.invokeAll(looks).iterator();
      context.each(
          services,
          s -> s.endpoint().toString(),
          service -> record(context, service.endpoint().toString(), looked(all.next())));
    }
  }

  private static EndpointLook looked(Future<EndpointLook> look) throws InterruptedException {
    try {
      return look.get();
    } catch (ExecutionException e) {
      throw rethrown(e);
    } catch (CancellationException e) {
      throw new InterruptedException("stopped");
    }
  }

  /** All open ports, whether or not what speaks there is known. */
  private static List<Service> services(ProbeContext context) {
    Map<Endpoint, Service> services = new TreeMap<>();
    for (Observation ports : context.observations(TcpOpenPorts.class)) {
      String address = ports.subject().replaceFirst("^address/", "");
      if (!ports.seen()) {
        context.undetermined(
            AttackSurface.class,
            ports.subject(),
            "its open ports are not known: " + ports.reason());
      }
      ports.as(TcpOpenPorts.class).stream()
          .flatMap(p -> p.open().stream())
          .map(port -> Endpoint.tcp(address, port))
          .forEach(e -> services.put(e, new Service(e, UNKNOWN, false)));
    }
    Services.all(context).forEach(s -> services.put(s.endpoint(), s));
    return List.copyOf(services.values());
  }

  private static EndpointLook look(ProbeContext context, Surfaces surfaces, Service service)
      throws InterruptedException {
    Endpoint endpoint = service.endpoint();
    EndpointLook looked = new EndpointLook();
    String barred = barred(context, surfaces, endpoint);
    if (!barred.isEmpty()) {
      surfaces.all().forEach(s -> looked.undecided(s, barred));
      return looked;
    }
    context.progress("looking at " + endpoint, 0.5);
    boolean web = WEB.contains(service.protocol());
    boolean unknown = service.protocol().equals(UNKNOWN);
    HttpClient client = new HttpClient(context, endpoint, service.tls(), HttpLimits.PAGE);
    PageLook pages = new PageLook(client, surfaces.invented(), looked);
    pages.look(
        surfaces.by("get").stream()
            .filter(s -> web || (unknown && s.ports().contains(endpoint.port())))
            .toList());
    ProxyLook proxies = new ProxyLook(context, endpoint, surfaces, looked);
    boolean other = false;
    for (KnownSurface socks : surfaces.by("socks5")) {
      other = proxies.greet(socks, service.protocol(), pages.spoke());
    }
    if (web || service.tls()) {
      for (KnownSurface ssh : surfaces.by("ssh")) {
        proxies.greet(ssh);
      }
    }
    for (KnownSurface proxy : surfaces.by("connect")) {
      if (pages.spoke()) {
        proxies.tunnel(proxy, service.tls());
      } else if (other) {
        looked.absent(proxy);
      } else {
        looked.undecided(proxy, "What it speaks is not known.");
      }
    }
    return looked;
  }

  private static String barred(ProbeContext context, Surfaces surfaces, Endpoint endpoint) {
    if (!context.inScope(endpoint)) {
      return "product.yaml does not allow it";
    }
    return surfaces.spared().contains(endpoint.port())
        ? "a printer at this port would print what it is sent"
        : "";
  }

  private static void record(ProbeContext context, String subject, EndpointLook looked) {
    if (looked.decidedNothing()) {
      context.undetermined(AttackSurface.class, subject, looked.reason());
    } else {
      context.seen(subject, looked.fact(), looked.wire());
    }
  }

  private static RuntimeException rethrown(ExecutionException failed) throws InterruptedException {
    switch (failed.getCause()) {
      case InterruptedException e -> throw e;
      case RuntimeException e -> throw e;
      case null, default -> throw new IllegalStateException(failed);
    }
  }
}
