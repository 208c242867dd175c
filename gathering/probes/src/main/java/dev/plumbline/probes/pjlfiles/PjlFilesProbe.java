package dev.plumbline.probes.pjlfiles;

import dev.plumbline.client.disclosure.DisclosedFact;
import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.client.disclosure.GivenAway;
import dev.plumbline.client.disclosure.ReadableText;
import dev.plumbline.client.disclosure.ReadableText.Form;
import dev.plumbline.client.login.Services;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** Asks raw print ports in PJL for the files that they give to anybody. Reads alone. */
public final class PjlFilesProbe implements Probe {
  private static final Duration CONNECT = Duration.ofSeconds(4);
  private static final int FIRST_PORT = 9100;
  private static final int LAST_PORT = 9107;
  private static final int MOST_NAMED = 20;

  private final ProbeSpec spec = ProbeSpec.load(PjlFilesProbe.class);
  private final Disclosures disclosures = Disclosures.load();
  private final IntPredicate prints;

  public PjlFilesProbe() {
    this(port -> port >= FIRST_PORT && port <= LAST_PORT);
  }

  /**
   * @param prints whether a port is one of raw printing
   */
  PjlFilesProbe(IntPredicate prints) {
    this.prints = prints;
  }

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    context.each(
        printPorts(context),
        Endpoint::toString,
        endpoint -> {
          context.progress("asking for files at " + endpoint, 0.5);
          try (Wire wire = context.connect(endpoint, CONNECT)) {
            PjlDialogue printer = new PjlDialogue(wire);
            printer.greet();
            record(context, endpoint, printer, wire);
          } catch (IOException e) {
            context.undetermined(
                ServiceDisclosed.class,
                endpoint.toString(),
                "Whether it speaks PJL cannot be told: " + e.getMessage());
          }
        });
  }

  private List<Endpoint> printPorts(ProbeContext context) {
    Set<Endpoint> endpoints = new LinkedHashSet<>();
    for (Observation ports : context.observations(TcpOpenPorts.class)) {
      String address = ports.subject().replaceFirst("^address/", "");
      ports.as(TcpOpenPorts.class).stream()
          .flatMap(p -> p.open().stream())
          .map(port -> Endpoint.tcp(address, port))
          .filter(e -> prints.test(e.port()) && context.inScope(e) && !isOther(context, e))
          .forEach(endpoints::add);
    }
    return List.copyOf(endpoints);
  }

  /** Whether another protocol was heard there. */
  private static boolean isOther(ProbeContext context, Endpoint endpoint) {
    return Services.fact(context, ServiceIdentified.class, endpoint)
        .map(ServiceIdentified::protocol)
        .filter(p -> !p.isEmpty() && !p.equals("unknown"))
        .isPresent();
  }

  private void record(ProbeContext context, Endpoint endpoint, PjlDialogue printer, Wire wire) {
    PrinterFiles files = new PrinterFiles(printer);
    List<String> unread = new ArrayList<>();
    try {
      files.walk();
    } catch (IOException brokeOff) {
      unread.add("the rest of its files");
    }
    files.unread().stream().limit(MOST_NAMED).map(PjlFilesProbe::shown).forEach(unread::add);
    Set<DisclosedFact> facts = new LinkedHashSet<>();
    files
        .read()
        .forEach(
            (path, text) ->
                facts.addAll(
                    disclosures.read(new ReadableText(shown(path), Form.DATA, text), context)));
    GivenAway.record(
        context,
        spec.id(),
        endpoint,
        Disclosures.told(facts),
        List.of(
            "folders ("
                + files.folders()
                + ") and files ("
                + files.read().size()
                + ") of a printer"),
        unread,
        Optional.of(wire));
  }

  private static String shown(String path) {
    return path.replace('\\', '/');
  }
}
