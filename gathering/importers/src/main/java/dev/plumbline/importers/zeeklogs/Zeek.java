package dev.plumbline.importers.zeeklogs;

import static dev.plumbline.importers.shared.reading.Fields.epoch;
import static dev.plumbline.importers.shared.reading.Fields.moment;

import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.traffic.LoggedConnection;
import dev.plumbline.importers.shared.traffic.LoggedHandshake;
import dev.plumbline.importers.shared.traffic.LoggedTraffic;
import dev.plumbline.importers.shared.traffic.Request;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.traffic.TrafficFlows;
import dev.plumbline.observation.traffic.TrafficNames;
import dev.plumbline.observation.traffic.TrafficRequests;
import dev.plumbline.observation.traffic.TrafficTls;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** The records of one log, in either form. */
final class Zeek {
  private static final int MOST_NAMES = 10;

  /** The fields of a record. */
  interface Logged {
    /** The text of a field; empty when it is not there. */
    String get(String name);
  }

  private final LoggedTraffic traffic;
  private final Set<Class<? extends Fact>> kinds = new LinkedHashSet<>();
  private final Set<String> unread = new LinkedHashSet<>();
  private long unreadRecords;
  private boolean certificates;
  long records;
  boolean whole;

  Zeek(LoggedTraffic traffic) {
    this.traffic = traffic;
  }

  /**
   * Notes which kind of log it is, so that an empty one means something.
   *
   * @param name of the log; empty where it does not name itself
   */
  void kind(LogKind kind, String name) {
    switch (kind) {
      case CONN -> kinds.add(TrafficFlows.class);
      case DNS -> kinds.add(TrafficNames.class);
      case HTTP -> kinds.add(TrafficRequests.class);
      case SSL -> kinds.add(TrafficTls.class);
      case X509 -> certificates = true;
      case OTHER -> {
        if (unread.size() < MOST_NAMES) {
          unread.add(name.isEmpty() ? "another" : name);
        }
      }
    }
  }

  void record(LogKind kind, Logged record, int line) throws MalformedImportException {
    records++;
    if (kind == LogKind.OTHER) {
      unreadRecords++;
      return;
    }
    if (kind == LogKind.X509) {
      return;
    }
    String client = record.get("id.orig_h");
    String server = record.get("id.resp_h");
    if (client.isEmpty() || server.isEmpty()) {
      throw new MalformedImportException(
          ImportRefusal.MALFORMED, "a record names no host", line, 0);
    }
    traffic.at(time(record.get("ts")));
    long port = whole(record.get("id.resp_p"));
    switch (kind) {
      case CONN -> connection(record, client, server, port);
      case DNS ->
          traffic.asked(
              client,
              server,
              record.get("query"),
              port == 5353 ? "mdns" : "dns",
              record.get("qtype_name"));
      case HTTP -> request(record, client, server, port);
      case SSL -> handshake(record, client, server, port);
      case X509, OTHER -> {}
    }
  }

  private void request(Logged record, String client, String server, long port) {
    if (!record.get("method").isEmpty()) {
      traffic.request(
          client,
          server,
          LoggedTraffic.subject("tcp", server, port),
          new Request(
              record.get("method"), record.get("host"), record.get("uri").split("\\?", 2)[0]));
    }
  }

  private void handshake(Logged record, String client, String server, long port) {
    String version = record.get("version");
    boolean datagrams = version.startsWith("DTLS");
    if (!version.isEmpty() || !record.get("server_name").isEmpty()) {
      traffic.handshake(
          client,
          server,
          LoggedTraffic.subject(datagrams ? "udp" : "tcp", server, port),
          new LoggedHandshake(
              record.get("server_name"),
              version(version),
              record.get("cipher"),
              record.get("subject"),
              record.get("issuer"),
              "",
              ""));
    }
  }

  private void connection(Logged record, String client, String server, long port) {
    traffic.connection(
        new LoggedConnection(
            record.get("proto"),
            client,
            server,
            port,
            record.get("service"),
            !record.get("history").startsWith("^") && !"OTH".equals(record.get("conn_state")),
            volume(record, "orig"),
            volume(record, "resp"),
            time(record.get("ts"))));
  }

  /** Bytes of IP packets, or of what they carried where only that was logged. */
  private static long volume(Logged record, String side) {
    String packets = record.get(side + "_ip_bytes");
    return whole(packets.isEmpty() ? record.get(side + "_bytes") : packets);
  }

  private static long whole(String text) {
    return Fields.whole(text.replaceFirst("\\.0$", "")).orElse(0);
  }

  /** {@code TLSv12} is how Zeek writes 1.2; {@code TLSv10} is 1.0. */
  private static String version(String text) {
    return text.replaceFirst("^(D?TLS)v1(\\d)$", "$1v1.$2");
  }

  private static String time(String text) {
    if (text.contains("T")) {
      return moment(text).map(Instant::toString).orElse("");
    }
    return epoch(text).map(Instant::toString).orElse("");
  }

  void tell(Reading reading) {
    if (!unread.isEmpty()) {
      reading.leftOut(
          "the records of Zeek's log "
              + String.join(", ", unread)
              + ": conn, dns, http and ssl are read",
          0);
      reading.counted("log records", records, records - unreadRecords);
    }
    if (kinds.isEmpty() && certificates) {
      reading.undetermined(TrafficTls.class, "DUT", "this log names no host");
    } else if (!kinds.isEmpty()) {
      traffic.tell(kinds, "Zeek log", whole);
    }
  }
}
