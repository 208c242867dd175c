package dev.plumbline.importers.traffic;

import dev.plumbline.importers.reading.Kept;
import dev.plumbline.importers.reading.Row;
import dev.plumbline.importing.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Gathers the {@code traffic.*} facts of one log, of the device alone. */
public final class Traffic {
  private static final int MOST = 1_000;
  private static final int MOST_KEYS = 20_000;

  private record Key(String transport, String device, String peer, long port, boolean byDevice) {}

  private static final class Sum {
    private final Set<String> protocols = new TreeSet<>();
    private long connections;
    private long openingNotSeen;
    private long bytesOut;
    private long bytesIn;
    private String first = "";
    private String last = "";
  }

  private final Reading reading;
  private final Set<String> device = new HashSet<>();
  private final Map<Key, Sum> flows = new LinkedHashMap<>();
  private final Map<List<String>, Long> asked = new LinkedHashMap<>();
  private final Map<String, Map<Map<String, Object>, Long>> handshakes = new LinkedHashMap<>();
  private final Map<String, Map<Map<String, Object>, Long>> requests = new LinkedHashMap<>();
  private final Set<String> deviceServes = new HashSet<>();
  private final Kept alerts = new Kept();
  private boolean overflow;
  private String from = "";
  private String until = "";

  public Traffic(Reading reading) {
    this.reading = reading;
    reading.product().targets().forEach(t -> device.add(t.address().toLowerCase(Locale.ROOT)));
  }

  private boolean isDevice(String address) {
    return device.contains(address.toLowerCase(Locale.ROOT));
  }

  /** Whether either is the device; else the line is counted as another host's. */
  private boolean ours(String one, String other) {
    return isDevice(one) || isDevice(other) || reading.ofDevice(one);
  }

  /** Widens the time that the log covers. */
  public void at(String time) {
    if (!time.isEmpty()) {
      from = earlier(time, from) ? time : from;
      until = until.isEmpty() || earlier(until, time) ? time : until;
    }
  }

  /** Whether a time is before another one, or there is no other. */
  private static boolean earlier(String time, String other) {
    return other.isEmpty() || Instant.parse(time).isBefore(Instant.parse(other));
  }

  public void connection(Connection c) {
    if (!ours(c.opener(), c.called())) {
      return;
    }
    boolean byDevice = isDevice(c.opener());
    Key key =
        new Key(
            c.transport(),
            byDevice ? c.opener() : c.called(),
            byDevice ? c.called() : c.opener(),
            c.port(),
            byDevice);
    if (flows.size() >= MOST_KEYS && !flows.containsKey(key)) {
      overflow = true;
      return;
    }
    Sum sum = flows.computeIfAbsent(key, k -> new Sum());
    if (!c.protocol().isEmpty() && sum.protocols.size() < 20) {
      sum.protocols.add(c.protocol());
    }
    sum.connections++;
    sum.openingNotSeen += c.openerKnown() ? 0 : 1;
    sum.bytesOut += byDevice ? c.bytesFromOpener() : c.bytesFromCalled();
    sum.bytesIn += byDevice ? c.bytesFromCalled() : c.bytesFromOpener();
    if (!c.first().isEmpty()) {
      sum.first = earlier(c.first(), sum.first) ? c.first() : sum.first;
      sum.last = sum.last.isEmpty() || earlier(sum.last, c.first()) ? c.first() : sum.last;
    }
  }

  /**
   * @param source {@code dns} or {@code mdns}
   */
  public void asked(String asker, String server, String name, String source, String type) {
    if (!name.isEmpty() && ours(asker, server) && isDevice(asker)) {
      count(asked, List.of(name.toLowerCase(Locale.ROOT), source, type));
    }
  }

  /**
   * @param details {@code sni}, {@code version}, {@code suite} and what else is told of it
   */
  public void handshake(String client, String server, String subject, Row details) {
    if (ours(client, server)) {
      serves(server, subject);
      count(handshakes.computeIfAbsent(subject, s -> new LinkedHashMap<>()), details.map());
    }
  }

  /**
   * @param details {@code method}, {@code host} and {@code path}, without a query
   */
  public void request(String client, String server, String subject, Row details) {
    if (ours(client, server)) {
      serves(server, subject);
      count(requests.computeIfAbsent(subject, s -> new LinkedHashMap<>()), details.map());
    }
  }

  /** What a detection system reported of a connection of the device. */
  public void alert(String one, String other, Row details) {
    if (ours(one, other)) {
      alerts.add(details);
    }
  }

  private void serves(String server, String subject) {
    if (isDevice(server)) {
      deviceServes.add(subject);
    }
  }

  private <K> void count(Map<K, Long> counts, K key) {
    if (counts.size() < MOST || counts.containsKey(key)) {
      counts.merge(key, 1L, Long::sum);
    } else {
      overflow = true;
    }
  }

  /** Names the endpoint that was called, as subjects do. */
  public static String subject(String transport, String address, long port) {
    return Connection.subject(transport, address, port);
  }

  /**
   * Tells what was gathered.
   *
   * @param kinds which of {@code traffic.flows}, {@code traffic.names} and {@code traffic.alerts}
   *     the log can show, so that none of it means something
   * @param whole whether the log has its end
   */
  public void tell(Set<String> kinds, String format, boolean whole) {
    boolean any =
        !flows.isEmpty() || !asked.isEmpty() || !handshakes.isEmpty() || !requests.isEmpty();
    if (!any && alerts.isEmpty()) {
      kinds.forEach(k -> reading.undetermined(k, "DUT", "nothing in this log is of the device"));
      return;
    }
    Map<String, Object> coverage = new LinkedHashMap<>();
    coverage.putAll(new Row().put("format", format).put("from", from).put("until", until).map());
    coverage.put("whole", whole);
    coverage.put(
        "gaps",
        overflow
            ? List.of("a log tells less than the frames", "more than could be kept")
            : List.of("a log tells less than the frames"));
    Map<String, Object> told = Map.copyOf(coverage);
    if (kinds.contains("traffic.flows")) {
      tellFlows(told);
    }
    if (kinds.contains("traffic.names")) {
      reading.seen("traffic.names", "DUT", Map.of("asked", names(), "announced", List.of()), told);
    }
    if (kinds.contains("traffic.alerts")) {
      reading.seen(
          "traffic.alerts", "DUT", Map.of("alerts", alerts.rows(), "count", alerts.count()), told);
    }
    tellCalled("traffic.tls", "handshakes", handshakes, told);
    tellCalled("traffic.requests", "requests", requests, told);
  }

  private List<Map<String, Object>> names() {
    List<Map<String, Object>> names = new ArrayList<>();
    asked.forEach(
        (key, count) ->
            names.add(
                new Row()
                    .put("name", key.get(0))
                    .put("source", key.get(1))
                    .put("types", key.get(2).isEmpty() ? List.of() : List.of(key.get(2)))
                    .put("count", count)
                    .map()));
    return List.copyOf(names);
  }

  private void tellFlows(Map<String, Object> coverage) {
    List<Map<String, Object>> rows = new ArrayList<>();
    long out = 0;
    long in = 0;
    for (Map.Entry<Key, Sum> e : flows.entrySet()) {
      out += e.getValue().bytesOut;
      in += e.getValue().bytesIn;
      if (rows.size() < MOST) {
        rows.add(flow(e.getKey(), e.getValue()));
      }
    }
    reading.seen(
        "traffic.flows",
        "DUT",
        Map.of("flows", rows, "distinct", (long) flows.size(), "bytesOut", out, "bytesIn", in),
        coverage);
    flows.forEach(
        (key, sum) -> {
          if (key.byDevice()) {
            reading.seen(
                "traffic.contacts",
                Connection.subject(key.transport(), key.peer(), key.port()),
                volume(new Row().put("protocols", List.copyOf(sum.protocols)), sum).map(),
                coverage);
          }
        });
  }

  private static Map<String, Object> flow(Key key, Sum sum) {
    Row row =
        new Row()
            .put("transport", key.transport())
            .put("device", key.device())
            .put("peer", key.peer())
            .put("port", key.port())
            .put("openedBy", key.byDevice() ? "device" : "peer")
            .put("protocols", List.copyOf(sum.protocols));
    return volume(row, sum).map();
  }

  private static Row volume(Row row, Sum sum) {
    return row.put("connections", sum.connections)
        .put("openingNotSeen", sum.openingNotSeen)
        .put("bytesOut", sum.bytesOut)
        .put("bytesIn", sum.bytesIn)
        .put("first", sum.first)
        .put("last", sum.last);
  }

  private void tellCalled(
      String key,
      String name,
      Map<String, Map<Map<String, Object>, Long>> called,
      Map<String, Object> coverage) {
    called.forEach(
        (subject, counts) -> {
          List<Map<String, Object>> rows = new ArrayList<>();
          counts.forEach(
              (details, count) -> {
                Map<String, Object> row = new LinkedHashMap<>(details);
                row.put("count", count);
                rows.add(row);
              });
          reading.seen(
              key,
              subject,
              Map.of("deviceIs", deviceServes.contains(subject) ? "server" : "client", name, rows),
              coverage);
        });
  }
}
