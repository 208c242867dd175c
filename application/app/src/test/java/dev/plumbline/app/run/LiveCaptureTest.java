package dev.plumbline.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveCaptureTest {
  private static final LiveCapture CAPTURE =
      new LiveCapture("eth0", "host 192.0.2.10 or host 2001:db8::10", Duration.ofMinutes(1));

  @Test
  void keepsTheDevicesPacketsAlone() {
    assertThat(CAPTURE.dumpcap(Path.of("x.pcap")))
        .containsSubsequence("-a", "duration:60", "-f", "host 192.0.2.10 or host 2001:db8::10");
    assertThat(CAPTURE.tcpdump(Path.of("x.pcap")).getLast())
        .isEqualTo("host 192.0.2.10 or host 2001:db8::10");
  }

  @Test
  void saysWhatToType() {
    assertThat(CAPTURE.typed(Path.of("x.pcap")))
        .isEqualTo(
            "sudo timeout 60 tcpdump -i eth0 -s 0 -U -w x.pcap"
                + " 'host 192.0.2.10 or host 2001:db8::10'");
  }

  @Test
  void anInterfaceThatIsNotThereGivesNoCapture() throws InterruptedException {
    assertThat(
            new LiveCapture("no-such-if0", "host 192.0.2.10", Duration.ofSeconds(20))
                .run(Path.of("target", "never.pcap")))
        .isFalse();
  }
}
