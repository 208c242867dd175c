package dev.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.capture.kit.Connection;
import dev.plumbline.capture.kit.Ip;
import dev.plumbline.capture.kit.Pcap;
import dev.plumbline.dossier.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever stands in a capture, it is read to its end, and nothing grows without bound. */
class CaptureProperties {
  private static final Path FOUND = Path.of("src/test/resources/dev/plumbline/capture/found.pcap");
  private static final int[] LINKS = {0, 1, 12, 101, 105, 108, 113, 127, 228, 229, 276};
  private static final int[] PORTS = {
    21, 22, 23, 25, 53, 67, 69, 80, 123, 161, 443, 554, 853, 1883, 1900, 5353, 5683, 8080
  };

  private static void bounded(Captured captured) {
    assertThat(captured.report().observations())
        .hasSizeLessThan(100)
        .extracting(Observation::toString)
        .allSatisfy(text -> assertThat(text.length()).isLessThan(1 << 20));
  }

  @Property(tries = 300)
  void anyBytesAfterTheMagicAreRead(
      @ForAll @IntRange(max = 3) int kind, @ForAll @Size(max = 2_000) byte[] rest) {
    String[] magic = {"a1b2c3d4", "4d3cb2a1", "0a0d0d0a", "1f8b0800"};
    bounded(Captured.of(dev.plumbline.capture.kit.Bits.of().x(magic[kind]).bytes(rest).done()));
  }

  @Property(tries = 300)
  void anyFramesOnAnyLinkAreRead(
      @ForAll @IntRange(max = 10) int link, @ForAll @Size(max = 400) byte[] frame) {
    bounded(Captured.of(new Pcap(LINKS[link]).frame(frame).frame(frame).done()));
  }

  @Property(tries = 300)
  void anyDatagramOnAnyPortIsRead(
      @ForAll @IntRange(max = 17) int port, @ForAll @Size(max = 1_300) byte[] payload) {
    String peer = "198.51.100.7";
    bounded(
        Captured.of(
            Pcap.ethernet()
                .ip(
                    Ip.udp(Captured.DEVICE, 40_000, peer, PORTS[port], payload),
                    Ip.udp(peer, PORTS[port], Captured.DEVICE, 40_000, payload))
                .done()));
  }

  @Property(tries = 300)
  void anyStreamOnAnyPortIsRead(
      @ForAll @IntRange(max = 17) int port,
      @ForAll @Size(max = 600) byte[] said,
      @ForAll @Size(max = 600) byte[] answered,
      @ForAll @IntRange(min = -700, max = 700) int elsewhere) {
    Connection c =
        new Connection(Captured.DEVICE, 40_000, "198.51.100.7", PORTS[port])
            .open()
            .client(said)
            .clientAt(elsewhere, answered)
            .server(answered)
            .client(said);
    bounded(Captured.of(Pcap.ethernet().ip(c.packets()).done()));
  }

  /** Real traffic with some of its bytes changed reaches deeper than noise does. */
  @Property(tries = 300)
  void aDamagedCaptureIsRead(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int changes)
      throws IOException {
    byte[] bytes = Files.readAllBytes(FOUND);
    Random random = new Random(seed);
    for (int i = 0; i < changes; i++) {
      bytes[24 + random.nextInt(bytes.length - 24)] = (byte) random.nextInt();
    }
    bounded(
        Captured.of(bytes, dev.plumbline.importing.kit.ImportTrial.at("127.0.0.1", "127.0.0.5")));
  }
}
