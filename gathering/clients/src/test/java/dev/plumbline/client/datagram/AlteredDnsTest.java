package dev.plumbline.client.datagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probe.hostile.AlteredAnswers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Answers of DNS and multicast DNS, altered 40,000 times; nothing is thrown. */
public final class AlteredDnsTest {
  private static final List<Class<? extends Exception>> DOCUMENTED = List.of();
  private static final byte[] ADDRESS =
      DnsMessages.question("camera.example.", Type.A, DClass.IN, true);
  private static final byte[] SERVICE =
      DnsMessages.question("_http._tcp.local.", Type.PTR, DClass.IN, false);

  @Test
  void aDatagramIsAnAnswerOrNone() throws IOException {
    AlteredAnswers.of(AlteredDnsTest.class, "dns")
        .hold(40_000, Duration.ofSeconds(60), AlteredDnsTest::read, DOCUMENTED);
  }

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] answer) {
    AlteredAnswers.once(answer, AlteredDnsTest::read, DOCUMENTED);
  }

  private static void read(byte[] datagram) {
    DnsMessages.answer(ADDRESS, datagram).ifPresent(AlteredDnsTest::told);
    DnsMessages.announcement(SERVICE, datagram).ifPresent(AlteredDnsTest::told);
    assertThat(SsdpAnswer.parse(datagram)).isNotNull();
  }

  private static void told(Message answer) {
    for (int section : new int[] {Section.ANSWER, Section.AUTHORITY, Section.ADDITIONAL}) {
      answer.getSection(section).forEach(record -> assertThat(record.rdataToString()).isNotNull());
    }
  }
}
