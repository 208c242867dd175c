package dev.plumbline.probes.clienttls;

import dev.plumbline.client.standin.CallOutcome;
import dev.plumbline.client.standin.ClearText;
import dev.plumbline.client.standin.TlsTransport;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.observation.tls.TlsClient;
import dev.plumbline.probe.Calls;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls in clear text: those at the port where TLS is waited for, and those at port 80 of the same
 * address, where a client may turn to that was refused.
 */
final class ClearCalls implements Closeable {
  private static final int PORT = 80;
  private static final int MOST = 50;
  private static final int PATIENCE_MILLIS = 500;
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final ClientTest test;
  private final Optional<Calls> beside;
  private final List<Call> calls = new ArrayList<>();

  private ClearCalls(ClientTest test, Optional<Calls> beside) {
    this.test = test;
    this.beside = beside;
  }

  private record Call(int port, String after, ClearText said, Optional<Wire> wire) {}

  private record Kind(int port, String after, ClearText said) {}

  /** Waits at port 80 too, where that can be had. */
  static ClearCalls open(ProbeContext context, ClientTest test) throws InterruptedException {
    Optional<Calls> beside = Optional.empty();
    if (test.listen().transport().equals("tcp") && test.listen().port() != PORT) {
      try {
        beside = Optional.of(context.awaitBeside(test, PORT));
      } catch (IOException e) {
        // Another program of this machine has it; the observation names the ports waited at.
      }
    }
    return new ClearCalls(test, beside);
  }

  /**
   * Notes a call in the place of a handshake.
   *
   * @param after the server that was shown before it; empty for none
   */
  void note(String after, CallOutcome meeting) {
    meeting
        .clear()
        .filter(c -> calls.size() < MOST)
        .ifPresent(c -> calls.add(new Call(test.listen().port(), after, c, meeting.wire())));
  }

  /** Takes the calls that have come to port 80 by now. */
  void look(String after) throws InterruptedException {
    try {
      while (beside.isPresent() && calls.size() < MOST) {
        Optional<Wire> call = beside.get().next(AT_ONCE);
        if (call.isEmpty()) {
          return;
        }
        read(call.get())
            .ifPresent(said -> calls.add(new Call(PORT, after, said, Optional.of(call.get()))));
      }
    } catch (IOException e) {
      // Nothing can be waited for there any more.
    }
  }

  private static Optional<ClearText> read(Wire wire) {
    try (Socket socket = wire.socket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      int first = socket.getInputStream().read();
      return first < 0
          ? Optional.empty()
          : ClearText.read(TlsTransport.beginning(first, socket, socket.getInputStream()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  int count() {
    return calls.size();
  }

  boolean any() {
    return !calls.isEmpty();
  }

  /** A call that shows it. */
  Optional<Wire> shownBy() {
    return calls.stream().flatMap(c -> c.wire().stream()).findFirst();
  }

  /** What was said, each kind once, with its number. */
  List<TlsClient.ClearText> said() {
    Map<Kind, Long> kinds = new LinkedHashMap<>();
    calls.forEach(c -> kinds.merge(new Kind(c.port(), c.after(), c.said()), 1L, Long::sum));
    List<TlsClient.ClearText> all = new ArrayList<>();
    kinds.forEach(
        (kind, count) ->
            all.add(
                new TlsClient.ClearText(
                    kind.port(),
                    kind.said().protocol(),
                    kind.after(),
                    kind.said().secrets(),
                    count)));
    return all;
  }

  /** Ports where a call in clear text would have been noticed. */
  List<Integer> ports() {
    List<Integer> ports = new ArrayList<>(List.of(test.listen().port()));
    if (beside.isPresent()) {
      ports.add(PORT);
    }
    return ports;
  }

  @Override
  public void close() {
    beside.ifPresent(Calls::close);
  }
}
