package dev.plumbline.checks;

import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The list of sockets that the device's own console printed. A whole list knows what a search from
 * outside cannot: that a silent port has nobody behind it.
 */
record ConsoleSockets(Facts facts) {
  static final String KEY = "console.sockets";

  /** The list, where it is whole and has that transport. */
  Optional<Observation> list(String transport) {
    return facts.observations(KEY).stream()
        .filter(Observation::seen)
        .filter(o -> Boolean.TRUE.equals(o.coverage().get("complete")))
        .filter(o -> o.coverage().get("transports") instanceof List<?> l && l.contains(transport))
        .filter(o -> o.value().get("sockets") instanceof List<?>)
        .findFirst();
  }

  /** Sockets that others can reach and that no row names, as phrases. */
  List<String> undeclared(String transport, Set<String> declared) {
    return list(transport).stream()
        .flatMap(ConsoleSockets::sockets)
        .filter(s -> transport.equals(s.get("transport")))
        .filter(s -> !Boolean.TRUE.equals(s.get("loopback")))
        .filter(s -> !declared.contains(transport + "/" + s.get("port")))
        .map(
            s ->
                transport
                    + "/"
                    + s.get("port")
                    + (s.get("process") instanceof String p ? " (" + p + ")" : ""))
        .distinct()
        .toList();
  }

  private static Stream<Map<?, ?>> sockets(Observation o) {
    return o.value().get("sockets") instanceof List<?> l
        ? l.stream().filter(Map.class::isInstance).map(m -> (Map<?, ?>) m)
        : Stream.of();
  }
}
