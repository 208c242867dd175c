package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.CertificateMessage;
import dev.plumbline.client.tls.RecordStream;
import dev.plumbline.client.tls.ServerKeyExchange;
import dev.plumbline.client.tls.TlsMessage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what follows the ServerHello, SSL 3.0 to TLS 1.2. */
final class ClassicFlight {
  private static final int MAX_MESSAGES = 16;

  private ClassicFlight() {}

  /** The agreement stands even where the rest cannot be read; then the rest is empty. */
  static ServerFlight read(RecordStream records, ServerFlight start) {
    List<byte[]> chain = List.of();
    Optional<ServerKeyExchange> key = Optional.empty();
    try {
      for (int i = 0; i < MAX_MESSAGES; i++) {
        if (!(records.next() instanceof TlsMessage.Handshake message)
            || message.type() == TlsMessage.Handshake.SERVER_HELLO_DONE) {
          break;
        }
        if (message.type() == TlsMessage.Handshake.CERTIFICATE) {
          chain = CertificateMessage.parse(message.body(), start.version());
        } else if (message.type() == TlsMessage.Handshake.SERVER_KEY_EXCHANGE) {
          key = ServerKeyExchange.parse(message.body(), start.suite(), start.version());
        }
      }
    } catch (IOException e) {
      // What was read before stays true; what is missing stays empty, and is reported as missing.
    }
    OptionalInt signature = key.map(ServerKeyExchange::signature).orElse(OptionalInt.empty());
    return new ServerFlight(
        start.version(), start.suites(), start.hello(), chain, key, signature, start.extensions());
  }
}
