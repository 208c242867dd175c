package dev.plumbline.probes.mqttaccess;

import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.client.disclosure.GivenAway;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.Services.Service;
import dev.plumbline.client.mqtt.MqttSession;
import dev.plumbline.client.mqtt.MqttSession.Message;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.observation.network.MqttAccess;
import dev.plumbline.observation.network.ServiceDisclosed;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** Connects to each broker without a login, and listens where it is let in. */
public final class MqttAccessProbe implements Probe {

  private static final String CLIENT = "plumbline-anonymous";
  private static final Duration QUIET = Duration.ofMillis(1_500);
  private static final Duration MOST = Duration.ofSeconds(4);
  private static final int MOST_TEXT = 65_536;
  private static final BoundedPattern VERSION =
      BoundedPattern.compile(
          "(?m)^\\$SYS/broker/version (?<product>[A-Za-z][\\w-]*)(?: version)? (?<version>\\d\\S*)");

  private final ProbeSpec spec = ProbeSpec.load(MqttAccessProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Disclosures disclosures = Disclosures.load();
    context.each(
        Services.speaking(context, "mqtt"),
        s -> s.endpoint().toString(),
        service -> {
          try {
            record(context, service, inEachVersion(context, service), disclosures);
          } catch (IOException e) {
            context.undetermined(
                MqttAccess.class,
                service.endpoint().toString(),
                "Whether it lets anybody in cannot be told: " + e.getMessage());
          }
        });
  }

  /**
   * What a broker answered.
   *
   * @param wire closed; good for its transcript
   */
  private record Answer(Admission admission, BrokerAccess access, Wire wire) {}

  /** A broker may ask for a login in one version and not in the other; the open one counts. */
  private static Answer inEachVersion(ProbeContext context, Service service)
      throws IOException, InterruptedException {
    Answer older = ask(context, service, MqttSession.V3);
    if (older.admission() == Admission.OTHER_VERSION) {
      return ask(context, service, MqttSession.V5);
    }
    if (older.admission() == Admission.LOGIN_WANTED) {
      try {
        Answer newer = ask(context, service, MqttSession.V5);
        return newer.admission() == Admission.LET_IN ? newer : older;
      } catch (Wire.SilenceException e) {
        throw e;
      } catch (IOException notThisVersion) {
        // Brokers that do not speak it hang up, too: nobody was let in.
        return older;
      }
    }
    return older;
  }

  private static Answer ask(ProbeContext context, Service service, int level)
      throws IOException, InterruptedException {
    try (MqttSession session =
        MqttSession.open(context, service.endpoint(), service.tls(), level)) {
      Admission admission = Admission.of(session.connect(CLIENT, List.of()));
      BrokerAccess access =
          BrokerAccess.ask(session, level, admission == Admission.LET_IN, service.tls());
      access.listen(session, QUIET, MOST);
      return new Answer(admission, access, session.wire());
    }
  }

  private void record(ProbeContext context, Service service, Answer answer, Disclosures disclosures)
      throws IOException {
    switch (answer.admission()) {
      case OTHER_VERSION -> throw new IOException("it speaks neither MQTT 3.1.1 nor 5.0");
      case UNCLEAR -> throw new IOException("it turns a client away, and not for want of a login");
      case LET_IN, LOGIN_WANTED -> {
        // First what is given away: it may hold a secret that nothing else must show either.
        answer
            .access()
            .messages()
            .ifPresent(m -> givenAway(context, service, m, disclosures, answer.wire()));
        context.seen(service.endpoint().toString(), answer.access().fact(), answer.wire());
      }
    }
  }

  private void givenAway(
      ProbeContext context,
      Service service,
      List<Message> messages,
      Disclosures disclosures,
      Wire wire) {
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
        context, spec.id(), service.endpoint(), facts, List.of("messages"), Optional.of(wire));
  }
}
