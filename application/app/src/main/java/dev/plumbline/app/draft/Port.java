package dev.plumbline.app.draft;

import dev.plumbline.app.draft.Known.Seen;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.network.ConsoleSockets;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.observation.network.UdpOpenPorts;
import dev.plumbline.observation.tls.DtlsEndpoint;
import dev.plumbline.observation.tls.TlsVersions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A port of the device that answered.
 *
 * @param service such as {@code tcp/8443}
 * @param subject how observations name it
 * @param protocol what it speaks; empty where nothing told
 * @param tls whether it speaks inside TLS or DTLS
 * @param from the observation that showed it
 */
record Port(String service, String subject, String protocol, boolean tls, String from) {
  private static final String ADDRESS = "address/";
  private static final String UNKNOWN = "unknown";

  /** Protocols by which others find the device; they announce services and are none. */
  private static final Set<String> DISCOVERY = Set.of("mdns", "ssdp", "upnp", "llmnr");

  /** By service, those that the network reaches. */
  static List<Port> of(Known known) {
    Map<Endpoint, String> open = new TreeMap<>();
    Map<Endpoint, String> heard = new TreeMap<>();
    known
        .seen(TcpOpenPorts.class)
        .forEach(s -> s.fact().open().forEach(p -> open.putIfAbsent(tcp(s, p), s.from())));
    for (Seen<UdpOpenPorts> s : known.seen(UdpOpenPorts.class)) {
      s.fact().answered().forEach(p -> open.putIfAbsent(udp(s, p), s.from()));
      s.fact().heard().forEach(h -> heard.put(udp(s, h.port()), h.protocol()));
    }
    known
        .seen(ServiceIdentified.class)
        .forEach(s -> Endpoint.parse(s.subject()).ifPresent(e -> open.putIfAbsent(e, s.from())));
    Map<String, Port> ports = new TreeMap<>();
    open.forEach((at, from) -> ports.putIfAbsent(at.service(), of(known, at, heard, from)));
    for (Seen<ConsoleSockets> s : known.seen(ConsoleSockets.class)) {
      s.fact().sockets().stream()
          .filter(k -> !k.loopback() && k.transport().equals("tcp"))
          .map(k -> k.transport() + "/" + k.port())
          .forEach(k -> ports.putIfAbsent(k, new Port(k, k, "", false, s.from())));
    }
    return ports.values().stream().sorted(Comparator.comparing(Port::order)).toList();
  }

  private static Port of(Known known, Endpoint at, Map<Endpoint, String> heard, String from) {
    String subject = at.toString();
    Optional<ServiceIdentified> service =
        known.seen(ServiceIdentified.class, subject).map(Seen::fact);
    boolean dtls =
        known.seen(DtlsEndpoint.class, subject).filter(s -> s.fact().present()).isPresent();
    boolean tls =
        dtls
            || service.filter(ServiceIdentified::tls).isPresent()
            || known
                .seen(TlsVersions.class, subject)
                .filter(s -> !s.fact().accepted().isEmpty())
                .isPresent();
    String spoken =
        service
            .map(ServiceIdentified::protocol)
            .or(() -> Optional.ofNullable(heard.get(at)))
            .filter(p -> !p.equals(UNKNOWN))
            .orElse("");
    String protocol = dtls ? "dtls" : tls && spoken.equals("http") ? "https" : spoken;
    return new Port(at.service(), subject, protocol, tls, from);
  }

  private static Endpoint tcp(Seen<TcpOpenPorts> seen, int port) {
    return Endpoint.tcp(address(seen.subject()), port);
  }

  private static Endpoint udp(Seen<UdpOpenPorts> seen, int port) {
    return Endpoint.udp(address(seen.subject()), port);
  }

  private static String address(String subject) {
    return subject.startsWith(ADDRESS) ? subject.substring(ADDRESS.length()) : subject;
  }

  private String order() {
    int slash = service.indexOf('/');
    return service.substring(0, slash)
        + String.format(Locale.ROOT, "%05d", number(service.substring(slash + 1)));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  boolean isWeb() {
    return protocol.equals("http") || protocol.equals("https");
  }

  /** Whether it is a service that somebody uses, and no mere way to one. */
  boolean isService(Known known) {
    boolean leadsOn =
        known
            .seen(HttpSurface.class, subject)
            .map(Seen::fact)
            .filter(f -> f.open().isEmpty() && f.guarded().isEmpty() && !f.redirects().isEmpty())
            .isPresent();
    return !leadsOn && !DISCOVERY.contains(protocol);
  }

  /** Such as "HTTPS at tcp/8443." */
  String description() {
    String what = protocol.isEmpty() ? "Service" : protocol.toUpperCase(Locale.ROOT);
    boolean within = tls && !protocol.equals("https") && !protocol.equals("dtls");
    return what + (within ? " inside TLS" : "") + " at " + service + ".";
  }

  /** Whether an entry names it. */
  boolean isOf(DraftRow row) {
    List<String> named = row.texts("endpoints");
    return named.contains(service) || named.contains(subject);
  }
}
