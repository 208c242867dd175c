package dev.plumbline.importers.zeeklogs;

import static dev.plumbline.importers.shared.reading.Fields.epoch;
import static dev.plumbline.importers.shared.reading.Fields.moment;

import dev.plumbline.importers.shared.reading.Fields;
import dev.plumbline.importers.shared.traffic.Connection;
import dev.plumbline.importers.shared.traffic.Hello;
import dev.plumbline.importers.shared.traffic.Request;
import dev.plumbline.importers.shared.traffic.Traffic;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.traffic.TrafficFlows;
import dev.plumbline.observation.traffic.TrafficNames;
import dev.plumbline.observation.traffic.TrafficTls;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** The records of one log, in either form. */
final class Zeek {
  /** The fields of a record. */
  interface Logged {
    /** The text of a field; empty when it is not there. */
    String get(String name);
  }

  private final Traffic traffic;
  private final Set<Class<? extends Fact>> kinds = new LinkedHashSet<>();
  long records;
  boolean whole;

  Zeek(Traffic traffic) {
    this.traffic = traffic;
  }

  /** Notes which kind of log it is, by its fields, so that an empty one means something. */
  void kind(Set<String> fields) {
    if (fields.contains("conn_state")) {
      kinds.add(TrafficFlows.class);
    } else if (fields.contains("qtype_name")) {
      kinds.add(TrafficNames.class);
    } else {
      kinds.add(TrafficTls.class);
    }
  }

  void record(Logged record, int line) throws MalformedImportException {
    records++;
    String client = record.get("id.orig_h");
    String server = record.get("id.resp_h");
    if (client.isEmpty() || server.isEmpty()) {
      if (record.get("certificate.subject").isEmpty()) {
        throw new MalformedImportException("a record names no host", line, 0);
      }
      kinds.add(TrafficTls.class);
      return;
    }
    traffic.at(time(record.get("ts")));
    long port = whole(record.get("id.resp_p"));
    String subject = Traffic.subject("tcp", server, port);
    if (!record.get("conn_state").isEmpty()) {
      kinds.add(TrafficFlows.class);
      connection(record, client, server, port);
    } else if (!record.get("query").isEmpty() || !record.get("qtype_name").isEmpty()) {
      kinds.add(TrafficNames.class);
      String via = port == 5353 ? "mdns" : "dns";
      traffic.asked(client, server, record.get("query"), via, record.get("qtype_name"));
    } else if (!record.get("method").isEmpty()) {
      traffic.request(
          client,
          server,
          subject,
          new Request(
              record.get("method"), record.get("host"), record.get("uri").split("\\?", 2)[0]));
    } else if (!record.get("version").isEmpty() || !record.get("server_name").isEmpty()) {
      traffic.handshake(
          client,
          server,
          subject,
          new Hello(
              record.get("server_name"),
              version(record.get("version")),
              record.get("cipher"),
              record.get("subject"),
              record.get("issuer"),
              "",
              ""));
    }
  }

  private void connection(Logged record, String client, String server, long port) {
    traffic.connection(
        new Connection(
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
    return text.replaceFirst("^TLSv1(\\d)$", "TLSv1.$1");
  }

  private static String time(String text) {
    if (text.contains("T")) {
      return moment(text).map(Instant::toString).orElse("");
    }
    return epoch(text).map(Instant::toString).orElse("");
  }

  void tell(Reading reading) {
    if (kinds.equals(Set.of(TrafficTls.class))) {
      reading.undetermined(
          TrafficTls.class, "DUT", "this log names no host, or nothing happened in it");
      return;
    }
    traffic.tell(kinds, "Zeek log", whole);
  }
}
