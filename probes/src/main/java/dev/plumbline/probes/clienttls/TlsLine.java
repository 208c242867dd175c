package dev.plumbline.probes.clienttls;

import dev.plumbline.probe.Calls;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.tls.TlsServerProtocol;

/** Calls over TCP. */
record TlsLine(Calls calls) implements Line {
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  @Override
  public Optional<Caller> next(Duration patience) throws IOException, InterruptedException {
    return calls
        .next(patience)
        .map(
            wire ->
                (server, face, takesTrusted) ->
                    Meeting.of(s -> spoke(wire, s), server, face, takesTrusted, Optional.of(wire)));
  }

  private static boolean spoke(Wire wire, RogueServer server) throws IOException {
    try (Socket socket = wire.socket()) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      TlsServerProtocol protocol =
          new TlsServerProtocol(socket.getInputStream(), socket.getOutputStream());
      protocol.accept(server);
      boolean spoke = protocol.getInputStream().read(new byte[1]) > 0;
      protocol.close();
      return spoke;
    }
  }

  @Override
  public void close() {
    calls.close();
  }
}
