package dev.plumbline.probes.oddmessages;

import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.Services.Service;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.Presence;
import dev.plumbline.observation.network.CoapResources;
import dev.plumbline.observation.network.DnsResolver;
import dev.plumbline.observation.network.MdnsServices;
import dev.plumbline.observation.network.SnmpAccess;
import dev.plumbline.observation.network.UpnpSurface;
import dev.plumbline.probe.ProbeContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A service that messages can be sent to.
 *
 * @param protocol as messages.yaml names it
 */
record Listener(Endpoint endpoint, String protocol, Target target) {
  /** What tells that a service over UDP is there, by protocol. */
  private static final Map<String, Class<? extends Presence>> OVER_UDP = overUdp();

  private static final List<String> OVER_TCP = List.of("mqtt", "ftp", "rtsp", "telnet");

  /** Those that other probes have recognised. */
  static List<Listener> all(ProbeContext context) {
    List<Listener> listeners = new ArrayList<>();
    for (String protocol : OVER_TCP) {
      Services.speaking(context, protocol)
          .forEach(s -> listeners.add(new Listener(s.endpoint(), protocol, over(context, s))));
    }
    OVER_UDP.forEach(
        (protocol, kind) ->
            context.observations(kind).stream()
                .filter(o -> o.as(kind).filter(Presence::present).isPresent())
                .flatMap(o -> Endpoint.parse(o.subject()).stream())
                .filter(context::inScope)
                .distinct()
                .forEach(
                    e -> listeners.add(new Listener(e, protocol, over(context, protocol, e)))));
    return listeners;
  }

  private static Map<String, Class<? extends Presence>> overUdp() {
    Map<String, Class<? extends Presence>> kinds = new LinkedHashMap<>();
    kinds.put("coap", CoapResources.class);
    kinds.put("mdns", MdnsServices.class);
    kinds.put("ssdp", UpnpSurface.class);
    kinds.put("dns", DnsResolver.class);
    kinds.put("snmp", SnmpAccess.class);
    return kinds;
  }

  boolean isOverTcp() {
    return OVER_TCP.contains(protocol);
  }

  private static Target over(ProbeContext context, Service service) {
    return switch (service.protocol()) {
      case "mqtt" -> new MqttTarget(context, service.endpoint(), service.tls());
      case "ftp" -> WireTarget.ftp(context, service);
      case "rtsp" -> WireTarget.rtsp(context, service);
      default -> WireTarget.telnet(context, service);
    };
  }

  private static Target over(ProbeContext context, String protocol, Endpoint endpoint) {
    return switch (protocol) {
      case "coap" -> DatagramTarget.coap(context, endpoint);
      case "mdns" -> DatagramTarget.mdns(context, endpoint);
      case "dns" -> DatagramTarget.dns(context, endpoint);
      case "snmp" -> DatagramTarget.snmp(context, endpoint);
      default -> DatagramTarget.ssdp(context, endpoint);
    };
  }
}
