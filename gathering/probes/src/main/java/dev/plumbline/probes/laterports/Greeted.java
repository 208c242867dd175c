package dev.plumbline.probes.laterports;

import dev.plumbline.client.ports.FirstLine;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.observation.network.LaterPorts;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * What a port says to a client that says nothing.
 *
 * @param wire the connection over which it spoke
 */
record Greeted(int port, String line, Optional<Wire> wire) {
  private static final Duration CONNECT = Duration.ofSeconds(4);
  private static final Duration PATIENCE = Duration.ofMillis(1500);
  private static final Duration QUIET = Duration.ofMillis(300);
  private static final int MOST = 1024;

  /** A port that nobody listened to. */
  static Greeted unread(int port) {
    return new Greeted(port, "", Optional.empty());
  }

  static Greeted at(ProbeContext context, Endpoint endpoint) throws InterruptedException {
    try (Wire wire = context.connect(endpoint, CONNECT)) {
      String said = said(wire);
      return said.isEmpty()
          ? unread(endpoint.port())
          : new Greeted(endpoint.port(), FirstLine.of(said), Optional.of(wire));
    } catch (IOException e) {
      // It took connections before; that it says nothing now takes nothing from that.
      return unread(endpoint.port());
    }
  }

  private static String said(Wire wire) throws IOException {
    String first = new String(wire.read(MOST, PATIENCE), StandardCharsets.ISO_8859_1);
    if (first.isEmpty()) {
      return first;
    }
    try {
      return first + new String(wire.readUntilQuiet(MOST, QUIET), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // It broke off; what it said is said.
      return first;
    }
  }

  LaterPorts.Opened fact() {
    return new LaterPorts.Opened(port, line.isEmpty() ? Optional.empty() : Optional.of(line));
  }
}
