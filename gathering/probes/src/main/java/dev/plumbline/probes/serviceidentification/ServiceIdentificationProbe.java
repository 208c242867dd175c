package dev.plumbline.probes.serviceidentification;

import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Learns by talking what speaks at each open port, and what it gives away. */
public final class ServiceIdentificationProbe implements Probe {

  // A small device has few sockets to spare.
  private static final int AT_ONCE = 4;
  private static final ProbeSpec SPEC = ProbeSpec.load(ServiceIdentificationProbe.class);

  @Override
  public ProbeSpec spec() {
    return SPEC;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    ServiceRules rules = ServiceRules.load();
    Disclosures disclosures = Disclosures.load();
    List<Endpoint> endpoints = endpoints(context);
    List<Callable<Answer>> talks = new ArrayList<>();
    for (Endpoint endpoint : endpoints) {
      talks.add(() -> talk(context, rules, endpoint));
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("talk-", 0).factory())) {
      Iterator<Future<Answer>> answers = threads.invokeAll(talks).iterator();
      context.each(
          endpoints,
          Endpoint::toString,
          endpoint -> record(context, disclosures, answer(answers.next())));
    }
  }

  private static Answer answer(Future<Answer> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw rethrown(e);
    } catch (CancellationException e) {
      throw new InterruptedException("stopped");
    }
  }

  private static List<Endpoint> endpoints(ProbeContext context) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (Observation ports : context.observations(TcpOpenPorts.class)) {
      String address = ports.subject().replaceFirst("^address/", "");
      if (!ports.seen()) {
        String reason = "its open ports are not known: " + ports.reason();
        context.undetermined(ServiceIdentified.class, ports.subject(), reason);
        context.undetermined(ServiceDisclosed.class, ports.subject(), reason);
      }
      ports.as(TcpOpenPorts.class).stream()
          .flatMap(p -> p.open().stream())
          .map(port -> Endpoint.tcp(address, port))
          .forEach(endpoints::add);
    }
    return endpoints;
  }

  private static Answer talk(ProbeContext context, ServiceRules rules, Endpoint endpoint)
      throws InterruptedException {
    if (!context.inScope(endpoint)) {
      return Answer.none(endpoint, "product.yaml does not allow it");
    }
    if (rules.spared().contains(endpoint.port())) {
      return Answer.none(endpoint, "a printer at this port would print what it is sent");
    }
    context.progress("talking to " + endpoint, 0.5);
    EndpointDialogue talk = new EndpointDialogue(context, rules, endpoint);
    Optional<IdentifiedService> service = talk.identify();
    return new Answer(endpoint, service, talk.failure(), talk.refusedAfter());
  }

  private static void record(ProbeContext context, Disclosures disclosures, Answer answer) {
    String subject = answer.endpoint().toString();
    if (answer.service().isEmpty()) {
      context.undetermined(
          subject, answer.failure(), ServiceIdentified.refusing(answer.refusedAfter()));
      context.undetermined(ServiceDisclosed.class, subject, answer.failure());
      return;
    }
    IdentifiedService service = answer.service().get();
    // First what is given away: it may hold a secret that the banner must not show either.
    List<ServiceDisclosed.Given> facts =
        disclosures.in(service.product(), service.version(), service.heard().text(), context);
    context.seen(subject, service.fact(answer.refusedAfter()), service.wire());
    List<String> looked = PlacesRead.at(service);
    boolean leaks = facts.stream().anyMatch(ServiceDisclosed.Given::relevant);
    if (leaks || looked.contains(PlacesRead.ALL)) {
      looked.remove(PlacesRead.ALL);
      context.seen(subject, new ServiceDisclosed(facts, looked, Optional.empty()), service.wire());
    } else {
      context.undetermined(
          ServiceDisclosed.class,
          subject,
          "only " + looked + " could be read, not all that is shown");
    }
  }

  private static RuntimeException rethrown(ExecutionException failed) throws InterruptedException {
    switch (failed.getCause()) {
      case InterruptedException e -> throw e;
      case RuntimeException e -> throw e;
      case null, default -> throw new IllegalStateException(failed);
    }
  }

  /**
   * @param failure why there is no service
   * @param refusedAfter first words after which the port refused the next connection
   */
  private record Answer(
      Endpoint endpoint,
      Optional<IdentifiedService> service,
      String failure,
      List<String> refusedAfter) {
    static Answer none(Endpoint endpoint, String failure) {
      return new Answer(endpoint, Optional.empty(), failure, List.of());
    }
  }
}
