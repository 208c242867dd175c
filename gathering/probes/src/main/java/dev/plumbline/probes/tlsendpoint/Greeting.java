package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.client.tls.ClientHello;
import dev.plumbline.client.tls.Codes;
import dev.plumbline.client.tls.ProtocolVersion;
import java.util.Optional;

/**
 * What a client says of whom it wants to talk to.
 *
 * @param serverName the host (SNI, RFC 6066); empty for a client that names none
 * @param protocol what is to be spoken inside (ALPN, RFC 7301)
 */
record Greeting(Optional<String> serverName, Optional<String> protocol) {
  static final Greeting NONE = new Greeting(Optional.empty(), Optional.empty());

  static Greeting host(String name) {
    return new Greeting(Optional.of(name), Optional.empty());
  }

  static Greeting protocol(String name) {
    return new Greeting(Optional.empty(), Optional.of(name));
  }

  /** The hello with what the client names; SSL has no place for it. */
  ClientHello in(ClientHello hello) {
    if (hello.version().compareTo(ProtocolVersion.TLS10) < 0) {
      return hello;
    }
    ClientHello named =
        serverName
            .map(n -> hello.with(ClientHello.EXT_SERVER_NAME, Codes.serverName(n)))
            .orElse(hello);
    return protocol
        .map(p -> named.with(ClientHello.EXT_PROTOCOL_NAMES, Codes.protocolName(p)))
        .orElse(named);
  }

  /** Such as {@code gate.local} or {@code alpn h2}. */
  String text() {
    return serverName.orElseGet(() -> protocol.map(p -> "alpn " + p).orElse(""));
  }
}
