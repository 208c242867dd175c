package dev.plumbline.client.mqtt;

import dev.plumbline.client.mqtt.MqttPackets.Packet;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A connection to a broker. It connects, subscribes and listens; it never publishes. */
public final class MqttSession implements Closeable {
  /** Protocol level of MQTT 3.1.1. */
  public static final int V3 = 4;

  /** Protocol level of MQTT 5.0. */
  public static final int V5 = 5;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(6);
  private static final int MOST_MESSAGES = 500;
  private static final int SUBSCRIPTION = 1;

  private final Wire plain;
  private final Wire wire;
  private final int level;
  private final List<Message> messages = new ArrayList<>();

  private MqttSession(Wire plain, Wire wire, int level) {
    this.plain = plain;
    this.wire = wire;
    this.level = level;
  }

  /** The same over a connection that there is. */
  static MqttSession over(Wire wire, int level) {
    return new MqttSession(wire, wire, level);
  }

  /** A message that the broker passed on. */
  public record Message(String topic, String payload) {}

  /**
   * Connects to the port; nothing of MQTT is said yet.
   *
   * @param level {@link #V3} or {@link #V5}
   */
  public static MqttSession open(ProbeContext context, Endpoint endpoint, boolean tls, int level)
      throws IOException, InterruptedException {
    Wire plain = context.connect(endpoint, CONNECT);
    try {
      return new MqttSession(plain, tls ? plain.secure(CONNECT) : plain, level);
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  public Wire wire() {
    return wire;
  }

  /**
   * Asks to be let in.
   *
   * @param login user and password, or nothing
   * @return the code of the broker's answer; 0 lets in
   * @throws IOException if no such answer came
   */
  public int connect(String client, List<String> login) throws IOException {
    wire.send(MqttPackets.connect(level, client, login));
    Packet answer = MqttPackets.read(wire, ANSWER);
    if (answer.type() != MqttPackets.CONNACK || answer.flags() != 0 || answer.at(0) > 1) {
      throw new IOException("its answer to CONNECT is no CONNACK");
    }
    return answer.at(1);
  }

  /**
   * Subscribes.
   *
   * @return for each filter the code of the answer; 0 to 2 grant, 128 and more refuse
   * @throws IOException if no such answer came; messages before it are kept
   */
  public List<Integer> subscribe(List<String> filters) throws IOException {
    wire.send(MqttPackets.subscribe(level, SUBSCRIPTION, filters));
    Packet answer = MqttPackets.read(wire, ANSWER);
    for (int i = 0; answer.type() == MqttPackets.PUBLISH && i < MOST_MESSAGES; i++) {
      keep(answer);
      answer = MqttPackets.read(wire, ANSWER);
    }
    int codes = level >= V5 ? 3 + answer.at(2) : 2;
    if (answer.type() != MqttPackets.SUBACK
        || answer.shortAt(0) != SUBSCRIPTION
        || answer.body().length != codes + filters.size()) {
      throw new IOException("its answer to SUBSCRIBE is no SUBACK");
    }
    List<Integer> granted = new ArrayList<>();
    for (int i = 0; i < filters.size(); i++) {
      granted.add(answer.at(codes + i));
    }
    return granted;
  }

  /**
   * Listens until nothing came for a while, or the time is over.
   *
   * @return all messages so far
   */
  public List<Message> listen(Duration quiet, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    try {
      while (messages.size() < MOST_MESSAGES && System.nanoTime() < end) {
        Packet packet = MqttPackets.read(wire, quiet);
        if (packet.type() == MqttPackets.PUBLISH) {
          keep(packet);
        }
      }
    } catch (IOException e) {
      // Silence is how it ends. What breaks off has said what it had to say.
      return List.copyOf(messages);
    }
    return List.copyOf(messages);
  }

  private void keep(Packet packet) throws IOException {
    int topic = packet.shortAt(0);
    int from = 2 + topic + ((packet.flags() & 6) == 0 ? 0 : 2);
    if (level >= V5) {
      from += 1 + packet.at(from);
    }
    messages.add(
        new Message(packet.text(2, topic), packet.text(from, packet.body().length - from)));
  }

  @Override
  public void close() {
    try {
      wire.send(MqttPackets.disconnect());
    } catch (IOException e) {
      // It has gone already.
      plain.close();
    }
    wire.close();
    plain.close();
  }
}
