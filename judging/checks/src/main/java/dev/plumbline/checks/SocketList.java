package dev.plumbline.checks;

import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.network.ConsoleSockets;
import dev.plumbline.observation.network.ConsoleSockets.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The list of sockets that the device's own console printed. A whole list knows what a search from
 * outside cannot: that a silent port has nobody behind it.
 */
record SocketList(Facts facts) {
  /** The list, where it is whole and has that transport. */
  Optional<Seen<ConsoleSockets>> list(String transport) {
    return facts.seen(ConsoleSockets.class).stream()
        .filter(s -> s.fact().complete() && s.fact().transports().contains(transport))
        .findFirst();
  }

  /** Sockets that others can reach and that no row names, as phrases. */
  List<String> undeclared(String transport, Set<String> declared) {
    return list(transport).stream()
        .flatMap(s -> s.fact().sockets().stream())
        .filter(s -> s.transport().equals(transport) && !s.loopback())
        .filter(s -> !declared.contains(service(s)))
        .map(s -> service(s) + s.process().map(p -> " (" + p + ")").orElse(""))
        .distinct()
        .toList();
  }

  private static String service(Socket socket) {
    return socket.transport() + "/" + socket.port();
  }
}
