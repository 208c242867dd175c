package dev.plumbline.probes.oddmessages;

import dev.plumbline.client.mqtt.MqttSession;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An MQTT broker: who asks to be let in gets an answer, whatever it says. */
final class MqttTarget implements Target {
  private static final Duration CONNECT = Duration.ofSeconds(4);
  private static final Duration QUIET = Duration.ofMillis(300);
  private static final int MOST = 4_096;

  private final ProbeContext context;
  private final Endpoint endpoint;
  private final boolean tls;

  MqttTarget(ProbeContext context, Endpoint endpoint, boolean tls) {
    this.context = context;
    this.endpoint = endpoint;
    this.tls = tls;
  }

  @Override
  public Optional<byte[]> send(byte[] message) throws IOException, InterruptedException {
    try (Wire plain = context.connect(endpoint, CONNECT);
        Wire wire = tls ? plain.secure(CONNECT) : plain) {
      wire.send(message);
      return Optional.of(wire.readUntilQuiet(MOST, QUIET));
    }
  }

  @Override
  public Pulse pulse() throws InterruptedException {
    try (MqttSession session = MqttSession.open(context, endpoint, tls, MqttSession.V3)) {
      session.connect("plumbline", List.of());
      return Pulse.WELL;
    } catch (ConnectException refused) {
      return String.valueOf(refused.getMessage()).contains("refused")
          ? Pulse.REFUSES
          : Pulse.UNREACHABLE;
    } catch (IOException noAnswer) {
      return Pulse.HANGS;
    }
  }
}
