package dev.plumbline.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.client.login.Challenge;
import dev.plumbline.probe.hostile.AlteredAnswers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers of HTTP, altered 40,000 times. */
public final class AlteredHttpTest {
  private static final List<Class<? extends Exception>> DOCUMENTED = List.of(IOException.class);
  private static final HttpLimits LIMITS = new HttpLimits(4096, 8192, Duration.ofSeconds(1));

  @Test
  void anAnswerIsReadOrRefused() throws IOException {
    AlteredAnswers.of(AlteredHttpTest.class, "http")
        .hold(40_000, Duration.ofSeconds(60), AlteredHttpTest::read, DOCUMENTED);
  }

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] answer) {
    AlteredAnswers.once(answer, AlteredHttpTest::read, DOCUMENTED);
  }

  private static void read(byte[] bytes) throws IOException {
    HttpResponse answer = HttpReader.read(new ByteArrayInputStream(bytes), "GET", LIMITS);
    assertThat(answer.cookies()).isNotNull();
    List<String> asked = answer.all("www-authenticate");
    assertThat(Challenge.parse(asked)).isNotNull();
    assertThat(Challenge.digest(asked)).isNotNull();
    assertThat(HtmlPage.parse(answer.text(), "/a")).isNotNull();
    String place = answer.header("location").orElse("");
    assertThat(HtmlPage.local("/a", place, "camera.example")).isNotNull();
  }
}
