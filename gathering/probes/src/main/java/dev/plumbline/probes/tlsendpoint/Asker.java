package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.keyagreement.EphemeralKey;
import dev.plumbline.client.tls.ClientHello;
import dev.plumbline.client.tls.CodeBook;
import dev.plumbline.client.tls.ProtocolVersion;
import dev.plumbline.client.tls.RecordStream;
import dev.plumbline.client.tls.ServerHello;
import dev.plumbline.client.tls.Sslv2;
import dev.plumbline.client.tls.TlsFormatException;
import dev.plumbline.client.tls.TlsMessage;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Opens a connection, says one hello and reads the answer. One connection a question. */
final class Asker {
  /** Constrained devices take seconds for a private-key operation. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int MAX_WARNINGS = 4;

  private final ProbeContext context;
  private final Endpoint endpoint;
  private final StartTls startTls;
  private final Greeting greeting;

  Asker(ProbeContext context, Endpoint endpoint, StartTls startTls, Greeting greeting) {
    this.greeting = greeting;
    this.context = context;
    this.endpoint = endpoint;
    this.startTls = startTls;
  }

  /** A connection on which TLS can start. The caller closes it. */
  Wire open() throws IOException, InterruptedException {
    Wire wire = context.connect(endpoint, PATIENCE);
    try {
      startTls.begin(wire, PATIENCE);
      return wire;
    } catch (IOException e) {
      wire.close();
      throw e;
    }
  }

  /** Says the hello; of TLS 1.3 the answer is the ServerHello alone. */
  HelloResult ask(ClientHello question) throws InterruptedException {
    ClientHello hello = greeting.in(question);
    return talk(
        wire -> {
          wire.send(hello.record());
          return read(new RecordStream(wire, PATIENCE), hello, wire);
        });
  }

  /** Says the hello of TLS 1.3 with a key of ours, and opens what the server sends behind it. */
  HelloResult ask(ClientHello question, EphemeralKey key) throws InterruptedException {
    ClientHello hello = greeting.in(question);
    return talk(
        wire -> {
          wire.send(hello.record());
          RecordStream records = new RecordStream(wire, PATIENCE);
          HelloResult answer = read(records, hello, wire);
          return answer instanceof HelloResult.Agreed agreed && !isRetry(agreed.flight())
              ? new HelloResult.Agreed(Tls13Flight.read(records, hello, key, agreed.flight()), wire)
              : answer;
        });
  }

  /** Says the hello of SSL 2.0. */
  HelloResult askSslv2() throws InterruptedException {
    return talk(
        wire -> {
          wire.send(Sslv2.clientHello(Hellos.random(16)));
          try {
            return Sslv2.readAnswer(wire, PATIENCE)
                .<HelloResult>map(hello -> new HelloResult.Agreed(sslv2(hello), wire))
                .orElseGet(HelloResult.Refused::byClosing);
          } catch (Sslv2.AlertedException e) {
            return HelloResult.Refused.by(e.alert());
          }
        });
  }

  static boolean isRetry(ServerFlight flight) {
    return flight.hello().map(ServerHello::retry).orElse(false);
  }

  private interface Talk {
    HelloResult over(Wire wire) throws IOException;
  }

  private HelloResult talk(Talk talk) throws InterruptedException {
    try (Wire wire = open()) {
      return talk.over(wire);
    } catch (Wire.SilenceException e) {
      return new HelloResult.Unclear("does not answer in time");
    } catch (TlsFormatException e) {
      return new HelloResult.Unclear(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return new HelloResult.Unclear("connection failed: " + e.getMessage());
    }
  }

  private static HelloResult read(RecordStream records, ClientHello hello, Wire wire)
      throws IOException {
    TlsMessage first = records.next();
    for (int i = 0; i < MAX_WARNINGS && isWarning(first); i++) {
      first = records.next();
    }
    return switch (first) {
      case TlsMessage.End end -> HelloResult.Refused.byClosing();
      case TlsMessage.Alert alert -> HelloResult.Refused.by(alert);
      case TlsMessage.Handshake message when message.type() == TlsMessage.Handshake.SERVER_HELLO ->
          agreed(ServerHello.parse(message.body()), records, hello, wire);
      default -> throw new TlsFormatException("answers a hello with something else");
    };
  }

  private static boolean isWarning(TlsMessage message) {
    return message instanceof TlsMessage.Alert alert
        && !alert.fatal()
        && alert.description() != TlsMessage.Alert.CLOSE_NOTIFY;
  }

  private static HelloResult agreed(
      ServerHello answer, RecordStream records, ClientHello hello, Wire wire) throws IOException {
    if (answer.version().isBefore(hello.version())) {
      return HelloResult.Refused.byChoosing(answer.version());
    }
    if (answer.version() != hello.version()
        || !hello.suites().contains(answer.suite())
        || !hello.compressions().contains(answer.compression())) {
      throw new TlsFormatException(
          "chooses what was not offered: "
              + answer.version()
              + " with "
              + CodeBook.suite(answer.suite()).name());
    }
    ServerFlight start =
        new ServerFlight(
            answer.version(),
            List.of(answer.suite()),
            Optional.of(answer),
            List.of(),
            Optional.empty(),
            OptionalInt.empty(),
            answer.extensions().keySet());
    return new HelloResult.Agreed(
        answer.version() == ProtocolVersion.TLS13 ? start : ClassicFlight.read(records, start),
        wire);
  }

  private static ServerFlight sslv2(Sslv2.Hello hello) {
    return new ServerFlight(
        ProtocolVersion.SSL2,
        hello.suites(),
        Optional.empty(),
        hello.certificate().length == 0 ? List.of() : List.of(hello.certificate()),
        Optional.empty(),
        OptionalInt.empty(),
        Set.of());
  }
}
