package dev.plumbline.probes.snmpaccess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probe.hostile.AlteredAnswers;
import dev.plumbline.probes.snmpaccess.Ber.MalformedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What agents of SNMP answer, altered 40,000 times. */
public final class AlteredSnmpTest {
  private static final List<Class<? extends Exception>> DOCUMENTED =
      List.of(MalformedException.class);

  @Test
  void aMessageIsReadOrRefused() throws IOException {
    AlteredAnswers.of(AlteredSnmpTest.class, "snmp")
        .hold(40_000, Duration.ofSeconds(60), AlteredSnmpTest::read, DOCUMENTED);
  }

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] answer) {
    AlteredAnswers.once(answer, AlteredSnmpTest::read, DOCUMENTED);
  }

  private static void read(byte[] bytes) throws MalformedException {
    SnmpMessage message = SnmpMessage.parse(bytes);
    assertThat(message.gives(message.id() + 1)).isFalse();
    assertThat(message.values().values()).allSatisfy(v -> assertThat(v.text()).isNotNull());
    assertThat(new EngineId(message.engine()).text()).isNotNull();
  }
}
