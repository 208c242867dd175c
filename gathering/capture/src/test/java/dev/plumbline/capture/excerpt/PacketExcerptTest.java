package dev.plumbline.capture.excerpt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.capture.kit.Bits;
import dev.plumbline.capture.kit.Connection;
import dev.plumbline.capture.kit.Pcap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacketExcerptTest {
  private static final int BYTES = 4_096;

  private static byte[] capture() {
    return Pcap.ethernet()
        .ip(
            new Connection("192.0.2.10", 40_000, "198.51.100.7", 80)
                .open()
                .client("<script>alert(1)</script>")
                .packets())
        .frame(Bits.of().x("ffffffffffff 020000000001 88b5").text("odd").done())
        .done();
  }

  private static PacketExcerpt read(byte[] file, long... wanted) throws IOException {
    return PacketExcerpt.read(
        new ByteArrayInputStream(file), Arrays.stream(wanted).boxed().toList(), BYTES);
  }

  @Test
  void aPacketHasItsNumberTimeAddressesProtocolAndLength() throws IOException {
    PacketExcerpt excerpt = read(capture(), 4, 2);
    assertThat(excerpt.fault()).isEmpty();
    assertThat(excerpt.packets()).extracting(ShownPacket::number).containsExactly(2L, 4L);
    ShownPacket packet = excerpt.packets().getLast();
    assertThat(packet.at()).contains(Instant.parse("2023-11-14T22:13:20.003Z"));
    assertThat(packet.from()).isEqualTo("192.0.2.10:40000");
    assertThat(packet.to()).isEqualTo("198.51.100.7:80");
    assertThat(packet.protocol()).isEqualTo("TCP");
    assertThat(packet.length()).isEqualTo(14 + 40 + 25);
    assertThat(packet.shown()).isEqualTo(14 + 40 + 25);
    assertThat(packet.dump())
        .contains("72 69 70 74")
        .contains("<script>al\n", "ert(1)</script>\n")
        .startsWith("0000 ")
        .matches("(?s)[\\x20-\\x7e\\n]*");
  }

  @Test
  void rowsOfADumpHaveOneWidth() {
    String dump =
        new ShownPacket(
                1,
                java.util.Optional.empty(),
                "",
                "",
                "",
                18,
                18,
                "000102030405060708090a0b0c0d0e0f1041")
            .dump();
    assertThat(dump)
        .isEqualTo(
            "0000  00 01 02 03 04 05 06 07  08 09 0a 0b 0c 0d 0e 0f  ................\n"
                + "0010  10 41"
                + " ".repeat(45)
                + ".A\n");
  }

  @Test
  void aFrameThatIsNotDecodedIsShownAsSuch() throws IOException {
    ShownPacket packet = read(capture(), 5).packets().getFirst();
    assertThat(packet.protocol()).isEqualTo("not decoded");
    assertThat(packet.from() + packet.to()).isEmpty();
    assertThat(packet.dump()).contains("..od\n0010  64 ");
  }

  @Test
  void noMoreBytesAreKeptThanWanted() throws IOException {
    ShownPacket packet =
        PacketExcerpt.read(new ByteArrayInputStream(capture()), List.of(4L), 16)
            .packets()
            .getFirst();
    assertThat(packet.shown()).isEqualTo(16);
    assertThat(packet.captured()).isEqualTo(79);
  }

  @Test
  void aCaptureThatEndsBeforeTheFrameIsTold() throws IOException {
    byte[] cut = Arrays.copyOf(capture(), 24 + 2 * (16 + 54) + 10);
    PacketExcerpt excerpt = read(cut, 2, 4);
    assertThat(excerpt.packets()).extracting(ShownPacket::number).containsExactly(2L);
    assertThat(excerpt.fault())
        .startsWith("Frame 4 is missing: the capture has 2 frames that can be read, then");
    assertThat(excerpt.ended()).as("a cut capture is not one that ends").isFalse();
    assertThat(read(capture(), 9).ended()).isTrue();
    assertThat(read(capture(), 9).fault())
        .isEqualTo("Frame 9 is missing: the capture has 5 frames that can be read.");
    assertThat(excerpt.of(List.of(2L)).fault()).isEmpty();
  }

  @Test
  void whatIsNotACaptureIsTold() throws IOException {
    PacketExcerpt excerpt = read(new byte[64], 1);
    assertThat(excerpt.packets()).isEmpty();
    assertThat(excerpt.fault()).startsWith("The file cannot be read as a capture: It is neither");
  }

  @Test
  void nothingBehindTheLastWantedFrameIsRead() throws IOException {
    ByteArrayInputStream in = new ByteArrayInputStream(new byte[0]);
    assertThat(PacketExcerpt.read(in, List.of(1L), BYTES).fault()).contains("It is empty");
    byte[] file = Arrays.copyOf(capture(), capture().length + 5);
    assertThat(read(file, 5).fault()).isEmpty();
  }
}
