package dev.plumbline.probes.mqttaccess;

import dev.plumbline.observation.network.MqttAccess;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probes.disclosure.Disclosures;
import dev.plumbline.probes.disclosure.GivenAway;
import dev.plumbline.probes.login.Services;
import dev.plumbline.probes.login.Services.Service;
import dev.plumbline.probes.mqtt.MqttSession;
import dev.plumbline.probes.mqtt.MqttSession.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Connects to each broker without a login, and listens where it is let in. */
public final class MqttAccessProbe implements Probe {

  private static final String CLIENT = "plumbline-anonymous";
  private static final Duration QUIET = Duration.ofMillis(1_500);
  private static final Duration MOST = Duration.ofSeconds(4);
  private static final int MOST_TEXT = 65_536;
  private static final Pattern VERSION =
      Pattern.compile(
          "(?m)^\\$SYS/broker/version (?<product>[A-Za-z][\\w-]*)(?: version)? (?<version>\\d\\S*)");

  private final ProbeSpec spec = ProbeSpec.load(MqttAccessProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Disclosures disclosures = Disclosures.load();
    for (Service service : Services.speaking(context, "mqtt")) {
      try {
        if (!ask(context, service, MqttSession.V3, disclosures)
            && !ask(context, service, MqttSession.V5, disclosures)) {
          throw new IOException("it speaks neither MQTT 3.1.1 nor 5.0");
        }
      } catch (IOException e) {
        context.undetermined(
            MqttAccess.class,
            service.endpoint().toString(),
            "Whether it lets anybody in cannot be told: " + e.getMessage());
      }
    }
  }

  /** Whether the broker speaks that version; what it gives is recorded then. */
  private boolean ask(ProbeContext context, Service service, int level, Disclosures disclosures)
      throws IOException, InterruptedException {
    try (MqttSession session =
        MqttSession.open(context, service.endpoint(), service.tls(), level)) {
      Admission admission = Admission.of(session.connect(CLIENT, List.of()));
      if (admission == Admission.OTHER_VERSION) {
        return false;
      }
      if (admission == Admission.UNCLEAR) {
        throw new IOException("it turns a client away, and not for want of a login");
      }
      Access access = Access.ask(session, level, admission == Admission.LET_IN, service.tls());
      access.listen(session, QUIET, MOST);
      // First what is given away: it may hold a secret that nothing else must show either.
      access.messages().ifPresent(m -> givenAway(context, service, m, disclosures, session));
      context.seen(service.endpoint().toString(), access.fact(), session.wire());
      return true;
    }
  }

  private void givenAway(
      ProbeContext context,
      Service service,
      List<Message> messages,
      Disclosures disclosures,
      MqttSession session) {
    String all =
        messages.stream().map(m -> m.topic() + " " + m.payload()).collect(Collectors.joining("\n"));
    String text = all.substring(0, Math.min(MOST_TEXT, all.length()));
    Matcher version = VERSION.matcher(text);
    boolean told = version.find();
    List<ServiceDisclosed.Given> facts =
        disclosures.in(
            told ? Optional.of(version.group("product")) : Optional.empty(),
            told ? Optional.of(version.group("version")) : Optional.empty(),
            text,
            context);
    GivenAway.record(
        context,
        spec.id(),
        service.endpoint(),
        facts,
        List.of("messages"),
        Optional.of(session.wire()));
  }
}
