package dev.plumbline.importers.zeeklogs;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The logs of Zeek that are read; each kind has its own fields. */
enum LogKind {
  CONN,
  DNS,
  HTTP,
  SSL,
  X509,
  /** Of another protocol, or of Zeek itself: its fields mean something else. */
  OTHER;

  /** The log of SIP has methods and answers as that of HTTP has, and some of these besides. */
  private static final List<String> CALLS =
      List.of("call_id", "seq", "request_from", "request_to", "response_from", "response_to");

  /** By the name that the log gives itself, such as {@code conn}. */
  static LogKind named(String path) {
    return switch (path.toLowerCase(Locale.ROOT)) {
      case "conn" -> CONN;
      case "dns" -> DNS;
      case "http" -> HTTP;
      case "ssl" -> SSL;
      case "x509" -> X509;
      default -> OTHER;
    };
  }

  /** By its fields, for records that do not name their log; JSON leaves out those without value. */
  static LogKind of(Predicate<String> has) {
    if (has.test("conn_state")) {
      return CONN;
    }
    if (has.test("qtype_name") || has.test("qtype") || has.test("rcode_name")) {
      return DNS;
    }
    if (has.test("trans_depth") && (has.test("method") || has.test("status_code"))) {
      return CALLS.stream().anyMatch(has) ? OTHER : HTTP;
    }
    if (has.test("established") && (has.test("resumed") || has.test("cipher"))) {
      return SSL;
    }
    return has.test("certificate.subject") || has.test("certificate.serial") ? X509 : OTHER;
  }
}
