package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probe.run.transcript.Transcript;
import dev.plumbline.recording.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final String SECRET = "s3cret &\"Horse\"/+";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "USER x\r\nPASS s3cret &\"Horse\"/+\r\n",
        "pw=s3cret+%26%22Horse%22%2F%2B&x=1",
        "pw=s3cret%20%26%22Horse%22%2f%2b",
        "<input value=\"s3cret &amp;&quot;Horse&quot;/+\">",
        "{\"p\":\"s3cret &\\\"Horse\\\"/+\"}"
      })
  void aSecretIsMaskedInEveryFormThatProtocolsGiveIt(String text) {
    assertThat(rendered(text)).contains(Redactor.MASK).doesNotContain("Horse");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:", "bc:", "user:", "someone-else:"})
  void aSecretInsideBase64IsMaskedWhereverItStands(String before) {
    String coded =
        Base64.getEncoder().encodeToString((before + SECRET).getBytes(StandardCharsets.UTF_8));
    assertThat(rendered("X: " + coded)).contains(Redactor.MASK).doesNotContain(coded);
  }

  @Test
  void aSecretSplitOverManyReadsIsMaskedAndItsLengthIsNotTold() {
    Transcript transcript = new Transcript(1000);
    for (byte b : ("login " + SECRET + " ok").getBytes(StandardCharsets.UTF_8)) {
      transcript.received(new byte[] {b}, 0, 1);
      transcript.mark();
    }
    String text = text(transcript);
    assertThat(text).doesNotContain("H\n").doesNotContain("3\n").contains(Redactor.MASK);
    assertThat(text.split("redacted", -1)).hasSize(SECRET.length() + 1);
  }

  @Test
  void placesOfSecretsAreMaskedWhateverStandsThere() {
    assertThat(rendered("Authorization: Digest username=\"u\", response=\"abcdef\"\r\nHost: x\r\n"))
        .doesNotContain("abcdef")
        .contains("Host: x");
    assertThat(rendered("Set-Cookie: session=9f8e7d; HttpOnly\r\n"))
        .doesNotContain("9f8e7d")
        .contains("HttpOnly");
    assertThat(rendered("user=admin&password=hunter22&go=1"))
        .doesNotContain("hunter22")
        .contains("user=admin", "go=1");
  }

  @Test
  void aPlainWordIsLeftInObservationsAndMaskedInTranscripts() {
    Redactor redactor = new Redactor();
    redactor.add("admin");
    assertThat(redactor.text("/admin/index.html")).isEqualTo("/admin/index.html");
    Transcript transcript = new Transcript(1000);
    transcript.sent("PASS admin".getBytes(StandardCharsets.UTF_8), 0, 10);
    assertThat(new String(transcript.render("x", redactor).content(), StandardCharsets.US_ASCII))
        .doesNotContain("admin");
  }

  /** A recorded login names its fields; without the places of the values nobody could log in. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "user=${user}&password=${password}",
        "user=${user}&passcode=${password:md5}",
        "{\"user\":\"${user}\",\"pin_code\":\"${password}\"}",
        "{\"auth_token\": \"${password}\"}"
      })
  void thePlacesOfALoginStay(String template) {
    assertThat(new Redactor().text(template)).isEqualTo(template);
    assertThat(new Redactor().text(template.replaceAll("\\$\\{[^}]*}", "a1b2c3d4")))
        .contains(Redactor.MASK);
  }

  @Test
  void whatIsBeyondTheBoundIsCounted() {
    Transcript transcript = new Transcript(4);
    transcript.received(new byte[] {'a', 'b', 'c', 'd', 'e', 'f'}, 0, 6);
    assertThat(text(transcript)).contains("< abcd\n").contains("# 2 more bytes");
  }

  private static String rendered(String text) {
    Transcript transcript = new Transcript(10_000);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    transcript.sent(bytes, 0, bytes.length);
    return text(transcript);
  }

  private static String text(Transcript transcript) {
    Redactor redactor = new Redactor();
    redactor.add(SECRET);
    return new String(transcript.render("test", redactor).content(), StandardCharsets.US_ASCII);
  }
}
