package dev.plumbline.client.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.client.mqtt.MqttPackets.Packet;
import dev.plumbline.probe.hostile.AlteredAnswers;
import dev.plumbline.probe.hostile.BytesWire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What brokers answer, altered 40,000 times. */
public final class AlteredMqttTest {
  private static final List<Class<? extends Exception>> DOCUMENTED = List.of(IOException.class);

  @Test
  void aPacketIsReadOrRefused() throws IOException {
    AlteredAnswers.of(AlteredMqttTest.class, "mqtt")
        .hold(40_000, Duration.ofSeconds(60), AlteredMqttTest::packets, DOCUMENTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {MqttSession.V3, MqttSession.V5})
  void aConversationGoesOnOrIsBrokenOff(int level) throws IOException {
    AlteredAnswers.of(AlteredMqttTest.class, "mqtt")
        .hold(40_000, Duration.ofSeconds(60), b -> talk(b, level), DOCUMENTED);
  }

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] answer) {
    AlteredAnswers.once(answer, AlteredMqttTest::packets, DOCUMENTED);
  }

  private static void packets(byte[] bytes) throws IOException {
    BytesWire wire = new BytesWire(bytes);
    while (wire.hasMore()) {
      Packet packet = MqttPackets.read(wire, Duration.ZERO);
      assertThat(packet.text(0, packet.body().length)).isNotNull();
    }
  }

  private static void talk(byte[] bytes, int level) throws IOException {
    BytesWire wire = new BytesWire(bytes);
    try (MqttSession session = MqttSession.over(wire, level)) {
      session.connect("a", List.of());
      session.subscribe(List.of("#"));
      session.listen(Duration.ZERO, Duration.ofSeconds(1));
    }
  }
}
