package dev.plumbline.client.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.probe.hostile.BytesWire;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bytes as the specifications show them. */
class CodecTest {
  private static final HexFormat HEX = HexFormat.of();

  /** ServerHello of RFC 8448, 3 (TLS 1.3, simple handshake). */
  private static final String RFC8448_SERVER_HELLO =
      "0303a6af06a4121860dc5e6e60249cd34c95930c8ac5cb1434dac155772ed3e2692800130100002e0033002400"
          + "1d0020c9828876112095fe66762bdbf7c672e156d6cc253b833df1dd69b1b04e751f0f002b00020304";

  @Test
  void theServerHelloOfTheSpecificationIsRead() throws TlsFormatException {
    ServerHello hello = ServerHello.parse(HEX.parseHex(RFC8448_SERVER_HELLO));
    assertThat(hello.version()).isEqualTo(ProtocolVersion.TLS13);
    assertThat(CodeBook.suite(hello.suite()).name()).isEqualTo("TLS_AES_128_GCM_SHA256");
    assertThat(hello.retry()).isFalse();
    assertThat(hello.group()).hasValue(0x1D);
    assertThat(HEX.formatHex(hello.keyShare()))
        .isEqualTo("c9828876112095fe66762bdbf7c672e156d6cc253b833df1dd69b1b04e751f0f");
    assertThat(HEX.formatHex(hello.raw())).isEqualTo("02000056" + RFC8448_SERVER_HELLO);
  }

  @Test
  void aRequestForAnotherKeyIsTold() throws TlsFormatException {
    String retry =
        "0303cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c00130100000c"
            + "003300020017002b00020304";
    ServerHello hello = ServerHello.parse(HEX.parseHex(retry));
    assertThat(hello.retry()).isTrue();
    assertThat(hello.group()).hasValue(0x17);
    assertThatThrownBy(hello::keyShare).isInstanceOf(TlsFormatException.class);
  }

  @Test
  void aVersionThatDoesNotExistIsRefused() {
    byte[] body = HEX.parseHex("0305" + "00".repeat(32) + "00" + "002f" + "00");
    assertThatThrownBy(() -> ServerHello.parse(body)).hasMessageContaining("0x0305");
  }

  @Test
  void anExtensionThatStandsTwiceIsRefused() {
    byte[] body =
        HEX.parseHex("0303" + "00".repeat(32) + "00" + "002f" + "00" + "0008" + "0023000000230000");
    assertThatThrownBy(() -> ServerHello.parse(body)).hasMessageContaining("twice");
  }

  @Test
  void theHelloOfSsl2NamesAllItsSuites() {
    String hello = HEX.formatHex(Sslv2.clientHello(new byte[16]));
    assertThat(hello).startsWith("8031" + "01" + "0002" + "0018" + "0000" + "0010" + "010080");
    assertThat(hello).hasSize(2 * 51);
  }

  @Test
  void aHelloIsWrittenAsTheSpecificationSays() {
    ClientHello hello =
        new ClientHello(
            ProtocolVersion.TLS10,
            new byte[32],
            new byte[0],
            List.of(0x2F, ClientHello.RENEGOTIATION_SCSV),
            List.of(1, 0),
            Map.of(ClientHello.EXT_TICKET, new byte[0]));
    assertThat(HEX.formatHex(hello.record()))
        .isEqualTo(
            "1603010036"
                + "01000032"
                + "0301"
                + "00".repeat(32)
                + "00"
                + "0004002f00ff"
                + "020100"
                + "0004"
                + "00230000");
  }

  @Test
  void theSizeOfTheFieldIsReadWithTheSignature() throws TlsFormatException {
    byte[] body = HEX.parseHex("0002" + "8003" + "0001" + "02" + "0001" + "05" + "0401" + "0000");
    ServerKeyExchange key =
        ServerKeyExchange.parse(body, CodeBook.suite(0x9E), ProtocolVersion.TLS12).orElseThrow();
    assertThat(key.dhBits()).hasValue(16);
    assertThat(key.signature()).hasValue(0x0401);
    assertThat(key.group()).isEmpty();
  }

  @Test
  void messagesAreReadAcrossAndWithinRecords() throws IOException {
    // One message in two records, then two messages in one.
    String split = "16030300030e0000" + "160303000100" + "160303000a" + "0e0000000b000002abcd";
    RecordStream records = new RecordStream(new BytesWire(HEX.parseHex(split)), Duration.ZERO);
    assertThat(records.next())
        .isInstanceOfSatisfying(
            TlsMessage.Handshake.class, m -> assertThat(m.type()).isEqualTo(14));
    assertThat(records.next())
        .isInstanceOfSatisfying(
            TlsMessage.Handshake.class, m -> assertThat(m.type()).isEqualTo(14));
    assertThat(records.next())
        .isInstanceOfSatisfying(
            TlsMessage.Handshake.class, m -> assertThat(m.body()).containsExactly(0xab, 0xcd));
    assertThat(records.next()).isInstanceOf(TlsMessage.End.class);
  }

  @Test
  void whatBreaksOffWithinAMessageIsNoOrderlyEnd() {
    RecordStream records =
        new RecordStream(new BytesWire(HEX.parseHex("16030300030e0000")), Duration.ZERO);
    assertThatThrownBy(records::next).hasMessageContaining("within a message");
  }

  @Test
  void anEndlessStreamOfEmptyRecordsIsCutOff() {
    byte[] empty = HEX.parseHex("1603030000".repeat(200));
    RecordStream records = new RecordStream(new BytesWire(empty), Duration.ZERO);
    assertThatThrownBy(records::next).hasMessageContaining("more than 128 records");
  }

  @Test
  void aHugeMessageIsRefusedBeforeItIsRead() {
    RecordStream records =
        new RecordStream(new BytesWire(HEX.parseHex("160303000402ffffff")), Duration.ZERO);
    assertThatThrownBy(records::next).hasMessageContaining("16777215 bytes");
  }

  @Test
  void suitesAreUnderstoodByTheirNames() {
    assertThat(CodeBook.suite(0xC0B4).isTls13()).isTrue();
    assertThat(CodeBook.suite(0xC0B4).parts().orElseThrow().isNull()).isTrue();
    assertThat(CodeBook.suite(0xC02F).isSigned()).isTrue();
    assertThat(CodeBook.suite(0xC02F).isEphemeralEc()).isTrue();
    assertThat(CodeBook.suite(0x0700C0).parts().orElseThrow().isTripleDes()).isTrue();
    assertThat(CodeBook.suite(0xABCD).parts()).isEmpty();
    assertThat(CodeBook.suite(0xABCD).name()).isEqualTo("0xABCD");
  }

  @Test
  void theBooksAreWhole() {
    assertThat(CodeBook.CLASSIC_SUITES).hasSizeGreaterThan(350).doesNotHaveDuplicates();
    assertThat(CodeBook.TLS13_SUITES).extracting(CipherSuite::code).contains(0x1301, 0x1305);
    assertThat(CodeBook.CLASSIC_SUITES).noneMatch(CipherSuite::isTls13);
    assertThat(CodeBook.SSL2_SUITES).hasSize(8);
    assertThat(CodeBook.groups(ProtocolVersion.TLS12)).contains(0x17, 0x1D).doesNotContain(0x100);
    assertThat(CodeBook.groups(ProtocolVersion.TLS13)).contains(0x17, 0x100, 0x11EC);
    assertThat(CodeBook.alert(40)).isEqualTo("handshake_failure");
  }
}
