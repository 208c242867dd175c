package dev.plumbline.probes.oddmessages;

import dev.plumbline.client.login.Services.Service;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A service over TCP that greets, or answers an ordinary question of its protocol. */
final class WireTarget implements Target {
  private static final Duration CONNECT = Duration.ofSeconds(4);
  private static final Duration ANSWER = Duration.ofSeconds(6);
  private static final Duration QUIET = Duration.ofMillis(300);
  private static final int MOST = 4_096;

  private final ProbeContext context;
  private final Endpoint endpoint;
  private final boolean tls;
  private final String question;
  private final BoundedPattern well;

  /**
   * @param question an ordinary first word; empty where the service speaks first
   * @param well what it says then, as Latin-1
   */
  private WireTarget(ProbeContext context, Service service, String question, BoundedPattern well) {
    this.context = context;
    this.endpoint = service.endpoint();
    this.tls = service.tls();
    this.question = question;
    this.well = well;
  }

  static Target ftp(ProbeContext context, Service service) {
    return new WireTarget(context, service, "", BoundedPattern.compile("^220[ -]"));
  }

  static Target telnet(ProbeContext context, Service service) {
    return new WireTarget(context, service, "", BoundedPattern.compile("(?s)^."));
  }

  static Target rtsp(ProbeContext context, Service service) {
    return new WireTarget(
        context,
        service,
        "OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n\r\n",
        BoundedPattern.compile("^RTSP/1\\.\\d \\d{3}"));
  }

  @Override
  public Optional<byte[]> send(byte[] message) throws IOException, InterruptedException {
    try (Wire plain = context.connect(endpoint, CONNECT);
        Wire wire = tls ? plain.secure(CONNECT) : plain) {
      if (question.isEmpty()) {
        wire.read(MOST, ANSWER);
      }
      wire.send(message);
      return Optional.of(wire.readUntilQuiet(MOST, QUIET));
    }
  }

  @Override
  public Pulse pulse() throws InterruptedException {
    try (Wire plain = context.connect(endpoint, CONNECT);
        Wire wire = tls ? plain.secure(CONNECT) : plain) {
      if (!question.isEmpty()) {
        wire.send(question.getBytes(StandardCharsets.US_ASCII));
      }
      String said = new String(wire.read(MOST, ANSWER), StandardCharsets.ISO_8859_1);
      return well.matcher(said).find() ? Pulse.WELL : Pulse.HANGS;
    } catch (ConnectException refused) {
      return String.valueOf(refused.getMessage()).contains("refused")
          ? Pulse.REFUSES
          : Pulse.UNREACHABLE;
    } catch (IOException noAnswer) {
      return Pulse.HANGS;
    }
  }
}
