package dev.plumbline.probes.snmpaccess;

import dev.plumbline.client.datagram.DatagramClient;
import dev.plumbline.client.datagram.UdpEndpoints;
import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.observation.network.ServiceDisclosed.Given;
import dev.plumbline.observation.network.SnmpAccess;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Asks agents of SNMP what they let anybody read and write. */
public final class SnmpAccessProbe implements Probe {

  private static final int PORT = 161;
  private static final String SYSTEM = "system group";
  private static final String ENGINE = "engine";
  private static final BoundedPattern UNAME =
      BoundedPattern.compile(
          "^(?<system>[A-Z][A-Za-z]{2,20}) \\S{1,64} (?<release>\\d+\\.\\S{1,64})");

  private final ProbeSpec spec = ProbeSpec.load(SnmpAccessProbe.class);
  private final SnmpLists lists = SnmpLists.load();
  private final Disclosures disclosures = Disclosures.load();
  private final Duration patience;

  public SnmpAccessProbe() {
    this(Duration.ofMillis(1_500));
  }

  SnmpAccessProbe(Duration patience) {
    this.patience = patience;
  }

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    context.each(
        UdpEndpoints.of(context, "snmp", PORT),
        Endpoint::toString,
        endpoint -> {
          context.progress("asking SNMP at " + endpoint, 0.5);
          Agent agent = new Agent(new DatagramClient(context, endpoint, patience), lists);
          agent.ask();
          record(context, endpoint.toString(), agent);
        });
  }

  private void record(ProbeContext context, String subject, Agent agent) {
    if (agent.refused()) {
      context.seen(subject, SnmpAccess.portRefused());
    } else if (!agent.speaks()) {
      context.undetermined(SnmpAccess.class, subject, agent.why());
    } else {
      context.seen(subject, agent.fact());
      disclosed(context, subject, agent);
    }
  }

  /** The kernel's name and release where it is told as uname does, else all that holds a number. */
  private static Optional<String> version(String description) {
    Matcher uname = UNAME.matcher(description);
    return uname.find()
        ? Optional.of(uname.group("system") + " " + uname.group("release"))
        : Optional.of(description).filter(d -> d.matches("(?s).*\\d.*"));
  }

  private void disclosed(ProbeContext context, String subject, Agent agent) {
    EngineId engine = agent.engine();
    boolean asked = agent.told() || agent.heard();
    if (!asked && !engine.isKnown()) {
      context.undetermined(
          ServiceDisclosed.class, subject, "it fell silent before it was asked what it is");
      return;
    }
    String description = agent.system(0);
    String text =
        String.join(
            "\n", description, agent.system(3), agent.system(4), agent.system(5), engine.text());
    List<Given> facts =
        new ArrayList<>(disclosures.in(Optional.empty(), version(description), text, context));
    // A name that no detector knows bears on nothing by itself, and is shown.
    engine.name().filter(n -> facts.isEmpty()).ifPresent(n -> facts.add(engine(n)));
    context.seen(
        subject,
        new ServiceDisclosed(
            facts,
            asked ? List.of(SYSTEM, ENGINE) : List.of(ENGINE),
            asked ? Optional.empty() : Optional.of(List.of(SYSTEM))));
  }

  private static Given engine(String name) {
    return new Given("engine", "SNMP engine ID with the text " + name, false);
  }
}
