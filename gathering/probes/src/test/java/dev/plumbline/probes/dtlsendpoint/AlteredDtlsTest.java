package dev.plumbline.probes.dtlsendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probe.hostile.AlteredAnswers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What servers of DTLS answer to a ClientHello, altered 40,000 times; nothing is thrown. */
public final class AlteredDtlsTest {
  private static final List<Class<? extends Exception>> DOCUMENTED = List.of();

  @Test
  void aFlightIsUnderstoodOrCountsAsNone() throws IOException {
    AlteredAnswers.of(AlteredDtlsTest.class, "dtls")
        .hold(40_000, Duration.ofSeconds(60), AlteredDtlsTest::read, DOCUMENTED);
  }

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] answer) {
    AlteredAnswers.once(answer, AlteredDtlsTest::read, DOCUMENTED);
  }

  private static void read(byte[] bytes) {
    Reassembly flight = new Reassembly();
    flight.add(bytes);
    assertThat(DtlsHandshakes.flight(flight, false)).isNotNull();
  }
}
