package dev.plumbline.probes.oddmessages;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probes.login.Services;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A service that messages can be sent to.
 *
 * @param protocol as messages.yaml names it
 */
record Listener(Endpoint endpoint, String protocol, Target target) {
  /** What tells that a service over UDP is there, by protocol. */
  private static final Map<String, String> TOLD_BY =
      Map.of("coap", "coap.resources", "mdns", "mdns.services", "ssdp", "upnp.surface");

  /** Those that other probes have recognised. */
  static List<Listener> all(ProbeContext context) {
    List<Listener> listeners = new ArrayList<>();
    Services.speaking(context, "mqtt")
        .forEach(
            s ->
                listeners.add(
                    new Listener(
                        s.endpoint(), "mqtt", new MqttTarget(context, s.endpoint(), s.tls()))));
    for (String protocol : List.of("coap", "mdns", "ssdp")) {
      context.observations(TOLD_BY.getOrDefault(protocol, "")).stream()
          .filter(Observation::seen)
          .filter(o -> o.flag("present").orElse(false))
          .flatMap(o -> Endpoint.parse(o.subject()).stream())
          .filter(context::inScope)
          .distinct()
          .forEach(e -> listeners.add(new Listener(e, protocol, over(context, protocol, e))));
    }
    return listeners;
  }

  private static Target over(ProbeContext context, String protocol, Endpoint endpoint) {
    return switch (protocol) {
      case "coap" -> DatagramTarget.coap(context, endpoint);
      case "mdns" -> DatagramTarget.mdns(context, endpoint);
      default -> DatagramTarget.ssdp(context, endpoint);
    };
  }
}
