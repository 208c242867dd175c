package dev.plumbline.capture.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.capture.kit.Bits;
import dev.plumbline.capture.kit.Pcap;
import dev.plumbline.capture.kit.Pcapng;
import dev.plumbline.importing.MalformedImportException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CaptureFileTest {
  private static final byte[] FRAME = Bits.hex("0102030405");
  private static final long NANOS = 1_700_000_000_123_456_789L;

  private record Read(List<String> frames, CaptureEnd end) {}

  private static Read read(byte[] file) throws IOException, MalformedImportException {
    List<String> frames = new ArrayList<>();
    CaptureEnd end =
        CaptureFile.read(
            new ByteArrayInputStream(file),
            f ->
                frames.add(
                    f.nanos() + " " + f.link() + " " + f.bytes().length() + "/" + f.original()));
    return new Read(frames, end);
  }

  private static byte[] pcap(String magic, String version, String record) {
    return Bits.of().x(magic).x(version).zeros(12).x(record).bytes(FRAME).done();
  }

  @Test
  void readsPcapInBothOrdersWithMicrosecondsAndNanoseconds() throws Exception {
    String bigHead = "00020004 00000000 00000000 00040000 00000001".replace(" ", "");
    String littleHead = "02000400 00000000 00000000 00000400 01000000".replace(" ", "");
    String bigRecord = "6553f100 0001e240 00000005 00000009";
    String littleRecord = "00f15365 40e20100 05000000 09000000";
    String big = "1700000000123456000 1 5/9";
    String nanos = "1700000000000123456 1 5/9";
    assertThat(read(whole("a1b2c3d4", bigHead, bigRecord)).frames()).containsExactly(big);
    assertThat(read(whole("d4c3b2a1", littleHead, littleRecord)).frames()).containsExactly(big);
    assertThat(read(whole("a1b23c4d", bigHead, bigRecord)).frames()).containsExactly(nanos);
    assertThat(read(whole("4d3cb2a1", littleHead, littleRecord)).frames()).containsExactly(nanos);
  }

  private static byte[] whole(String magic, String head, String record) {
    return Bits.of().x(magic).x(head).x(record).bytes(FRAME).done();
  }

  @Test
  void readsPcapngInBothOrders() throws Exception {
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      Read read = read(new Pcapng(order).on(1, "eth0", 9).frame(0, NANOS, FRAME).done());
      assertThat(read.frames()).containsExactly(NANOS + " 1 5/5");
      assertThat(read.end().interfaces()).containsExactly("eth0");
      assertThat(read.end().application()).isEqualTo("dumpcap 4.4");
      assertThat(read.end().whole()).isTrue();
      assertThat(read.end().dropped()).isEmpty();
    }
  }

  @Test
  void eachInterfaceHasItsOwnLinkAndClock() throws Exception {
    Read read =
        read(
            new Pcapng(ByteOrder.LITTLE_ENDIAN)
                .on(1, "eth0", 6)
                .on(127, "mon0", 0x80 | 10)
                .frame(0, 1_700_000_000_123_456L, FRAME)
                .frame(1, 1_700_000_000L * 1_024 + 512, FRAME)
                .done());
    assertThat(read.frames())
        .containsExactly("1700000000123456000 1 5/5", "1700000000500000000 127 5/5");
    assertThat(read.end().interfaces()).containsExactly("eth0", "mon0");
  }

  @Test
  void aClockBeyondAllTimesTellsNone() throws Exception {
    for (int resolution : new int[] {0, 127, 0xFF}) {
      byte[] file =
          new Pcapng(ByteOrder.BIG_ENDIAN).on(1, "e", resolution).frame(0, -1, FRAME).done();
      assertThat(read(file).frames()).containsExactly("0 1 5/5");
    }
  }

  @Test
  void readsSimplePacketsAndTellsDrops() throws Exception {
    Pcapng file = new Pcapng(ByteOrder.BIG_ENDIAN).on(1, "eth0", 6);
    file.block(3, file.ints(5), FRAME);
    file.block(0x0BAD, FRAME);
    file.block(5, file.ints(0, 0, 0), file.option(5, file.number(17)), file.end());
    Read read = read(file.done());
    assertThat(read.frames()).containsExactly("0 1 5/5");
    assertThat(read.end().dropped()).isEqualTo(OptionalLong.of(17));
  }

  @Test
  void aCutTailIsToldAndWhatWasWholeIsKept() throws Exception {
    byte[] whole = Pcap.ethernet().frame(FRAME).frame(FRAME).done();
    Read read = read(Arrays.copyOf(whole, whole.length - 2));
    assertThat(read.frames()).hasSize(1);
    assertThat(read.end().whole()).isFalse();
    assertThat(read.end().missing()).contains("within a record");

    byte[] blocks =
        new Pcapng(ByteOrder.BIG_ENDIAN).on(1, "e", 6).frame(0, 1, FRAME).frame(0, 2, FRAME).done();
    Read cut = read(Arrays.copyOf(blocks, blocks.length - 3));
    assertThat(cut.frames()).hasSize(1);
    assertThat(cut.end().whole()).isFalse();
  }

  @Test
  void gzipIsReadAsFarAsItCanBeUnpacked() throws Exception {
    Pcap file = Pcap.ethernet();
    java.util.Random random = new java.util.Random(3);
    for (int i = 0; i < 200; i++) {
      byte[] frame = new byte[100];
      random.nextBytes(frame);
      file.frame(frame);
    }
    byte[] zipped = Pcap.gzip(file.done());
    assertThat(read(zipped).frames()).hasSize(200);
    assertThat(read(zipped).end().whole()).isTrue();
    Read half = read(Arrays.copyOf(zipped, zipped.length / 2));
    assertThat(half.frames()).hasSizeBetween(20, 180);
    assertThat(half.end().missing()).contains("compressed");
  }

  @Test
  void aLengthThatLiesEndsTheReading() throws Exception {
    Bits bits = Bits.of().bytes(Pcap.ethernet().frame(FRAME).done());
    bits.x("6553f100 00000000 ffffffff ffffffff 00000000");
    Read read = read(bits.done());
    assertThat(read.frames()).hasSize(1);
    assertThat(read.end().missing()).contains("4294967295");
  }

  @Test
  void aBlockOfFourGigabytesEndsTheReading() throws Exception {
    for (String type : List.of("00000006", "00000bad")) {
      byte[] start = new Pcapng(ByteOrder.BIG_ENDIAN).on(1, "e", 6).frame(0, 1, FRAME).done();
      Read read = read(Bits.of().bytes(start).x(type).x("fffffffc").zeros(100).done());
      assertThat(read.frames()).hasSize(1);
      assertThat(read.end().whole()).isFalse();
    }
  }

  @Test
  void whatIsNoCaptureIsRefused() {
    for (byte[] file :
        List.of(
            new byte[0],
            Bits.hex("a1b2"),
            Bits.of().text("{\"a\": 1}").done(),
            Bits.hex("0a0d0d0a00000000"),
            Bits.hex("1f8b0800"),
            pcap("a1b2c3d4", "00090004", "00"))) {
      assertThatThrownBy(() -> read(file)).isInstanceOf(MalformedImportException.class);
    }
  }

  @Test
  void recognisesCapturesInPackedFilesToo() {
    byte[] file = Pcap.ethernet().frame(FRAME).done();
    assertThat(CaptureFile.recognises(file)).isTrue();
    assertThat(CaptureFile.recognises(Pcap.gzip(file))).isTrue();
    assertThat(CaptureFile.recognises(Pcap.gzip(Bits.of().text("other").done()))).isFalse();
    assertThat(CaptureFile.recognises(new Pcapng(ByteOrder.LITTLE_ENDIAN).done())).isTrue();
    assertThat(CaptureFile.recognises(new byte[2])).isFalse();
  }
}
