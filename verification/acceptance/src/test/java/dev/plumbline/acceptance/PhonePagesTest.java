package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.account.Accounts;
import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.app.team.AuthorKeys;
import dev.plumbline.workbench.Access;
import dev.plumbline.workbench.Workbench;
import dev.plumbline.workbench.phone.LocalAddress;
import dev.plumbline.workbench.tls.SelfMadeCertificate;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import javax.imageio.ImageIO;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence by phone in Chromium: the page of the phone, and the part of Decide beside it. */
@Tag("peers")
class PhonePagesTest {
  private static final String CODE = "document.querySelector('.qr')";

  @TempDir static Path temporary;
  private static AuthorKeys keys;
  private static Workbench workbench;
  private static Browser browser;
  private static String origin;

  @BeforeAll
  static void start() throws Exception {
    keys = new AuthorKeys(temporary.resolve("keys"));
    workbench =
        Workbench.start(
            List.of(Repository.copyOfExample("careless-camera", temporary.resolve("camera"))),
            new Access.Loopback(0, keys),
            ResultIndex.inMemory(),
            Clock.systemUTC(),
            () -> List.of(new LocalAddress(InetAddress.ofLiteral("127.0.0.1"), "lo")));
    browser = Browser.start(temporary.resolve("profile"));
    browser.withAnyCertificate();
    String link = workbench.address().toString();
    origin = link.replaceFirst("/login.*", "");
    browser.open(link);
  }

  @AfterAll
  static void stop() {
    browser.close();
    workbench.close();
  }

  @BeforeEach
  void desk() throws Exception {
    browser.window(1280, 900, false);
    browser.open(origin + "/p/camera/decide");
    if (browser.eval("Boolean(" + CODE + ")").equals("true")) {
      browser.eval("document.querySelector('#phone form').requestSubmit()");
      browser.until("!" + CODE);
    }
    browser.until("Boolean(window.htmx)");
    browser.eval("document.querySelector('#reason').value = 'Half a sentence'; 0");
    browser.eval("document.querySelector('#phone form').requestSubmit()");
    browser.until(CODE);
  }

  private static String link() throws Exception {
    return browser.eval("document.querySelector('#phone > p.id').textContent");
  }

  private static String reason() throws Exception {
    return browser.eval("document.querySelector('#reason').value");
  }

  private static int width() throws Exception {
    return Integer.parseInt(browser.eval("document.documentElement.scrollWidth"));
  }

  /** Sends a picture as a phone does. */
  private static int send(URI link) throws Exception {
    ByteArrayOutputStream picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        "--b\r\nContent-Disposition: form-data; name=\"evidence\"; filename=\"a.png\"\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(picture.toByteArray());
    body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
    try (HttpClient phone = HttpClient.newBuilder().sslContext(trusting()).build()) {
      return phone
          .send(
              HttpRequest.newBuilder(link)
                  .header("Content-Type", "multipart/form-data; boundary=b")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static SSLContext trusting() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, new char[0]);
    store.setCertificateEntry("server", certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static java.security.cert.X509Certificate certificate() throws IOException {
    return SelfMadeCertificate.of(
            Accounts.beside(keys.folder()).folder(),
            InetAddress.ofLiteral("127.0.0.1"),
            Clock.systemUTC().instant())
        .chain()
        .getFirst();
  }

  @Test
  void whatComesShowsUpWhileAPersonWrites() throws Exception {
    assertThat(reason()).as("opening keeps what was written").isEqualTo("Half a sentence");
    browser.eval("document.querySelector('#reason').focus(); 0");
    assertThat(send(URI.create(link()))).isEqualTo(303);
    browser.until("document.querySelectorAll('.arrived img').length === 1");
    browser.until("document.querySelector('.arrived img').naturalWidth === 8");
    browser.eval("document.querySelector('.arrived input[type=checkbox]').click(); 0");
    browser.eval("document.querySelector('#reason').focus(); 0");
    assertThat(send(URI.create(link()))).isEqualTo(303);
    browser.until("document.querySelectorAll('.arrived img').length === 2");
    assertThat(
            browser.eval(
                "[...document.querySelectorAll('.arrived input[type=checkbox]')].map(b => b.checked).join()"))
        .as("what was ticked stays")
        .isEqualTo("true,false");
    assertThat(browser.eval("document.activeElement.id")).isEqualTo("reason");
    assertThat(reason()).isEqualTo("Half a sentence");
    assertThat(new Axe(browser).faults("Decide with a phone")).isEmpty();
    browser.window(320, 800, false);
    assertThat(width()).isLessThanOrEqualTo(320);
    browser.eval("document.querySelector('.arrived li:last-child form').requestSubmit()");
    browser.until("document.querySelectorAll('.arrived img').length === 1");
    browser.eval("document.querySelector('.arrived form').requestSubmit()");
    browser.until("document.querySelectorAll('.arrived img').length === 0");
  }

  @Test
  void thePageRowTakesFilesWhileAPersonWrites() throws Exception {
    browser.open(
        origin
            + browser.eval(
                "document.querySelector('#card a[href*=\"/row?\"]').pathname + "
                    + "document.querySelector('#card a[href*=\"/row?\"]').search"));
    browser.until("Boolean(window.htmx)");
    browser.eval("document.querySelector('textarea').value = 'Half a sentence'; 0");
    browser.eval("document.querySelector('#phone form').requestSubmit()");
    browser.until(CODE);
    assertThat(send(URI.create(link()))).isEqualTo(303);
    browser.until("document.querySelectorAll('.arrived img').length === 1");
    assertThat(browser.eval("document.querySelector('textarea').value"))
        .isEqualTo("Half a sentence");
    assertThat(new Axe(browser).faults("Row with a phone")).isEmpty();
    browser.window(320, 800, false);
    assertThat(width()).isLessThanOrEqualTo(320);
    browser.eval("document.querySelector('.arrived form').requestSubmit()");
    browser.until("document.querySelectorAll('.arrived img').length === 0");
  }

  @Test
  void thePageOfThePhoneIsReadableAndSendsAPicture() throws Exception {
    browser.open(link());
    assertThat(browser.eval("getComputedStyle(document.querySelector('.code')).letterSpacing"))
        .as("its style is let in by its digest")
        .isNotEqualTo("normal");
    assertThat(new Axe(browser).faults("the page of the phone")).isEmpty();
    browser.window(320, 800, false);
    assertThat(width()).isLessThanOrEqualTo(320);
    browser.eval(
        "window.files = new DataTransfer();"
            + "files.items.add(new File(['a picture'], 'b.txt', {type: 'text/plain'}));"
            + "document.querySelector('#evidence').files = files.files;"
            + "window.old = true;"
            + "document.querySelector('form').requestSubmit()");
    browser.until("!window.old && document.querySelector('.good')");
    assertThat(browser.eval("document.querySelector('.good').textContent"))
        .contains("wait at the computer: 1");
    browser.open(origin + "/p/camera/decide");
    assertThat(browser.eval("document.querySelector('.arrived').textContent")).contains("b.txt");
    browser.eval("document.querySelector('.arrived form').requestSubmit()");
    browser.until("document.querySelectorAll('.arrived li').length === 0");
  }

  @Test
  void aFileThatIsTooLargeIsRefusedInWords() throws Exception {
    String said = "More than 64 MiB were sent, so nothing was saved.";
    browser.open(link());
    sendFromPage("form", "#evidence");
    browser.until("!window.old && document.querySelector('[role=alert]')");
    assertThat(browser.eval("document.querySelector('[role=alert]').textContent")).contains(said);
    assertThat(new Axe(browser).faults("the page of the phone that refuses")).isEmpty();
    browser.open(origin + "/p/camera/decide");
    browser.until("Boolean(window.htmx)");
    sendFromPage("#decision", "#decision [type=file]");
    browser.until("document.body.textContent.includes('" + said + "')");
  }

  /** Sends a file of 100 MiB in a form. */
  private static void sendFromPage(String form, String field) throws Exception {
    browser.eval(
        "window.files = new DataTransfer();"
            + "files.items.add(new File([new Uint8Array(100 << 20)], 'film.mp4'));"
            + "document.querySelector('%s').files = files.files;".formatted(field)
            + "window.old = true;"
            + "document.querySelector('%s').submit()".formatted(form));
  }
}
