package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.CipherSuite;
import dev.plumbline.client.tls.CodeBook;
import dev.plumbline.client.tls.ProtocolVersion;
import dev.plumbline.client.tls.ServerHello;
import dev.plumbline.client.tls.ServerKeyExchange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a server said after it agreed.
 *
 * @param suites the suite it chose; of SSL 2.0, all that it has
 * @param hello absent for SSL 2.0
 * @param chain certificates as DER, leaf first; empty where none was sent or none could be read
 * @param keyExchange its ephemeral key, up to TLS 1.2
 * @param signature the algorithm it signed with, from TLS 1.2 on
 * @param extensions numbers of the extensions that it answered with
 */
record ServerFlight(
    ProtocolVersion version,
    List<Integer> suites,
    Optional<ServerHello> hello,
    List<byte[]> chain,
    Optional<ServerKeyExchange> keyExchange,
    OptionalInt signature,
    Set<Integer> extensions) {
  ServerFlight {
    suites = List.copyOf(suites);
    chain = List.copyOf(chain);
    extensions = Set.copyOf(extensions);
  }

  /** The suite that it chose. */
  CipherSuite suite() {
    return CodeBook.suite(suites.getFirst());
  }
}
