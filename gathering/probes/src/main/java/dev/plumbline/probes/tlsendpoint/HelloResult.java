package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.ProtocolVersion;
import dev.plumbline.client.tls.TlsMessage;
import dev.plumbline.probe.Wire;
import java.util.Optional;
import java.util.OptionalInt;

/** What an endpoint made of a hello. Only a clear refusal counts as no. */
sealed interface HelloResult {
  /**
   * It agreed.
   *
   * @param wire the connection that shows it
   */
  record Agreed(ServerFlight flight, Wire wire) implements HelloResult {}

  /**
   * It refused.
   *
   * @param how in words
   * @param instead the lower version that it chose, if it did
   * @param alert number of the alert, if it sent one
   * @param firm whether it leaves no doubt; a mere close or an unspecific alert does not
   */
  record Refused(String how, Optional<ProtocolVersion> instead, OptionalInt alert, boolean firm)
      implements HelloResult {
    /** Whether it refused the version as such, whatever else the hello offered. */
    boolean ofVersion() {
      return instead.isPresent()
          || (alert.isPresent() && alert.getAsInt() == TlsMessage.Alert.PROTOCOL_VERSION);
    }

    static Refused by(TlsMessage.Alert alert) {
      return new Refused(
          "alert " + alert.name(),
          Optional.empty(),
          OptionalInt.of(alert.description()),
          TlsMessage.Alert.refuses(alert.description()));
    }

    static Refused byChoosing(ProtocolVersion lower) {
      return new Refused("chooses " + lower, Optional.of(lower), OptionalInt.empty(), true);
    }

    static Refused byClosing() {
      return new Refused("closes the connection", Optional.empty(), OptionalInt.empty(), false);
    }

    Refused confirmed() {
      return new Refused(how, instead, alert, true);
    }
  }

  /** Nothing can be concluded: silence, a reset, garbage, a lie. */
  record Unclear(String reason) implements HelloResult {}
}
