package dev.plumbline.probes.coapresources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probe.hostile.AlteredAnswers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What servers of CoAP answer, altered 40,000 times; nothing is thrown. */
public final class AlteredCoapTest {
  private static final List<Class<? extends Exception>> DOCUMENTED = List.of();

  @Test
  void aDatagramIsAMessageOrNone() throws IOException {
    AlteredAnswers.of(AlteredCoapTest.class, "coap")
        .hold(40_000, Duration.ofSeconds(60), AlteredCoapTest::read, DOCUMENTED);
  }

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] answer) {
    AlteredAnswers.once(answer, AlteredCoapTest::read, DOCUMENTED);
  }

  private static void read(byte[] bytes) {
    CoapMessage.read(bytes).ifPresent(AlteredCoapTest::told);
  }

  private static void told(CoapMessage message) {
    String text = new String(message.payload(), StandardCharsets.UTF_8);
    assertThat(LinkFormat.read(text)).isNotNull();
    // A block that begins elsewhere than where the reading stands is never taken for the next one.
    assertThat(message.skips(-1)).isTrue();
  }
}
