package dev.plumbline.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class HttpReaderTest {
  private static final HttpLimits LIMITS = new HttpLimits(4096, 1000, Duration.ofSeconds(1));

  private static HttpResponse read(byte[] bytes, String method) throws IOException {
    return HttpReader.read(new ByteArrayInputStream(bytes), method, LIMITS);
  }

  private static HttpResponse read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.ISO_8859_1), "GET");
  }

  @Test
  void aLengthEndsTheBody() throws IOException {
    HttpResponse r = read("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nA: b\r\n\r\nabcdef");
    assertThat(r.text()).isEqualTo("abc");
    assertThat(r.truncated()).isFalse();
    assertThat(r.header("a")).contains("b");
  }

  @Test
  void chunksAreJoined() throws IOException {
    HttpResponse r =
        read(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    assertThat(r.text()).isEqualTo("abcde");
    assertThat(r.truncated()).isFalse();
  }

  @Test
  void theEndOfTheConnectionEndsTheBody() throws IOException {
    HttpResponse r = read("HTTP/1.0 200 OK\r\n\r\nall of it");
    assertThat(r.text()).isEqualTo("all of it");
    assertThat(r.truncated()).isFalse();
  }

  @Test
  void aBodyThatBreaksOffIsKeptAndSaidToBeCut() throws IOException {
    HttpResponse r = read("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nabc");
    assertThat(r.text()).isEqualTo("abc");
    assertThat(r.truncated()).isTrue();
  }

  @Test
  void aBodyIsCutAtTheLimit() throws IOException {
    HttpResponse r = read("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(5000));
    assertThat(r.bytes()).isEqualTo(1000);
    assertThat(r.truncated()).isTrue();
  }

  @Test
  void aBombUnpacksToTheLimitAndNoFurther() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    try (GZIPOutputStream zip = new GZIPOutputStream(all)) {
      zip.write(new byte[200_000]);
    }
    HttpResponse r = read(all.toByteArray(), "GET");
    assertThat(r.bytes()).isEqualTo(1000);
    assertThat(r.truncated()).isTrue();
  }

  @Test
  void compressedTextIsRead() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    try (GZIPOutputStream zip = new GZIPOutputStream(all)) {
      zip.write("plain".getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(read(all.toByteArray(), "GET").text()).isEqualTo("plain");
  }

  @Test
  void interimAnswersAreSkipped() throws IOException {
    assertThat(read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No\r\n\r\n").status())
        .isEqualTo(204);
  }

  @Test
  void headHasNoBody() throws IOException {
    HttpResponse r =
        read(
            "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
            "HEAD");
    assertThat(r.truncated()).isFalse();
  }

  @Test
  void whatIsNotHttpIsSaidNotToBe() {
    assertThatThrownBy(() -> read("SSH-2.0-x\r\n\r\n")).isInstanceOf(MalformedHttpException.class);
    assertThatThrownBy(() -> read("HTTP/1.1 999 x\r\n\r\n"))
        .isInstanceOf(MalformedHttpException.class);
    assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\n" + "a: b\r\n".repeat(300) + "\r\n"))
        .isInstanceOf(MalformedHttpException.class);
    assertThatThrownBy(() -> read("x".repeat(9000))).isInstanceOf(MalformedHttpException.class);
  }

  @Test
  void aHeadThatBreaksOffIsNoAnswer() {
    assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nA: b\r\n")).isInstanceOf(EOFException.class);
  }

  @Test
  void aCookieOfTheDeviceStartsNoHeaderOfItsOwn() {
    String sent =
        new String(
            HttpRequest.get("/").with("Cookie", "a=b\r\nX-Evil: 1").bytes("h"),
            StandardCharsets.US_ASCII);
    assertThat(sent).contains("Cookie: a=bX-Evil: 1\r\n");
    String path =
        new String(HttpRequest.get("/a b\r\nX-Evil: 1").bytes("h"), StandardCharsets.US_ASCII);
    assertThat(path).startsWith("GET /a%20bX-Evil:%201 HTTP/1.1\r\n");
    assertThatThrownBy(() -> HttpRequest.get("a")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void linksOffTheServerAreNotFollowed() {
    HtmlPage page =
        HtmlPage.parse(
            "<a href='b.html'>1</a><a href='//evil.test/x'>2</a><a href='https://h:1/c?d=1#e'>3</a>"
                + "<a href='mailto:a@b'>4</a><a href='javascript:x()'>5</a>",
            "/a/");
    assertThat(page.links("h:1")).containsExactly("/a/b.html", "/c?d=1");
  }
}
