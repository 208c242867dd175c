package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.CutException;
import dev.plumbline.capture.file.Slice;
import dev.plumbline.core.tls.TlsSuiteNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Takes the handshake messages of TLS, DTLS and QUIC apart (RFC 5246, 8446, 6347, 9001). */
final class TlsHellos {
  private static final byte[] RETRY =
      HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");
  private static final int MOST = 128;

  private TlsHellos() {}

  /** Notes what a ClientHello offers. */
  static void client(Slice b, boolean datagrams, HandshakeSoFar seen) {
    int at = 34;
    at += 1 + b.u8(at);
    if (datagrams) {
      at += 1 + b.u8(at);
    }
    Slice suites = b.part(at + 2, b.u16(at));
    List<String> names = new ArrayList<>();
    for (int i = 0; i + 1 < suites.length() && names.size() < MOST; i += 2) {
      if (!grease(suites.u16(i))) {
        names.add(TlsSuiteNames.name(suites.u16(i)));
      }
    }
    seen.offeredSuites = Optional.of(List.copyOf(names));
    seen.offeredVersions = Optional.of(List.of(version(b.u16(0))));
    at += 2 + suites.length();
    at += 1 + b.u8(at);
    if (at < b.length()) {
      extensions(b.part(at + 2, b.u16(at)), true, seen);
    }
  }

  /** Notes what a ServerHello chooses; false for a request to try again. */
  static boolean server(Slice b, HandshakeSoFar seen) {
    if (Arrays.equals(b.part(2, 32).bytes(), RETRY)) {
      return false;
    }
    int at = 35 + b.u8(34);
    seen.version = Optional.of(version(b.u16(0)));
    seen.suite = Optional.of(TlsSuiteNames.name(b.u16(at)));
    at += 3;
    if (at < b.length()) {
      extensions(b.part(at + 2, b.u16(at)), false, seen);
    }
    return true;
  }

  private static void extensions(Slice b, boolean client, HandshakeSoFar seen) {
    int at = 0;
    while (at + 4 <= b.length()) {
      Slice body = b.part(at + 4, b.u16(at + 2));
      try {
        extension(b.u16(at), body, client, seen);
      } catch (CutException e) {
        seen.malformed = Optional.of(true);
      }
      at += 4 + body.length();
    }
  }

  private static void extension(int type, Slice b, boolean client, HandshakeSoFar seen) {
    if (type == 0 && client) {
      seen.sni = Optional.of(TrafficNotes.shown(b.part(5, b.u16(3)).text(StandardCharsets.UTF_8)));
    } else if (type == 16) {
      List<String> names = new ArrayList<>();
      for (int at = 2; at < b.length() && names.size() < MOST; at += 1 + b.u8(at)) {
        names.add(TrafficNotes.shown(b.part(at + 1, b.u8(at)).text(StandardCharsets.UTF_8)));
      }
      if (client) {
        seen.offeredAlpn = Optional.of(List.copyOf(names));
      } else {
        seen.alpn = Optional.of(String.join(",", names));
      }
    } else if (type == 43 && client) {
      List<String> versions = new ArrayList<>();
      for (int at = 1; at + 1 < b.length() && versions.size() < MOST; at += 2) {
        if (!grease(b.u16(at))) {
          versions.add(version(b.u16(at)));
        }
      }
      seen.offeredVersions = Optional.of(List.copyOf(versions));
    } else if (type == 43) {
      seen.version = Optional.of(version(b.u16(0)));
    }
  }

  /** Values that mean nothing (RFC 8701). */
  private static boolean grease(int value) {
    return (value & 0x0F0F) == 0x0A0A && value >>> 8 == (value & 0xFF);
  }

  static String version(int code) {
    return switch (code) {
      case 0x0002 -> "SSLv2";
      case 0x0300 -> "SSLv3";
      case 0x0301 -> "TLSv1.0";
      case 0x0302 -> "TLSv1.1";
      case 0x0303 -> "TLSv1.2";
      case 0x0304 -> "TLSv1.3";
      case 0xFEFF -> "DTLSv1.0";
      case 0xFEFD -> "DTLSv1.2";
      case 0xFEFC -> "DTLSv1.3";
      default -> "0x" + HexFormat.of().withUpperCase().toHexDigits((short) code);
    };
  }
}
