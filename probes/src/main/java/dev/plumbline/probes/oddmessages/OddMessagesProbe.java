package dev.plumbline.probes.oddmessages;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probes.login.Services;
import dev.plumbline.probes.login.Services.Service;
import dev.plumbline.probes.oddmessages.Trial.Fall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends MQTT brokers and CoAP servers messages that are none, and watches whether they stay up. */
public final class OddMessagesProbe implements Probe {
  private static final String KEY = "input.validation";

  private final ProbeSpec spec = ProbeSpec.load(OddMessagesProbe.class);

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
    for (Map.Entry<Endpoint, String> each : services(context).entrySet()) {
      Target target = target(context, each.getKey(), each.getValue()).orElseThrow();
      look(context, each.getKey(), new Trial(context, target), Message.of(each.getValue()));
    }
  }

  /**
   * Sends one message again.
   *
   * @param written as {@code reduced} of a finding has it
   * @return how the service fell, or that it did not; empty when it cannot be told
   */
  public static Optional<String> again(ProbeContext context, Endpoint endpoint, String written)
      throws InterruptedException {
    Optional<byte[]> message = Message.bytes(written);
    Optional<Target> target =
        Optional.ofNullable(services(context).get(endpoint))
            .flatMap(protocol -> target(context, endpoint, protocol));
    if (message.isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    Trial trial = new Trial(context, target.get());
    if (!trial.works()) {
      return Optional.empty();
    }
    Optional<Fall> fall = trial.fall(message.get());
    // Without a closed port or a return, it may be the network that fell.
    return fall.filter(f -> !f.recovered() && f.kind().equals("hang")).isPresent()
        ? Optional.empty()
        : Optional.of(fall.map(Fall::kind).orElse("nothing of the kind"));
  }

  /** Protocols by endpoint. */
  private static Map<Endpoint, String> services(ProbeContext context) {
    Map<Endpoint, String> services = new LinkedHashMap<>();
    Services.speaking(context, "mqtt").forEach(s -> services.put(s.endpoint(), "mqtt"));
    context.observations("coap.resources").stream()
        .filter(Observation::seen)
        .filter(o -> o.flag("present").orElse(false))
        .flatMap(o -> Endpoint.parse(o.subject()).stream())
        .filter(context::inScope)
        .forEach(e -> services.put(e, "coap"));
    return services;
  }

  private static Optional<Target> target(ProbeContext context, Endpoint endpoint, String protocol) {
    if (protocol.equals("coap")) {
      return Optional.of(new CoapTarget(context, endpoint));
    }
    return Services.speaking(context, "mqtt").stream()
        .filter(s -> s.endpoint().equals(endpoint))
        .map(Service::tls)
        .<Target>map(tls -> new MqttTarget(context, endpoint, tls))
        .findFirst();
  }

  private static void look(
      ProbeContext context, Endpoint endpoint, Trial trial, List<Message> messages)
      throws InterruptedException {
    String subject = endpoint.toString();
    if (!trial.works()) {
      context.undetermined(KEY, subject, "It does not answer ordinary questions every time.");
      return;
    }
    trial.run(messages);
    if (trial.silence().isPresent()) {
      context.undetermined(
          KEY, subject, "It fell silent, and it is not known why: " + trial.silence().get() + ".");
    } else {
      context.seen(KEY, subject, Map.of("findings", trial.findings()), trial.coverage());
    }
  }
}
