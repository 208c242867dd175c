package dev.plumbline.importers.suricataeve;

import static dev.plumbline.importers.shared.reading.Fields.flag;
import static dev.plumbline.importers.shared.reading.Fields.moment;
import static dev.plumbline.importers.shared.reading.Fields.number;
import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importers.shared.traffic.LoggedConnection;
import dev.plumbline.importers.shared.traffic.LoggedHandshake;
import dev.plumbline.importers.shared.traffic.LoggedTraffic;
import dev.plumbline.importers.shared.traffic.Request;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.traffic.TrafficAlerts;
import dev.plumbline.observation.traffic.TrafficFlows;
import dev.plumbline.observation.traffic.TrafficNames;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the events of Suricata that are of the device. */
public final class SuricataEveImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(SuricataEveImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/event_type", "/timestamp")
        && (shape.has("/flow_id", "/src_ip") || shape.has("/stats/uptime"));
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Eve eve = new Eve(new LoggedTraffic(reading));
    JsonInput.read(in, Map.of("", eve::event));
    if (eve.events == 0) {
      throw new MalformedImportException(ImportRefusal.EMPTY, "it is empty");
    }
    reading.ran(ToolRun.UNTOLD);
    Set<Class<? extends Fact>> kinds = new LinkedHashSet<>();
    if (eve.types.contains("flow")) {
      kinds.add(TrafficFlows.class);
    }
    if (eve.types.contains("dns")) {
      kinds.add(TrafficNames.class);
    }
    if (eve.types.contains("alert")) {
      kinds.add(TrafficAlerts.class);
    }
    eve.traffic.tell(kinds, "Suricata EVE", false);
  }

  private static final class Eve {
    private final LoggedTraffic traffic;
    private final Set<String> types = new HashSet<>();
    private long events;

    Eve(LoggedTraffic traffic) {
      this.traffic = traffic;
    }

    void event(JsonNode part, int line) throws MalformedImportException {
      String type = text(part, "event_type");
      if (type.isEmpty()) {
        throw new MalformedImportException(
            ImportRefusal.MALFORMED, "an event has no type", line, 0);
      }
      events++;
      String time = moment(colon(text(part, "timestamp"))).map(Instant::toString).orElse("");
      traffic.at(time);
      String source = text(part, "src_ip");
      String target = text(part, "dest_ip");
      long port = number(part, "dest_port").orElse(0);
      String transport = text(part, "proto").toLowerCase(Locale.ROOT);
      String subject = LoggedTraffic.subject(transport, target, port);
      switch (type) {
        case "flow" -> flow(part, transport, source, target, port);
        case "dns" -> dns(part, source, target);
        case "tls" -> traffic.handshake(source, target, subject, tls(part.path("tls")));
        case "http" -> traffic.request(source, target, subject, http(part.path("http")));
        case "alert" -> traffic.alert(source, target, alert(part, subject));
        default -> {
          return;
        }
      }
      types.add(type);
    }

    /** Suricata writes offsets without a colon. */
    private static String colon(String time) {
      return time.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    }

    private void flow(JsonNode part, String transport, String source, String target, long port) {
      traffic.connection(
          new LoggedConnection(
              transport,
              source,
              target,
              port,
              text(part, "app_proto").replace("failed", ""),
              !"tcp".equals(transport) || flag(part, "tcp", "syn"),
              number(part, "flow", "bytes_toserver").orElse(0),
              number(part, "flow", "bytes_toclient").orElse(0),
              moment(colon(text(part, "flow", "start"))).map(Instant::toString).orElse("")));
    }

    /** Newer versions call a query a request and list the names. */
    private void dns(JsonNode part, String source, String target) {
      JsonNode dns = part.path("dns");
      String type = text(dns, "type");
      if (!"query".equals(type) && !"request".equals(type)) {
        return;
      }
      String via = number(part, "dest_port").orElse(0) == 5353 ? "mdns" : "dns";
      traffic.asked(source, target, text(dns, "rrname"), via, text(dns, "rrtype"));
      for (JsonNode query : dns.path("queries")) {
        traffic.asked(source, target, text(query, "rrname"), via, text(query, "rrtype"));
      }
    }

    private static LoggedHandshake tls(JsonNode tls) {
      return new LoggedHandshake(
          text(tls, "sni"),
          text(tls, "version").replace("TLS ", "TLSv"),
          "",
          text(tls, "subject"),
          text(tls, "issuerdn"),
          text(tls, "notbefore"),
          text(tls, "notafter"));
    }

    private static Request http(JsonNode http) {
      return new Request(
          text(http, "http_method"), text(http, "hostname"), text(http, "url").split("\\?", 2)[0]);
    }

    private static TrafficAlerts.Alert alert(JsonNode part, String subject) {
      return new TrafficAlerts.Alert(
          Texts.some(text(part, "alert", "signature_id")),
          Texts.some(text(part, "alert", "signature")),
          Texts.some(number(part, "alert", "severity")).map(Object.class::cast),
          Texts.some(subject));
    }
  }
}
