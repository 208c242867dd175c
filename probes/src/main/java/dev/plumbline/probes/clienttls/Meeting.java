package dev.plumbline.probes.clienttls;

import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * One call, and what came of it.
 *
 * @param outcome what the device made of the face
 * @param reason how it showed
 * @param agreed version of a handshake that came to its end
 * @param caller certificate that the device proved to own
 * @param shown whether the certificate of the face went out
 */
record Meeting(
    Face face,
    Outcome outcome,
    String reason,
    Optional<Offer> offer,
    Optional<String> agreed,
    Optional<X509CertificateHolder> caller,
    boolean shown,
    Wire wire) {
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /** Alerts of a device that has trouble, and passes no judgement on a server. */
  private static final Set<Short> SAYS_NOTHING =
      Set.of(
          AlertDescription.unexpected_message,
          AlertDescription.bad_record_mac,
          AlertDescription.record_overflow,
          AlertDescription.decode_error,
          AlertDescription.decrypt_error,
          AlertDescription.internal_error,
          AlertDescription.user_canceled);

  enum Outcome {
    ACCEPTED,
    REFUSED,
    UNDECIDED
  }

  /**
   * Shakes hands and looks whether the device then speaks. Its words are not kept.
   *
   * @param takesTrusted whether it took the faultless server before
   */
  static Meeting of(
      Wire wire, Face face, Identity identity, BcTlsCrypto crypto, boolean takesTrusted) {
    // A device that shakes hands with the faultless server and offers nothing that this one could
    // take will not have it.
    Outcome declined = takesTrusted && face.canBeDeclined() ? Outcome.REFUSED : Outcome.UNDECIDED;
    RogueServer server = new RogueServer(crypto, face, identity);
    Outcome outcome;
    String reason;
    try (Socket socket = wire.socket()) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      TlsServerProtocol protocol =
          new TlsServerProtocol(socket.getInputStream(), socket.getOutputStream());
      protocol.accept(server);
      boolean spoke = protocol.getInputStream().read(new byte[1]) > 0;
      outcome = spoke ? Outcome.ACCEPTED : Outcome.REFUSED;
      reason = spoke ? "it sent data" : "it closed after the handshake without a word";
      protocol.close();
    } catch (SocketTimeoutException e) {
      outcome = Outcome.UNDECIDED;
      reason =
          server.agreed().isPresent()
              ? "it said nothing after the handshake"
              : "it fell silent in the handshake";
    } catch (TlsFatalAlertReceived e) {
      outcome =
          SAYS_NOTHING.contains(e.getAlertDescription())
              ? Outcome.UNDECIDED
              : server.shown() ? Outcome.REFUSED : declined;
      reason = "it answered " + alert(e.getAlertDescription());
    } catch (TlsFatalAlert e) {
      outcome = server.shown() ? Outcome.UNDECIDED : declined;
      reason = "its offer leads to no handshake: " + alert(e.getAlertDescription());
    } catch (IOException e) {
      outcome = server.shown() ? Outcome.REFUSED : Outcome.UNDECIDED;
      reason = "it broke off: " + e.getMessage();
    } catch (RuntimeException e) {
      // The library stumbles over some malformed messages.
      outcome = Outcome.UNDECIDED;
      reason = "its messages cannot be read";
    }
    return new Meeting(
        face,
        outcome,
        reason,
        server.offer(),
        server.agreed(),
        server.agreed().flatMap(v -> server.caller()),
        server.shown(),
        wire);
  }

  private static String alert(short description) {
    return AlertDescription.getName(description);
  }
}
