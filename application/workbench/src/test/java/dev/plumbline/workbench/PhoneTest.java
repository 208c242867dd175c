package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.plumbline.core.Digest;
import dev.plumbline.workbench.web.Route;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence by phone, with a second client over TLS as the phone. */
class PhoneTest {
  private static final String DECIDE = "/p/tag/decide";
  private static MovedClock clock = new MovedClock(Instant.EPOCH);

  @TempDir static Path temporary;
  private static Workbench workbench;
  private static Client desk;
  private static PhoneDesk phones;
  private String query = "";

  @BeforeAll
  static void start() throws Exception {
    clock = new MovedClock(Clock.systemUTC().instant());
    workbench = Copies.workbench(temporary, clock);
    phones = PhoneDesk.of(workbench, temporary, clock.instant());
    desk = phones.client();
  }

  @AfterAll
  static void stop() {
    workbench.close();
  }

  @BeforeEach
  void item() throws Exception {
    query = desk.page(DECIDE).select("#phone form").attr("action").replaceFirst("^[^?]*", "");
  }

  @AfterEach
  void clear() throws Exception {
    desk.post("/p/tag/phone/close" + query);
    for (Element form : panel().select("form[action*=discard]")) {
      desk.post(form.attr("action"), "file", form.select("[name=file]").attr("value"));
    }
  }

  private Document panel() throws Exception {
    return phones.panel(query);
  }

  private URI open() throws Exception {
    return phones.open(query);
  }

  private static Client phone(URI link) {
    return phones.phone(link);
  }

  private static HttpResponse<String> send(URI link, byte[] file, String note) throws Exception {
    return phones.send(link, file, note);
  }

  /** A small JPEG that says something beside its picture. */
  private static byte[] photo() throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", plain);
    byte[] picture = plain.toByteArray();
    byte[] said = "Taken at 48.2 N 11.6 E".getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(picture, 0, 2);
    out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (said.length + 2)});
    out.writeBytes(said);
    out.write(picture, 2, picture.length - 2);
    return out.toByteArray();
  }

  @Test
  void nothingIsOpenBeforeSomebodyAsks() throws Exception {
    Document page = desk.page(DECIDE);
    assertThat(page.select("#phone button").text()).isEqualTo("Use a phone");
    assertThat(page.select("#phone option").eachText())
        .containsExactly("127.0.0.1, lo, a loopback address");
    assertThat(page.select("#phone svg, #phone .challenge")).isEmpty();
    assertThat(page.select("#phone").text()).contains("15 minutes");
  }

  @Test
  void theQrCodeHoldsTheLinkAndThePageTellsTheFingerprint() throws Exception {
    URI link = open();
    Document panel = panel();
    assertThat(decoded(Objects.requireNonNull(panel.selectFirst("svg.qr"))))
        .isEqualTo(link.toString());
    assertThat(panel.select("#phone").text()).contains(phones.fingerprint());
    assertThat(link.getPath()).as("256 bits").hasSize(44);
  }

  /** Reads the drawn code as a phone does. */
  private static String decoded(Element svg) throws Exception {
    int size = Integer.parseInt(svg.attr("viewBox").split(" ", -1)[2]);
    int scale = 4;
    int[] pixels = new int[size * size * scale * scale];
    Arrays.fill(pixels, 0xffffff);
    Matcher module = Pattern.compile("M(\\d+) (\\d+)").matcher(svg.select("path").attr("d"));
    while (module.find()) {
      int x = Integer.parseInt(module.group(1)) * scale;
      int y = Integer.parseInt(module.group(2)) * scale;
      for (int i = 0; i < scale * scale; i++) {
        pixels[(y + i / scale) * size * scale + x + i % scale] = 0;
      }
    }
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(
                new GlobalHistogramBinarizer(
                    new RGBLuminanceSource(size * scale, size * scale, pixels))))
        .getText();
  }

  @Test
  void aPictureWaitsAndIsKeptWithTheDecisionThatTicksIt() throws Exception {
    URI link = open();
    Document asked = phone(link).page(link.getPath());
    String code = asked.select(".code").text();
    assertThat(code).matches("[A-Z0-9]{6}");
    assertThat(panel().select(".challenge").eachText()).containsExactly(code);
    String question = desk.page(DECIDE + query).select("#card h1").text();
    assertThat(asked.text()).contains(question);
    assertThat(asked.select("input[type=file]").attr("capture")).isEqualTo("environment");
    assertThat(asked.select("script, link, img, a")).as("nothing else").isEmpty();
    byte[] photo = photo();
    assertThat(send(link, photo, "the <b>left</b>\nscrew").statusCode()).isEqualTo(303);
    assertThat(send(link, "other".getBytes(StandardCharsets.UTF_8), "").statusCode())
        .isEqualTo(303);
    assertThat(phone(link).page(link.getPath()).text()).contains("wait at the computer: 2");
    assertThat(evidence()).as("nothing is kept by itself").doesNotContain(code);

    Document page = desk.page(DECIDE + query);
    assertThat(page.select(".arrived .challenge").eachText()).containsExactly(code, code);
    assertThat(page.select(".arrived").text()).contains("the <b>left</b> screw");
    String shown = page.select(".arrived img").attr("src");
    HttpResponse<String> picture = desk.get(shown);
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(picture.headers().firstValue("Content-Security-Policy"))
        .contains("sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    String kept = page.select(".arrived input[name=phone]").getFirst().attr("value");
    assertThat(decide(page, "f999").statusCode()).as("a file that is not there").isEqualTo(409);
    assertThat(decide(page, kept).statusCode()).isEqualTo(303);

    assertThat(evidence())
        .contains(
            Digest.of(photo).hex(),
            "original",
            "copy without place and time of " + Digest.of(photo).shortForm(),
            "code that the picture was asked to show: " + code)
        .doesNotContain(Digest.of("other").hex());
    String decided = desk.page(DECIDE + query).select("[aria-label=Decision] .note a").text();
    assertThat(decided).contains(code, "the <b>left</b> screw");
    assertThat(panel().select("svg.qr, .arrived li")).as("spent").isEmpty();
    assertThat(desk.get(shown).statusCode()).isEqualTo(404);
  }

  private static String evidence() throws IOException {
    Path listed = temporary.resolve("tag/evidence.yaml");
    return Files.exists(listed) ? Files.readString(listed).replaceAll("\\s+", " ") : "";
  }

  private HttpResponse<String> decide(Document page, String file) throws Exception {
    Element form = Objects.requireNonNull(page.selectFirst("#decision"));
    return desk.post(
        form.attr("action"),
        "seen",
        form.select("[name=seen]").attr("value"),
        "verdict",
        "PASS",
        "reason",
        "As the picture shows.",
        "by",
        "A. Assessor",
        "phone",
        file);
  }

  @Test
  void thePhoneReachesNothingElse() throws Exception {
    URI link = open();
    Client phone = phone(link);
    for (Route route : workbench.routes()) {
      String path = route.path().replace("{product}", "tag").replaceAll("\\{\\w+\\}", "f1");
      assertThat(phone.get(path).statusCode()).as("GET " + path).isEqualTo(404);
      assertThat(phone.send(path, "x", List.of()).statusCode()).as("POST " + path).isEqualTo(404);
      if (!path.equals("/")) {
        assertThat(phone.get(link.getPath() + path).statusCode()).as(path).isEqualTo(404);
      }
      // So that they are not too many within a minute.
      clock.move(Duration.ofSeconds(4));
    }
  }

  @Test
  void aWrongTokenHostOrOriginIsRefusedAndManyAreStopped() throws Exception {
    URI link = open();
    Client phone = phone(link);
    String wrong = link.getPath().substring(0, 43) + (link.getPath().endsWith("A") ? "B" : "A");
    assertThat(phone.get(wrong).statusCode()).isEqualTo(404);
    assertThat(phone.upload(wrong, "evidence", "a.jpg", new byte[] {1}).statusCode())
        .isEqualTo(404);
    assertThat(Tls.raw(phones.trust(), link, "evil.example")).startsWith("HTTP/1.1 421");
    assertThat(phone.get(link.getPath(), "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    HttpResponse<String> page = phone.get(link.getPath());
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; style-src 'sha256-")
        .doesNotContain("unsafe", "script");
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    for (int i = 0; i < 130; i++) {
      phone.get("/nothing");
    }
    assertThat(phone.get("/nothing").statusCode()).isEqualTo(429);
    assertThat(phone.get(link.getPath()).statusCode()).as("who has the token").isEqualTo(200);
  }

  @Test
  void aTokenIsSpentWhenItsPageIsClosed() throws Exception {
    URI first = open();
    String code = panel().select(".challenge").text();
    assertThat(send(first, photo(), "").statusCode()).isEqualTo(303);
    URI second = open();
    assertThat(second.getPath()).isNotEqualTo(first.getPath());
    assertThat(phone(second).get(first.getPath()).statusCode()).isEqualTo(404);
    gone(first);
    assertThat(panel().select(".arrived .challenge").text()).as("waits on").isEqualTo(code);
    desk.post("/p/tag/phone/close" + query);
    gone(second);
  }

  /** The server is away, or says that nothing is there while it ends. */
  private static void gone(URI link) throws Exception {
    try {
      assertThat(phone(link).get(link.getPath()).statusCode()).isEqualTo(404);
    } catch (IOException e) {
      assertThat(e).as("nobody listens").isNotNull();
    }
  }

  @Test
  void thePageClosesAfterAQuarterOfAnHour() throws Exception {
    URI link = open();
    clock.move(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(phone(link).get(link.getPath()).statusCode()).isEqualTo(200);
    clock.move(Duration.ofSeconds(1));
    gone(link);
    assertThat(panel().select("svg.qr")).isEmpty();
    long until = System.nanoTime() + 20_000_000_000L;
    while (listens(link)) {
      assertThat(System.nanoTime()).as("the port is closed").isLessThan(until);
      Thread.onSpinWait();
    }
  }

  private static boolean listens(URI link) {
    try (java.net.Socket socket = new java.net.Socket(link.getHost(), link.getPort())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void anotherBrowserSeesNothingOfItAndLogoutEndsIt() throws Exception {
    Client other = Client.of(workbench);
    assertThat(other.post("/p/tag/phone" + query, "address", "127.0.0.1").statusCode())
        .isEqualTo(303);
    URI link = URI.create(other.page("/p/tag/phone" + query).select("#phone > p.id").text());
    assertThat(send(link, photo(), "").statusCode()).isEqualTo(303);
    String shown = other.page("/p/tag/phone" + query).select(".arrived img").attr("src");
    assertThat(other.get(shown).statusCode()).isEqualTo(200);
    assertThat(panel().select("svg.qr, .arrived li")).isEmpty();
    assertThat(desk.get(shown).statusCode()).isEqualTo(404);
    other.post("/logout");
    gone(link);
  }

  @Test
  void nineFilesAreTooMany() throws Exception {
    URI link = open();
    HttpResponse<String> none = send(link, new byte[0], "");
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(none.body()).contains("No file was chosen.");
    for (int i = 0; i < 8; i++) {
      assertThat(send(link, photo(), "").statusCode()).isEqualTo(303);
    }
    assertThat(send(link, photo(), "").statusCode()).isEqualTo(413);
    assertThat(panel().select(".arrived li")).hasSize(8);
  }
}
