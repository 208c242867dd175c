package dev.plumbline.probes.mqttaccess;

import dev.plumbline.client.mqtt.MqttSession;
import dev.plumbline.client.mqtt.MqttSession.Message;
import dev.plumbline.observation.network.MqttAccess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a client without a login gets of a broker. */
final class BrokerAccess {
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

  private BrokerAccess(int level, boolean anonymous, boolean tls) {
    this.level = level;
    this.anonymous = anonymous;
    this.tls = tls;
  }

  /** Subscribes where the client was let in. */
  static BrokerAccess ask(MqttSession session, int level, boolean letIn, boolean tls) {
    BrokerAccess access = new BrokerAccess(level, letIn, tls);
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

  MqttAccess fact() {
    List<String> topics = heard.stream().map(Message::topic).distinct().sorted().toList();
    return new MqttAccess(
        anonymous,
        level == MqttSession.V5 ? "5.0" : "3.1.1",
        tls,
        granted.stream().map(f -> open(f, topics)).toList(),
        anonymous ? refused : FILTERS,
        topics.stream().limit(MOST_TOPICS).toList(),
        heard.size(),
        anonymous ? FILTERS : List.of(),
        unanswered,
        // To the second, so that two runs that see the same say the same.
        Math.round(listenedMillis / 1000.0));
  }

  /** A subscription is granted lightly; a message shows that something is given. */
  private static MqttAccess.Open open(String filter, List<String> topics) {
    boolean ofBroker = filter.startsWith("$");
    boolean given = topics.stream().anyMatch(t -> t.startsWith("$") == ofBroker);
    return new MqttAccess.Open(filter, ofBroker ? "health" : given ? "data" : "subscription");
  }
}
