package dev.plumbline.importers.shared.traffic;

import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.AddressForms;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.traffic.TrafficAlerts;
import dev.plumbline.observation.traffic.TrafficContacts;
import dev.plumbline.observation.traffic.TrafficFlows;
import dev.plumbline.observation.traffic.TrafficNames;
import dev.plumbline.observation.traffic.TrafficRequests;
import dev.plumbline.observation.traffic.TrafficTls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Gathers what one log tells of the traffic of the device. */
public final class LoggedTraffic {
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
  private final Map<String, Map<LoggedHandshake, Long>> handshakes = new LinkedHashMap<>();
  private final Map<String, Map<Request, Long>> requests = new LinkedHashMap<>();
  private final Set<String> deviceServes = new HashSet<>();
  private final Kept<TrafficAlerts.Alert> alerts = new Kept<>();
  private boolean overflow;
  private String from = "";
  private String until = "";

  public LoggedTraffic(Reading reading) {
    this.reading = reading;
    reading.product().targets().forEach(t -> device.add(AddressForms.canonical(t.address())));
  }

  private boolean isDevice(String address) {
    return device.contains(AddressForms.canonical(address));
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

  public void connection(LoggedConnection c) {
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

  public void handshake(String client, String server, String subject, LoggedHandshake details) {
    if (ours(client, server)) {
      serves(server, subject);
      count(handshakes.computeIfAbsent(subject, s -> new LinkedHashMap<>()), details);
    }
  }

  public void request(String client, String server, String subject, Request details) {
    if (ours(client, server)) {
      serves(server, subject);
      count(requests.computeIfAbsent(subject, s -> new LinkedHashMap<>()), details);
    }
  }

  /** What a detection system reported of a connection of the device. */
  public void alert(String one, String other, TrafficAlerts.Alert details) {
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
    return LoggedConnection.subject(transport, address, port);
  }

  /**
   * Tells what was gathered.
   *
   * @param kinds which of flows, names and alerts the log can show, so that none of it means
   *     something
   * @param whole whether the log has its end
   */
  public void tell(Set<Class<? extends Fact>> kinds, String format, boolean whole) {
    boolean any =
        !flows.isEmpty() || !asked.isEmpty() || !handshakes.isEmpty() || !requests.isEmpty();
    if (!any && alerts.isEmpty()) {
      kinds.forEach(k -> reading.undetermined(k, "DUT", "nothing in this log is of the device"));
      return;
    }
    Log log =
        new Log(
            Texts.some(from),
            Texts.some(until),
            whole,
            overflow
                ? List.of("a log tells less than the frames", "more than could be kept")
                : List.of("a log tells less than the frames"),
            Texts.some(format));
    if (kinds.contains(TrafficFlows.class)) {
      tellFlows(log);
    }
    if (kinds.contains(TrafficNames.class)) {
      reading.seen(
          "DUT",
          new TrafficNames(
              names(),
              List.of(),
              Optional.empty(),
              log.from(),
              log.until(),
              whole,
              log.gaps(),
              log.format()));
    }
    if (kinds.contains(TrafficAlerts.class)) {
      reading.counted("alerts", alerts.count(), alerts.all().size());
      reading.seen(
          "DUT",
          new TrafficAlerts(
              alerts.all(),
              alerts.count(),
              log.from(),
              log.until(),
              whole,
              log.gaps(),
              log.format()));
    }
    handshakes.forEach(
        (subject, counts) ->
            reading.seen(
                subject,
                new TrafficTls(
                    role(subject),
                    each(counts, LoggedHandshake::fact),
                    log.from(),
                    log.until(),
                    whole,
                    log.gaps(),
                    log.format())));
    requests.forEach(
        (subject, counts) ->
            reading.seen(
                subject,
                new TrafficRequests(
                    role(subject),
                    each(counts, Request::fact),
                    log.from(),
                    log.until(),
                    whole,
                    log.gaps(),
                    log.format())));
  }

  /** What the log covers. */
  private record Log(
      Optional<String> from,
      Optional<String> until,
      boolean whole,
      List<String> gaps,
      Optional<String> format) {}

  private String role(String subject) {
    return deviceServes.contains(subject) ? "server" : "client";
  }

  private static <K, T> List<T> each(Map<K, Long> counts, BiFunction<K, Long, T> fact) {
    return counts.entrySet().stream().map(e -> fact.apply(e.getKey(), e.getValue())).toList();
  }

  private List<TrafficNames.Name> names() {
    return each(
        asked,
        (key, count) ->
            new TrafficNames.Name(
                Texts.cut(key.get(0)),
                key.get(1),
                Texts.some(key.get(2)).map(List::of),
                count,
                Optional.empty()));
  }

  private void tellFlows(Log log) {
    List<TrafficFlows.Flow> rows = new ArrayList<>();
    long out = 0;
    long in = 0;
    for (Map.Entry<Key, Sum> e : flows.entrySet()) {
      out += e.getValue().bytesOut;
      in += e.getValue().bytesIn;
      if (rows.size() < MOST) {
        rows.add(flow(e.getKey(), e.getValue()));
      }
    }
    reading.seen("DUT", flows(rows, out, in, log));
    flows.forEach(
        (key, sum) -> {
          if (key.byDevice()) {
            reading.seen(
                LoggedConnection.subject(key.transport(), key.peer(), key.port()),
                contact(sum, log));
          }
        });
  }

  private TrafficFlows flows(List<TrafficFlows.Flow> rows, long out, long in, Log log) {
    return new TrafficFlows(
        Optional.empty(),
        Optional.empty(),
        out,
        in,
        Optional.empty(),
        flows.size(),
        rows,
        Optional.empty(),
        log.from(),
        log.until(),
        log.whole(),
        log.gaps(),
        log.format(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static TrafficContacts contact(Sum sum, Log log) {
    return new TrafficContacts(
        List.copyOf(sum.protocols),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        sum.connections,
        Optional.empty(),
        Optional.empty(),
        sum.openingNotSeen,
        Optional.empty(),
        Optional.empty(),
        sum.bytesOut,
        sum.bytesIn,
        Texts.some(sum.first),
        Texts.some(sum.last),
        Optional.empty(),
        log.from(),
        log.until(),
        log.whole(),
        log.gaps(),
        log.format());
  }

  private static TrafficFlows.Flow flow(Key key, Sum sum) {
    return new TrafficFlows.Flow(
        key.transport(),
        key.device(),
        key.peer(),
        (int) key.port(),
        key.byDevice() ? "device" : "peer",
        List.copyOf(sum.protocols),
        sum.connections,
        Optional.empty(),
        Optional.empty(),
        sum.openingNotSeen,
        Optional.empty(),
        Optional.empty(),
        sum.bytesOut,
        sum.bytesIn,
        Texts.some(sum.first),
        Texts.some(sum.last));
  }
}
