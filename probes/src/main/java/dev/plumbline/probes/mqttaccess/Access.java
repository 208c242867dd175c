package dev.plumbline.probes.mqttaccess;

import dev.plumbline.probes.mqtt.MqttSession;
import dev.plumbline.probes.mqtt.MqttSession.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client without a login gets of a broker; {@code mqtt.access}. */
final class Access {
  /** All topics, and those in which brokers tell of themselves; the first does not include them. */
  private static final List<String> FILTERS = List.of("#", "$SYS/#");

  private static final int LOWEST_REFUSAL = 0x80;
  private static final int MOST_TOPICS = 100;

  private final int level;
  private final boolean anonymous;
  private final boolean tls;
  private final List<String> granted = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private final List<String> unanswered = new ArrayList<>();
  private List<Message> heard = List.of();
  private long listenedMillis;

  private Access(int level, boolean anonymous, boolean tls) {
    this.level = level;
    this.anonymous = anonymous;
    this.tls = tls;
  }

  /** Subscribes where the client was let in. */
  static Access ask(MqttSession session, int level, boolean letIn, boolean tls) {
    Access access = new Access(level, letIn, tls);
    if (letIn) {
      try {
        List<Integer> codes = session.subscribe(FILTERS);
        for (int i = 0; i < FILTERS.size(); i++) {
          (codes.get(i) < LOWEST_REFUSAL ? access.granted : access.refused).add(FILTERS.get(i));
        }
      } catch (IOException e) {
        // That it let the client in stands; what it gives then is not known.
        access.unanswered.addAll(FILTERS);
      }
    }
    return access;
  }

  void listen(MqttSession session, Duration quiet, Duration most) {
    if (!granted.isEmpty()) {
      long began = System.nanoTime();
      heard = session.listen(quiet, most);
      listenedMillis = Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
  }

  /** The messages, where anything could be listened to. */
  Optional<List<Message>> messages() {
    return granted.isEmpty() ? Optional.empty() : Optional.of(heard);
  }

  Map<String, Object> value() {
    List<String> topics = heard.stream().map(Message::topic).distinct().sorted().toList();
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("anonymous", anonymous);
    value.put("version", level == MqttSession.V5 ? "5.0" : "3.1.1");
    value.put("tls", tls);
    value.put("open", granted.stream().map(f -> open(f, topics)).toList());
    value.put("guarded", anonymous ? refused : FILTERS);
    value.put("topics", topics.stream().limit(MOST_TOPICS).toList());
    value.put("messages", (long) heard.size());
    return value;
  }

  /** A subscription is granted lightly; a message shows that something is given. */
  private static Map<String, Object> open(String filter, List<String> topics) {
    boolean ofBroker = filter.startsWith("$");
    boolean given = topics.stream().anyMatch(t -> t.startsWith("$") == ofBroker);
    return Map.of("path", filter, "kind", ofBroker ? "health" : given ? "data" : "subscription");
  }

  Map<String, Object> coverage() {
    Map<String, Object> coverage = new LinkedHashMap<>();
    coverage.put("asked", anonymous ? FILTERS : List.of());
    coverage.put("unanswered", unanswered);
    // To the second, so that two runs that see the same say the same.
    coverage.put("listenedSeconds", Math.round(listenedMillis / 1000.0));
    return coverage;
  }
}
