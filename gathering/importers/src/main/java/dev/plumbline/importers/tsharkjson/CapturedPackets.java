package dev.plumbline.importers.tsharkjson;

import static dev.plumbline.importers.shared.reading.Fields.at;
import static dev.plumbline.importers.shared.reading.Fields.epoch;
import static dev.plumbline.importers.shared.reading.Fields.moment;
import static dev.plumbline.importers.shared.reading.Fields.number;
import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.traffic.LoggedConnection;
import dev.plumbline.importers.shared.traffic.LoggedHandshake;
import dev.plumbline.importers.shared.traffic.LoggedTraffic;
import dev.plumbline.importers.shared.traffic.Request;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.observation.traffic.TrafficFlows;
import dev.plumbline.observation.traffic.TrafficNames;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Packets, put together to connections. */
final class CapturedPackets {
  private static final int MOST_STREAMS = 50_000;

  private static final class Stream {
    private String transport = "";
    private String opener = "";
    private String called = "";
    private long port;
    private boolean known;
    private String protocol = "";
    private String first = "";
    private long out;
    private long in;
  }

  private final LoggedTraffic traffic;
  private final Map<String, Stream> streams = new LinkedHashMap<>();
  long count;

  CapturedPackets(LoggedTraffic traffic) {
    this.traffic = traffic;
  }

  void packet(JsonNode part, int line) throws MalformedImportException {
    JsonNode layers = at(part, "_source", "layers");
    if (!layers.has("frame")) {
      throw new MalformedImportException(ImportRefusal.MALFORMED, "a packet has no frame", line, 0);
    }
    count++;
    JsonNode ip = layers.has("ip") ? layers.path("ip") : layers.path("ipv6");
    String transport = layers.has("tcp") ? "tcp" : layers.has("udp") ? "udp" : "";
    String source = text(ip, "ip.src") + text(ip, "ipv6.src");
    if (transport.isEmpty() || source.isEmpty()) {
      return;
    }
    String time = time(text(layers, "frame", "frame.time_epoch"));
    traffic.at(time);
    JsonNode segment = layers.path(transport);
    String target = text(ip, "ip.dst") + text(ip, "ipv6.dst");
    long sourcePort = number(segment, transport + ".srcport").orElse(0);
    long targetPort = number(segment, transport + ".dstport").orElse(0);
    String id = transport + text(segment, transport + ".stream");
    Stream stream = streams.get(id);
    if (stream == null) {
      if (streams.size() >= MOST_STREAMS) {
        throw new MalformedImportException(
            ImportRefusal.TOO_LARGE, "it holds too many connections", line, 0);
      }
      stream = begin(segment, transport, source, sourcePort, target, targetPort);
      stream.first = time;
      streams.put(id, stream);
    }
    long length = number(ip, "ip.len").orElse(number(ip, "ipv6.plen").orElse(0) + 40);
    if (stream.opener.equals(source)) {
      stream.out += length;
    } else {
      stream.in += length;
    }
    spoken(layers, stream, source, target);
  }

  /**
   * Without the first packet of a connection the lower port is taken for the one that was called.
   */
  private static Stream begin(
      JsonNode segment,
      String transport,
      String source,
      long sourcePort,
      String target,
      long targetPort) {
    Stream stream = new Stream();
    stream.transport = transport;
    JsonNode flags = segment.path("tcp.flags_tree");
    boolean syn = set(flags, "tcp.flags.syn");
    boolean ack = set(flags, "tcp.flags.ack");
    stream.known = "udp".equals(transport) || syn;
    boolean bySource = syn ? !ack : targetPort <= sourcePort;
    stream.opener = bySource ? source : target;
    stream.called = bySource ? target : source;
    stream.port = bySource ? targetPort : sourcePort;
    return stream;
  }

  private static boolean set(JsonNode flags, String name) {
    String value = text(flags, name);
    return "1".equals(value) || "true".equalsIgnoreCase(value);
  }

  private void spoken(JsonNode layers, Stream stream, String source, String target) {
    String subject = LoggedTraffic.subject(stream.transport, stream.called, stream.port);
    if (layers.has("dns") || layers.has("mdns")) {
      String via = layers.has("mdns") ? "mdns" : "dns";
      stream.protocol = via;
      JsonNode dns = layers.path(via);
      if (!set(dns.path("dns.flags_tree"), "dns.flags.response")) {
        for (Map.Entry<String, JsonNode> query : dns.path("Queries").properties()) {
          traffic.asked(source, target, text(query.getValue(), "dns.qry.name"), via, "");
        }
      }
    }
    if (layers.has("tls")) {
      stream.protocol = "tls";
      String sni = inner(layers.path("tls"), "tls.handshake.extensions_server_name");
      if (!sni.isEmpty()) {
        traffic.handshake(
            source, target, subject, new LoggedHandshake(sni, "", "", "", "", "", ""));
      }
    }
    if (layers.has("http")) {
      stream.protocol = "http";
      String method = inner(layers.path("http"), "http.request.method");
      if (!method.isEmpty()) {
        Request request =
            new Request(
                method,
                inner(layers.path("http"), "http.host"),
                inner(layers.path("http"), "http.request.uri").split("\\?", 2)[0]);
        traffic.request(source, target, subject, request);
      }
    }
  }

  /** The first text of this name at any depth; empty when there is none. */
  private static String inner(JsonNode node, String name) {
    if (node.isObject() && node.has(name)) {
      return text(node, name);
    }
    for (JsonNode child : node) {
      String found = inner(child, name);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  /** Seconds since 1970, or ISO 8601 in newer versions. */
  private static String time(String text) {
    if (text.contains("T")) {
      return moment(text).map(Instant::toString).orElse("");
    }
    return epoch(text).map(Instant::toString).orElse("");
  }

  void tell() {
    for (Stream s : streams.values()) {
      traffic.connection(
          new LoggedConnection(
              s.transport, s.opener, s.called, s.port, s.protocol, s.known, s.out, s.in, s.first));
    }
    traffic.tell(Set.of(TrafficFlows.class, TrafficNames.class), "tshark JSON", true);
  }
}
