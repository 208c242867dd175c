package dev.plumbline.importers.zeeklogs;

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
      return HTTP;
    }
    if (has.test("established") && (has.test("resumed") || has.test("cipher"))) {
      return SSL;
    }
    return has.test("certificate.subject") || has.test("certificate.serial") ? X509 : OTHER;
  }
}
