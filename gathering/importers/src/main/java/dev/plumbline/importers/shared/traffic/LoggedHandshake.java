package dev.plumbline.importers.shared.traffic;

import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.observation.traffic.TrafficTls;
import java.util.Optional;

/**
 * What a log tells of a handshake of TLS. Texts are empty where it does not tell.
 *
 * @param name that the client asked for
 * @param subject of the certificate
 */
public record LoggedHandshake(
    String name,
    String version,
    String suite,
    String subject,
    String issuer,
    String notBefore,
    String notAfter) {
  TrafficTls.Handshake fact(long count) {
    return new TrafficTls.Handshake(
        Texts.some(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Texts.some(version),
        Texts.some(suite),
        Optional.empty(),
        Optional.empty(),
        Texts.some(subject),
        Texts.some(issuer),
        Texts.some(notBefore),
        Texts.some(notAfter),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        count,
        Optional.empty());
  }
}
