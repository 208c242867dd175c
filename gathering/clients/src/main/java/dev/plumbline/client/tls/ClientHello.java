package dev.plumbline.client.tls;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A question to a TLS server.
 *
 * @param version the highest version that is offered; TLS 1.3 is offered alone
 * @param suites cipher suites, most wanted first
 * @param compressions compression methods; 0 is none
 * @param extensions by number, in the order in which they are sent; SSL 3.0 has none
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes of the wire, never compared.
public record ClientHello(
    ProtocolVersion version,
    byte[] random,
    byte[] sessionId,
    List<Integer> suites,
    List<Integer> compressions,
    Map<Integer, byte[]> extensions) {
  /** Signals secure renegotiation where extensions may not be sent (RFC 5746). */
  public static final int RENEGOTIATION_SCSV = 0x00FF;

  /** Signals that the client fell back from a higher version (RFC 7507). */
  public static final int FALLBACK_SCSV = 0x5600;

  public static final int EXT_SERVER_NAME = 0;
  public static final int EXT_GROUPS = 10;
  public static final int EXT_POINT_FORMATS = 11;
  public static final int EXT_SIGNATURES = 13;
  public static final int EXT_HEARTBEAT = 15;
  public static final int EXT_PROTOCOL_NAMES = 16;
  public static final int EXT_EXTENDED_SECRET = 23;
  public static final int EXT_TICKET = 35;
  public static final int EXT_VERSIONS = 43;
  public static final int EXT_CERTIFICATE_SIGNATURES = 50;
  public static final int EXT_KEY_SHARE = 51;
  public static final int EXT_RENEGOTIATION = 0xFF01;

  public ClientHello {
    suites = List.copyOf(suites);
    compressions = List.copyOf(compressions);
    extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
  }

  /** The same question with other suites. */
  public ClientHello withSuites(List<Integer> others) {
    return new ClientHello(version, random, sessionId, others, compressions, extensions);
  }

  /** The same question with that extension added or replaced. */
  public ClientHello with(int extension, byte[] body) {
    Map<Integer, byte[]> more = new LinkedHashMap<>(extensions);
    more.put(extension, body);
    return new ClientHello(version, random, sessionId, suites, compressions, more);
  }

  /** The same question with those compression methods. */
  public ClientHello withCompressions(List<Integer> methods) {
    return new ClientHello(version, random, sessionId, suites, methods, extensions);
  }

  /** The same question without that extension. */
  public ClientHello without(int extension) {
    Map<Integer, byte[]> fewer = new LinkedHashMap<>(extensions);
    fewer.remove(extension);
    return new ClientHello(version, random, sessionId, suites, compressions, fewer);
  }

  /** The handshake message. */
  public byte[] message() {
    ProtocolVersion legacy = version == ProtocolVersion.TLS13 ? ProtocolVersion.TLS12 : version;
    ByteWriter body = new ByteWriter().u16(legacy.code()).put(random).vector8(sessionId);
    body.codes16(suites).u8(compressions.size());
    compressions.forEach(body::u8);
    if (!extensions.isEmpty()) {
      ByteWriter list = new ByteWriter();
      extensions.forEach((number, content) -> list.u16(number).vector16(content));
      body.vector16(list.bytes());
    }
    return new ByteWriter().u8(1).vector24(body.bytes()).bytes();
  }

  /** The message in its record. The record says TLS 1.0 at most, as old servers want it. */
  public byte[] record() {
    int outer = Math.min(version.code(), ProtocolVersion.TLS10.code());
    return new ByteWriter().u8(22).u16(outer).vector16(message()).bytes();
  }
}
