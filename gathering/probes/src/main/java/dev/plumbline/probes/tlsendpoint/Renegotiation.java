package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.ClientHello;
import dev.plumbline.client.tls.CodeBook;
import dev.plumbline.client.tls.Codes;
import dev.plumbline.client.tls.Frames;
import dev.plumbline.client.tls.RecordStream;
import dev.plumbline.client.tls.TlsMessage;
import dev.plumbline.probe.Wire;
import dev.plumbline.probes.tlsendpoint.ClassicSession.Established;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;

/** Asks for a new handshake within an established connection. */
final class Renegotiation {
  private static final int HANDSHAKE = 22;
  private static final int MAX_MESSAGES = 16;

  /** The groups that {@link EphemeralKey} can compute. */
  private static final List<Integer> GROUPS = List.of(0x001D, 0x0017, 0x0018, 0x0019, 0x001E);

  private final Asker asker;

  Renegotiation(Asker asker) {
    this.asker = asker;
  }

  /** What the endpoint does with it. */
  enum Outcome {
    ALLOWED,
    REFUSED,
    UNDECIDED
  }

  /**
   * Connects and asks.
   *
   * @param secure whether with the extension of RFC 5746, or as clients did before it
   */
  Outcome ask(VersionResult version, boolean secure) throws InterruptedException {
    List<Integer> suites =
        version.suites().stream()
            .filter(code -> ClassicSuite.of(CodeBook.suite(code)).isPresent())
            .toList();
    if (suites.isEmpty()) {
      return Outcome.UNDECIDED;
    }
    ClientHello hello =
        Hellos.offering(version.version(), suites)
            .with(ClientHello.EXT_GROUPS, Codes.list(GROUPS))
            .without(ClientHello.EXT_EXTENDED_SECRET);
    ClientHello first = secure ? hello : hello.without(ClientHello.EXT_RENEGOTIATION);
    if (!secure && isRefusedForIt(first, hello)) {
      return Outcome.REFUSED;
    }
    Established session;
    try (Wire wire = asker.open()) {
      session = ClassicSession.establish(wire, first);
      ClientHello again =
          secure
              ? first.with(ClientHello.EXT_RENEGOTIATION, Codes.renegotiation(session.verifyData()))
              : first;
      byte[] sealed = session.out().seal(HANDSHAKE, again.message());
      wire.send(Frames.record(HANDSHAKE, version.version(), sealed));
      return outcome(session.records());
    } catch (IOException e) {
      return Outcome.UNDECIDED;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal what was sealed before", e);
    }
  }

  /** Whether the endpoint does not even begin without the extension, and does with it. */
  private boolean isRefusedForIt(ClientHello without, ClientHello with)
      throws InterruptedException {
    return asker.ask(without) instanceof HelloResult.Refused refused
        && refused.alert().orElse(-1) == TlsMessage.Alert.HANDSHAKE_FAILURE
        && asker.ask(with) instanceof HelloResult.Agreed;
  }

  private static Outcome outcome(RecordStream records) throws IOException {
    for (int i = 0; i < MAX_MESSAGES; i++) {
      switch (records.next()) {
        case TlsMessage.Handshake message
            when message.type() == TlsMessage.Handshake.SERVER_HELLO -> {
          return Outcome.ALLOWED;
        }
        case TlsMessage.Alert alert -> {
          return Outcome.REFUSED;
        }
        case TlsMessage.End end -> {
          return Outcome.REFUSED;
        }
        default -> {
          // Data of the application, or a ticket, may still be under way.
        }
      }
    }
    return Outcome.UNDECIDED;
  }
}
