package dev.plumbline.client.tls;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A server's choice.
 *
 * @param version the version chosen, read from the extension where TLS 1.3 hides it
 * @param retry whether it is TLS 1.3's request for another key share
 * @param raw the message with its header
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes of the wire, never compared.
public record ServerHello(
    ProtocolVersion version,
    byte[] random,
    byte[] sessionId,
    int suite,
    int compression,
    Map<Integer, byte[]> extensions,
    boolean retry,
    byte[] raw) {
  /** SHA-256 of "HelloRetryRequest" (RFC 8446, 4.1.3). */
  private static final byte[] RETRY =
      HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

  private static final int MAX_EXTENSIONS = 64;

  public ServerHello {
    extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
  }

  /**
   * Reads the body of the handshake message.
   *
   * @throws TlsFormatException if it is broken or names a version that does not exist
   */
  public static ServerHello parse(byte[] body) throws TlsFormatException {
    ByteReader in = new ByteReader(body);
    int legacy = in.u16();
    byte[] random = in.take(32);
    byte[] sessionId = in.vector8();
    if (sessionId.length > 32) {
      throw new TlsFormatException("a session id of " + sessionId.length + " bytes");
    }
    int suite = in.u16();
    int compression = in.u8();
    Map<Integer, byte[]> extensions =
        in.remaining() == 0 ? Map.of() : extensions(new ByteReader(in.vector16()));
    if (in.remaining() > 0) {
      throw new TlsFormatException(in.remaining() + " bytes behind the ServerHello");
    }
    int code = legacy;
    byte[] chosen = extensions.get(ClientHello.EXT_VERSIONS);
    if (chosen != null) {
      code = new ByteReader(chosen).u16();
    }
    int named = code;
    ProtocolVersion version =
        ProtocolVersion.ofCode(code)
            .filter(v -> v != ProtocolVersion.SSL2)
            .orElseThrow(() -> new TlsFormatException("no version has the number 0x" + hex(named)));
    boolean retry = Arrays.equals(random, RETRY);
    byte[] raw = new ByteWriter().u8(2).vector24(body).bytes();
    return new ServerHello(version, random, sessionId, suite, compression, extensions, retry, raw);
  }

  /** Reads a list of extensions; one that stands twice is refused. */
  static Map<Integer, byte[]> extensions(ByteReader in) throws TlsFormatException {
    Map<Integer, byte[]> found = new LinkedHashMap<>();
    while (in.remaining() > 0) {
      int number = in.u16();
      byte[] content = in.vector16();
      if (found.put(number, content) != null || found.size() > MAX_EXTENSIONS) {
        throw new TlsFormatException("extension " + number + " twice, or too many extensions");
      }
    }
    return found;
  }

  public boolean has(int extension) {
    return extensions.containsKey(extension);
  }

  /** The group of TLS 1.3's key share or retry request. */
  public OptionalInt group() throws TlsFormatException {
    byte[] share = extensions.get(ClientHello.EXT_KEY_SHARE);
    return share == null ? OptionalInt.empty() : OptionalInt.of(new ByteReader(share).u16());
  }

  /** The server's public key in TLS 1.3. */
  public byte[] keyShare() throws TlsFormatException {
    byte[] share = extensions.get(ClientHello.EXT_KEY_SHARE);
    if (share == null || retry) {
      throw new TlsFormatException("no key share");
    }
    ByteReader in = new ByteReader(share);
    in.u16();
    return in.vector16();
  }

  private static String hex(int code) {
    return HexFormat.of().toHexDigits((short) code);
  }
}
