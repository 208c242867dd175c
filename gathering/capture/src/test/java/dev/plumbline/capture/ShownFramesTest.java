package dev.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.capture.kit.Connection;
import dev.plumbline.capture.kit.Pcap;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.FrameNumbers;
import dev.plumbline.dossier.Observation;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Each observation of a capture names the frames that show it. */
class ShownFramesTest {
  private static final String DEVICE = Captured.DEVICE;
  private static final String PEER = "198.51.100.7";
  private static final String LOGIN = "Authorization: Basic b3duZXI6bm90LWEtcmVhbC1zZWNyZXQ=";
  private static final String OTHER = "198.51.100.8";

  private static List<Long> frames(Observation o) {
    return o.evidence().map(EvidenceRef::frames).orElse(FrameNumbers.NONE).first();
  }

  private static Captured captured() {
    Connection web =
        new Connection(DEVICE, 40_000, PEER, 8_000)
            .open()
            .client("GET / HTTP/1.1\r\nHost: a.example\r\n\r\n")
            .client("GET /x HTTP/1.1\r\nHost: a.example\r\n" + LOGIN + "\r\n\r\n");
    Connection other = new Connection(DEVICE, 40_001, OTHER, 9_000).open().client("hello");
    Pcap file = Pcap.ethernet();
    // Frames 1 to 5 and 6 to 9.
    file.ip(web.packets());
    file.ip(other.packets());
    return Captured.of(file.done()).withoutErrors();
  }

  @Test
  void aContactNamesTheFramesOfItsOwnFlows() {
    Captured captured = captured();
    assertThat(frames(captured.one("traffic.contacts", "tcp/198.51.100.7/8000")))
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(frames(captured.one("traffic.contacts", "tcp/198.51.100.8/9000")))
        .containsExactly(6L, 7L, 8L, 9L);
  }

  @Test
  void whatWasReadableNamesTheFrameThatHasIt() {
    Captured captured = captured();
    assertThat(frames(captured.one("traffic.clear-text", "tcp/198.51.100.7/8000")))
        .containsExactly(5L);
    assertThat(frames(captured.one("traffic.requests", "tcp/198.51.100.7/8000")))
        .containsExactly(4L, 5L);
  }

  @Test
  void whatAllOfTheCaptureShowsNamesNoFrame() {
    Observation flows = captured().one("traffic.flows", "DUT");
    assertThat(frames(flows)).isEmpty();
    assertThat(flows.evidence()).isPresent();
  }

  @Test
  void failedConnectionsNameTheFramesInWhichTheyWereAskedFor() {
    Pcap file = Pcap.ethernet();
    for (int i = 0; i < 3; i++) {
      file.ip(new Connection(DEVICE, 40_000 + i, PEER, 1_883).refused().packets()).after(1_000);
    }
    Captured captured = Captured.of(file.done()).withoutErrors();
    assertThat(frames(captured.one("traffic.reconnects", "tcp/198.51.100.7/1883")))
        .containsExactly(1L, 3L, 5L);
  }

  @Test
  void ofManyFramesTheFirstAreNamed() {
    Connection web = new Connection(DEVICE, 40_000, PEER, 9_000).open();
    for (int i = 0; i < 100; i++) {
      web.client("hello");
    }
    Captured captured = Captured.of(Pcap.ethernet().ip(web.packets()).done()).withoutErrors();
    assertThat(
            captured
                .one("traffic.contacts", "tcp/198.51.100.7/9000")
                .evidence()
                .map(EvidenceRef::frames))
        .contains(new FrameNumbers(LongStream.rangeClosed(1, 50).boxed().toList(), true));
  }
}
