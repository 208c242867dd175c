package dev.plumbline.probes.udpopenports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortQuestionsTest {
  private static final PortQuestions QUESTIONS = PortQuestions.load();

  /** Lengths that the protocols' own documents fix. */
  @ParameterizedTest
  @CsvSource({
    "53,17",
    "123,48",
    "111,40",
    "323,200",
    "137,50",
    "443,1200",
    "3478,20",
    "5353,46",
    "69,31",
    "161,64",
    "500,84",
    "623,12",
    "5683,4",
    "5684,77"
  })
  void aQuestionIsAsLongAsItsProtocolSays(int port, int length) {
    assertThat(QUESTIONS.forPort(port).bytes()).hasSize(length);
  }

  /** Beginnings of answers as real servers give them; the rest matters to none. */
  @ParameterizedTest
  @CsvSource({
    "53,504c8105000100000000000000000200 01,dns",
    "123,240103e9,ntp",
    "323,060200000021000500000000000000000000504c5542,chrony",
    "137,504c84000000000100000000,netbios-ns",
    "443,c00000000000 08706c756d626c696e00000001,quic",
    "3478,010100002112a442706c756d626c696e65303031,stun",
    "5353,504c84000001000100000000,mdns",
    "69,000500010000,tftp",
    "161,3068020103301002040000000102030000000401000201030400a80000,snmp",
    "500,706c756d626c696e0102030405060708,ike",
    "5683,7000504c,coap",
    "5684,16feff000000000000000000230300,dtls",
    "54321,21310020000000000c0ffee500015180ffffffffffffffffffffffffffffffff,miio",
    "56700,24000014706c756d00000000000000000000000000000101000000000000000003000000,lifx"
  })
  void anAnswerShowsItsProtocol(int port, String hex, String protocol) {
    assertThat(
            QUESTIONS
                .forPort(port)
                .protocol(Arrays.copyOf(HexFormat.of().parseHex(hex.replace(" ", "")), 48)))
        .isEqualTo(protocol);
  }

  @Test
  void anEchoShowsNoProtocol() {
    assertThat(QUESTIONS.all())
        .isNotEmpty()
        .allSatisfy(
            asked ->
                assertThat(QUESTIONS.all())
                    .allSatisfy(
                        q ->
                            assertThat(q.protocol(asked.bytes()))
                                .as("an echo of " + asked.protocol() + " read as " + q.protocol())
                                .isEqualTo("unknown")));
  }

  @Test
  void nothingIsEmptyAndNoCommunityIsGuessed() {
    assertThat(QUESTIONS.forPort(1).bytes()).isNotEmpty();
    assertThat(
            new String(
                QUESTIONS.forPort(161).bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("public");
  }
}
