package dev.plumbline.probe.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probe.hostile.SecretCodings;
import dev.plumbline.probe.run.transcript.Transcript;
import dev.plumbline.recording.Redactor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Secrets in the forms that devices send them, in all that is stored. */
class SecretCorpusTest {
  private static final List<String> SECRETS =
      List.of(
          "Geheim-Pass/4711+x",
          "s3cret &\"Horse\"/+",
          "Schl\u00fcssel<7>",
          "123456789",
          "tr0ub4dor&3");

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @TestFactory
  List<DynamicTest> noFormOfASecretIsStored() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String secret : SECRETS) {
      SecretCodings.all()
          .forEach(
              (name, form) ->
                  tests.add(
                      DynamicTest.dynamicTest(name + " of " + secret, () -> gone(secret, form))));
    }
    return tests;
  }

  private static void gone(String secret, UnaryOperator<String> form) throws IOException {
    String coded = form.apply(secret);
    String page = "<p>code: " + coded + " </p>";
    assertThat(observed(secret, page)).as("observation").satisfies(text -> clean(text, coded));
    for (byte[] sent :
        List.of(
            utf8(page),
            answer("", utf8(page)),
            answer("Transfer-Encoding: chunked\r\n", chunked(utf8(page))),
            answer("Content-Encoding: gzip\r\n", gzip(utf8(page))),
            answer(
                "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
                chunked(gzip(utf8(page)))),
            answer("Content-Encoding: deflate\r\n", deflated(utf8(page))))) {
      assertThat(stored(secret, sent)).as("transcript").satisfies(text -> clean(text, coded));
    }
  }

  /** The text around is there, of the secret nothing but a byte or two at its ends. */
  private static void clean(String text, String coded) {
    assertThat(text).contains("<p>code: ", Redactor.MASK, "</p>");
    int from = text.indexOf("<p>code: ") + "<p>code: ".length();
    String left = text.substring(from, text.indexOf(" </p>", from)).replace(Redactor.MASK, "");
    assertThat(left.length()).as("left of " + coded + ": " + left).isLessThanOrEqualTo(20);
    assertThat(left.length() * 3)
        .as("left of " + coded + ": " + left)
        .isLessThanOrEqualTo(coded.length() * 2);
  }

  @Test
  void bothOrdersOfWideCharactersAreFound() {
    String secret = SECRETS.getFirst();
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(stored(secret, secret.getBytes(charset))).doesNotContain("4");
    }
  }

  @Test
  void aBodyThatCannotBeUnpackedIsNotStored() throws IOException {
    byte[] packed = gzip(utf8("x".repeat(40) + SECRETS.getFirst()));
    byte[] cut = Arrays.copyOf(packed, packed.length - 12);
    assertThat(stored(SECRETS.getFirst(), answer("Content-Encoding: gzip\r\n", cut)))
        .contains("bytes of gzip were not all unpacked")
        .doesNotContain("\\x1f");
    assertThat(stored("other", answer("Content-Encoding: br\r\n", utf8("anything"))))
        .contains("8 bytes of br were not all unpacked")
        .doesNotContain("anything");
  }

  @Test
  void keysAndCodesAreMaskedByTheirNamesInObservationsToo() {
    Redactor redactor = new Redactor();
    assertThat(redactor.text("wifi_psk: SuperWifiKey99 wpa_key=OtherWifi88"))
        .isEqualTo("wifi_psk: [redacted] wpa_key=[redacted]");
    assertThat(redactor.text("{\"ssid_key\": \"abcdef12\", \"passcode\":\"20202021\"}"))
        .isEqualTo("{\"ssid_key\": \"[redacted]\", \"passcode\":\"[redacted]\"}");
    assertThat(redactor.text("/set.cgi?user=admin&password=hunter22&secret=abc123"))
        .isEqualTo("/set.cgi?user=admin&password=[redacted]&secret=[redacted]");
    assertThat(redactor.text("Sends a wrong password: refused; secret: none known"))
        .isEqualTo("Sends a wrong password: refused; secret: none known");
    assertThat(redactor.text("a=1&password=${A*3000}")).isEqualTo("a=1&password=${A*3000}");
  }

  private static String observed(String secret, String text) {
    Redactor redactor = new Redactor();
    redactor.add(secret);
    return redactor.text(text);
  }

  private static String stored(String secret, byte[] received) {
    Redactor redactor = new Redactor();
    redactor.add(secret);
    Transcript transcript = new Transcript(100_000);
    transcript.received(received, 0, received.length);
    String text =
        new String(transcript.render("test", redactor).content(), StandardCharsets.US_ASCII);
    return text.replace("\n< ", "");
  }

  private static byte[] answer(String headers, byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(utf8("HTTP/1.1 200 OK\r\n" + headers + "\r\n"));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private static byte[] chunked(byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < body.length; i += 7) {
      int length = Math.min(7, body.length - i);
      all.writeBytes(utf8(Integer.toHexString(length) + "\r\n"));
      all.write(body, i, length);
      all.writeBytes(utf8("\r\n"));
    }
    all.writeBytes(utf8("0\r\n\r\n"));
    return all.toByteArray();
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(all)) {
      out.write(body);
    }
    return all.toByteArray();
  }

  private static byte[] deflated(byte[] body) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(all)) {
      out.write(body);
    }
    return all.toByteArray();
  }
}
