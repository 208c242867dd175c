package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.keyagreement.EphemeralKey;
import dev.plumbline.client.tls.CertificateMessage;
import dev.plumbline.client.tls.ClientHello;
import dev.plumbline.client.tls.Extensions;
import dev.plumbline.client.tls.RecordStream;
import dev.plumbline.client.tls.ServerHello;
import dev.plumbline.client.tls.TlsFormatException;
import dev.plumbline.client.tls.TlsMessage;
import java.io.IOException;
import java.security.InvalidKeyException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Opens the part of TLS 1.3's handshake that the server protects: its other extensions, its
 * certificates and the algorithm it signs with. The handshake is not finished.
 */
final class Tls13Flight {
  private static final int MAX_MESSAGES = 16;

  private Tls13Flight() {}

  static ServerFlight read(
      RecordStream records, ClientHello hello, EphemeralKey key, ServerFlight start)
      throws IOException {
    ServerHello answer = start.hello().orElseThrow();
    if (answer.group().orElse(-1) != key.group()) {
      throw new TlsFormatException("answers with a key of another group");
    }
    records.openWith(
        Tls13Keys.server(start.suite(), shared(key, answer), hello.message(), answer.raw()));
    Set<Integer> extensions = new HashSet<>(start.extensions());
    List<byte[]> chain = List.of();
    OptionalInt signature = OptionalInt.empty();
    for (int i = 0; i < MAX_MESSAGES && signature.isEmpty(); i++) {
      TlsMessage next = records.next();
      if (next instanceof TlsMessage.Handshake message) {
        switch (message.type()) {
          case TlsMessage.Handshake.ENCRYPTED_EXTENSIONS ->
              extensions.addAll(Extensions.numbers(message.body()));
          case TlsMessage.Handshake.CERTIFICATE ->
              chain = CertificateMessage.parse(message.body(), start.version());
          case TlsMessage.Handshake.CERTIFICATE_VERIFY ->
              signature = OptionalInt.of(Extensions.firstCode(message.body()));
          default -> {}
        }
      } else if (!(next instanceof TlsMessage.ChangeCipherSpec)) {
        throw new TlsFormatException("breaks the handshake off");
      }
    }
    return new ServerFlight(
        start.version(),
        start.suites(),
        start.hello(),
        chain,
        Optional.empty(),
        signature,
        extensions);
  }

  private static byte[] shared(EphemeralKey key, ServerHello answer) throws TlsFormatException {
    try {
      return key.agree(answer.keyShare());
    } catch (InvalidKeyException e) {
      throw new TlsFormatException(String.valueOf(e.getMessage()));
    }
  }
}
