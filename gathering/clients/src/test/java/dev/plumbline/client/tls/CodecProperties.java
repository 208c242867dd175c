package dev.plumbline.client.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probe.hostile.BytesWire;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever a peer sends, the codec throws its own exception or gives a value. */
class CodecProperties {
  private interface Parser {
    void parse(byte[] bytes) throws IOException;
  }

  private static void holds(Parser parser, byte[] bytes) {
    try {
      parser.parse(bytes);
    } catch (TlsFormatException | Sslv2.AlertedException e) {
      assertThat(e.getMessage()).isNotBlank();
    } catch (IOException e) {
      throw new AssertionError("another exception than the codec's own", e);
    }
  }

  @Property
  void serverHello(@ForAll @Size(max = 300) byte[] bytes) {
    holds(ServerHello::parse, bytes);
  }

  @Property
  void serverHelloBehindAGoodStart(@ForAll @Size(max = 120) byte[] bytes) {
    byte[] start = new byte[38];
    start[0] = 3;
    start[1] = 3;
    byte[] all = Arrays.copyOf(start, start.length + bytes.length);
    System.arraycopy(bytes, 0, all, start.length, bytes.length);
    holds(ServerHello::parse, all);
  }

  @Property
  void keyExchange(@ForAll @Size(max = 300) byte[] bytes, @ForAll @IntRange(max = 7) int which) {
    int[] suites = {0xC02F, 0x009E, 0x0033, 0x0018, 0xC018, 0x0090, 0xD001, 0x002F};
    ProtocolVersion version = which % 2 == 0 ? ProtocolVersion.TLS12 : ProtocolVersion.TLS10;
    holds(b -> ServerKeyExchange.parse(b, CodeBook.suite(suites[which]), version), bytes);
  }

  @Property
  void certificates(@ForAll @Size(max = 300) byte[] bytes) {
    holds(b -> CertificateMessage.parse(b, ProtocolVersion.TLS12), bytes);
    holds(b -> CertificateMessage.parse(b, ProtocolVersion.TLS13), bytes);
  }

  @Property
  void extensions(@ForAll @Size(max = 300) byte[] bytes) {
    holds(Extensions::numbers, bytes);
    holds(Extensions::firstCode, bytes);
  }

  @Property
  void sslv2(@ForAll @Size(max = 300) byte[] bytes) {
    holds(Sslv2::parse, bytes);
    holds(b -> Sslv2.readAnswer(new BytesWire(b), Duration.ZERO), bytes);
  }

  @Property
  void records(@ForAll @Size(max = 500) byte[] bytes) {
    holds(CodecProperties::readAll, bytes);
  }

  @Property
  void recordsWithGoodHeaders(
      @ForAll @Size(max = 200) byte[] bytes, @ForAll @IntRange(min = 20, max = 23) int type) {
    byte[] all = new byte[bytes.length + 5];
    all[0] = (byte) type;
    all[1] = 3;
    all[2] = 3;
    all[4] = (byte) Math.min(bytes.length, 127);
    System.arraycopy(bytes, 0, all, 5, bytes.length);
    holds(CodecProperties::readAll, all);
  }

  private static void readAll(byte[] bytes) throws IOException {
    RecordStream records = new RecordStream(new BytesWire(bytes), Duration.ZERO);
    int count = 0;
    while (!(records.next() instanceof TlsMessage.End)) {
      count++;
      assertThat(count).isLessThanOrEqualTo(bytes.length);
    }
  }

  @Property
  void aHelloSaysWhatWasOffered(
      @ForAll @Size(max = 40) java.util.List<@IntRange(max = 65535) Integer> suites)
      throws IOException {
    ClientHello hello =
        new ClientHello(
            ProtocolVersion.TLS12,
            new byte[32],
            new byte[0],
            suites,
            java.util.List.of(0),
            java.util.Map.of());
    ByteReader in = new ByteReader(hello.message());
    assertThat(in.u8()).isEqualTo(1);
    ByteReader body = new ByteReader(in.vector24());
    assertThat(in.remaining()).isZero();
    assertThat(body.u16()).isEqualTo(0x0303);
    body.take(32);
    assertThat(body.vector8()).isEmpty();
    ByteReader list = new ByteReader(body.vector16());
    for (int suite : suites) {
      assertThat(list.u16()).isEqualTo(suite);
    }
    assertThat(list.remaining()).isZero();
    assertThat(body.vector8()).containsExactly(0);
    assertThat(body.remaining()).isZero();
  }
}
