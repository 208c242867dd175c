package dev.plumbline.client.standin;

import dev.plumbline.client.standin.ClearText.ClearTextException;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsTimeoutException;

/**
 * One call, and what came of it.
 *
 * @param outcome what the device made of the face
 * @param reason how it showed
 * @param agreed version of a handshake that came to its end
 * @param caller certificate that the device proved to own
 * @param shown whether the certificate of the face went out
 * @param stapled whether what the authority says of it went out with it
 * @param clear what was said in clear text in the place of a handshake
 */
public record CallOutcome(
    ServerVariant face,
    Outcome outcome,
    String reason,
    Optional<Offer> offer,
    Optional<String> agreed,
    Optional<X509CertificateHolder> caller,
    boolean shown,
    boolean stapled,
    Optional<ClearText> clear,
    Optional<Wire> wire) {

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

  private static final String NEVER_TOLD =
      "it does not ask what the authority says of the certificate (status_request)";

  public enum Outcome {
    ACCEPTED,
    REFUSED,
    UNDECIDED
  }

  /** Shakes hands as that server; gives whether the device spoke then, or closed without a word. */
  @FunctionalInterface
  interface Handshake {
    /**
     * @throws SocketTimeoutException if it did neither
     */
    boolean spoke(RogueServer server) throws IOException;
  }

  /**
   * Shakes hands and looks whether the device then speaks. Its words are not kept.
   *
   * @param takesTrusted whether it took the faultless server before
   * @param wire its transcript, where there is one
   */
  static CallOutcome of(
      Handshake handshake,
      RogueServer server,
      ServerVariant face,
      boolean takesTrusted,
      Optional<Wire> wire) {
    // A device that shakes hands with the faultless server and offers nothing that this one could
    // take will not have it.
    Outcome declined = takesTrusted && face.canBeDeclined() ? Outcome.REFUSED : Outcome.UNDECIDED;
    Outcome outcome;
    String reason;
    Optional<ClearText> clear = Optional.empty();
    try {
      boolean spoke = handshake.spoke(server);
      outcome = spoke ? Outcome.ACCEPTED : Outcome.REFUSED;
      reason = spoke ? "it sent data" : "it closed after the handshake without a word";
    } catch (SocketTimeoutException | TlsTimeoutException e) {
      outcome = Outcome.UNDECIDED;
      reason =
          server.agreed().isPresent()
              ? "it said nothing after the handshake"
              : "it fell silent in the handshake";
    } catch (ClearTextException e) {
      // Whoever speaks in clear text refuses no certificate.
      outcome = Outcome.UNDECIDED;
      reason = String.valueOf(e.getMessage());
      clear = Optional.of(e.said());
    } catch (TlsTransport.GoneException e) {
      outcome = Outcome.UNDECIDED;
      reason = String.valueOf(e.getMessage());
    } catch (IOException e) {
      if (server.alert().isPresent()) {
        short alert = server.alert().get();
        outcome =
            SAYS_NOTHING.contains(alert)
                ? Outcome.UNDECIDED
                : server.shown() ? Outcome.REFUSED : declined;
        reason = "it answered " + alert(alert);
      } else if (e instanceof TlsFatalAlert own) {
        outcome = server.shown() ? Outcome.UNDECIDED : declined;
        reason = "its offer leads to no handshake: " + alert(own.getAlertDescription());
      } else {
        outcome = server.shown() ? Outcome.REFUSED : Outcome.UNDECIDED;
        reason = "it broke off: " + e.getMessage();
      }
    } catch (RuntimeException e) {
      // The library stumbles over some malformed messages.
      outcome = Outcome.UNDECIDED;
      reason = "its messages cannot be read";
    }
    if (face == ServerVariant.REVOKED && server.offer().isPresent() && !server.stapled()) {
      // Not even a refusal has to do with it.
      outcome = Outcome.UNDECIDED;
      reason = NEVER_TOLD;
    }
    return new CallOutcome(
        face,
        outcome,
        reason,
        server.offer(),
        server.agreed(),
        server.agreed().flatMap(v -> server.caller()),
        server.shown(),
        server.stapled(),
        clear,
        wire);
  }

  /** What is known of a face that tells nothing to a device that does not ask. */
  public static CallOutcome neverTold(ServerVariant face) {
    return new CallOutcome(
        face,
        Outcome.UNDECIDED,
        NEVER_TOLD,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static String alert(short description) {
    return AlertDescription.getName(description);
  }
}
