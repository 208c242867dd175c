package dev.plumbline.client.tls;

import dev.plumbline.probe.hostile.AlteredAnswers;
import dev.plumbline.probe.hostile.BytesWire;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What servers answer to a ClientHello, altered 40,000 times. */
public final class AlteredTlsTest {
  private static final List<Class<? extends Exception>> DOCUMENTED =
      List.of(TlsFormatException.class, CertificateException.class);
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final int MOST_MESSAGES = 16;

  @Test
  void aFlightIsReadOrRefused() throws IOException {
    AlteredAnswers.of(AlteredTlsTest.class, "tls")
        .hold(40_000, Duration.ofSeconds(60), AlteredTlsTest::read, DOCUMENTED);
  }

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] answer) {
    AlteredAnswers.once(answer, AlteredTlsTest::read, DOCUMENTED);
  }

  private static void read(byte[] bytes) throws IOException, CertificateException {
    RecordStream records = new RecordStream(new BytesWire(bytes), Duration.ZERO);
    CipherSuite suite = CodeBook.suite(0xC02F);
    for (int i = 0; i < MOST_MESSAGES; i++) {
      if (!(records.next() instanceof TlsMessage.Handshake message)) {
        return;
      }
      switch (message.type()) {
        case TlsMessage.Handshake.SERVER_HELLO ->
            suite = CodeBook.suite(ServerHello.parse(message.body()).suite());
        case TlsMessage.Handshake.CERTIFICATE ->
            CertificateFacts.parse(CertificateMessage.parse(message.body(), ProtocolVersion.TLS12))
                .fact(NOW, "camera.example");
        case TlsMessage.Handshake.SERVER_KEY_EXCHANGE ->
            ServerKeyExchange.parse(message.body(), suite, ProtocolVersion.TLS12);
        default -> Extensions.numbers(message.body());
      }
    }
  }
}
