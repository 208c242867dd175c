package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.account.Accounts;
import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.workbench.Access;
import dev.plumbline.workbench.Workbench;
import dev.plumbline.workbench.tls.SelfMadeCertificate;
import dev.plumbline.workbench.tls.ServerCertificate;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People log in to a workbench on the network, over TLS, in Chromium. */
@Tag("peers")
class LoginPagesTest {
  private static final String PASSWORD = "three grey herons wade";
  private static final String LOADED = " && document.readyState === 'complete'";

  @TempDir static Path temporary;
  private static Workbench workbench;
  private static Browser browser;
  private static String origin;

  @BeforeAll
  static void start() throws Exception {
    InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
    Accounts accounts = Accounts.beside(temporary.resolve("keys"));
    accounts.add("ann", "Ann Assessor", PASSWORD);
    ServerCertificate certificate =
        SelfMadeCertificate.of(accounts.folder(), loopback, Clock.systemUTC().instant());
    workbench =
        Workbench.start(
            List.of(Repository.copyOfExample("sensor-tag", temporary.resolve("tag"))),
            new Access.Network(loopback, 0, certificate, accounts),
            ResultIndex.inMemory(),
            Clock.systemUTC());
    origin = workbench.address().toString().replaceFirst("/login.*", "");
    browser = Browser.start(temporary.resolve("profile"));
    browser.withAnyCertificate();
  }

  @AfterAll
  static void stop() {
    browser.close();
    workbench.close();
  }

  /** Nobody is logged in when a test begins. */
  @BeforeEach
  void stranger() throws Exception {
    browser.window(1280, 900, false);
    browser.open(origin + "/me");
    if (browser.eval("location.pathname").equals("/me")) {
      browser.eval("document.querySelector('form[action=\"/logout\"]').submit()");
      browser.until("location.pathname === '/logout'" + LOADED);
      browser.open(origin + "/login");
    }
  }

  private static void send(String name, String password) throws Exception {
    browser.eval(
        "window.sent = true; document.querySelector('#name').value = '"
            + name
            + "'; document.querySelector('#password').value = '"
            + password
            + "'; document.querySelector('#password').form.submit()");
    browser.until("!window.sent" + LOADED);
  }

  @Test
  void aStrangerIsAskedAndAPersonComesIn() throws Exception {
    browser.open(origin + "/p/tag");
    assertThat(browser.eval("location.pathname")).isEqualTo("/login");
    assertThat(browser.eval("document.body.textContent")).doesNotContain("Example Tag");
    assertThat(
            browser.eval(
                "[...document.querySelectorAll('#name, #password')].map(e => e.type + ' ' +"
                    + " e.autocomplete).join()"))
        .as("what a manager of passwords knows")
        .isEqualTo("text username,password current-password");
    send("ann", "three grey herons");
    assertThat(browser.eval("document.querySelector('[role=alert]').textContent"))
        .contains("The name or the password is wrong.");
    send("ann", PASSWORD);
    assertThat(browser.eval("location.pathname")).isEqualTo("/");
    assertThat(browser.eval("document.querySelector('.person').textContent"))
        .isEqualTo("Ann Assessor");
    assertThat(browser.eval("document.cookie")).as("no script reads the session").isEmpty();
    assertThat(browser.eval("localStorage.length + sessionStorage.length")).isEqualTo("0");
  }

  @Test
  void noPageOfTheLoginHasAFaultByAxe() throws Exception {
    Axe axe = new Axe(browser);
    assertThat(axe.faults("/login")).isEmpty();
    send("ann", "wrong");
    assertThat(axe.faults("/login after a wrong password")).isEmpty();
    send("ann", PASSWORD);
    browser.open(origin + "/me");
    assertThat(browser.eval("document.querySelectorAll('#current').length")).isEqualTo("1");
    assertThat(axe.faults("/me of an account")).isEmpty();
  }

  @Test
  void theLoginFitsInto320Pixels() throws Exception {
    browser.window(320, 800, false);
    assertThat(Integer.parseInt(browser.eval("document.documentElement.scrollWidth")))
        .isLessThanOrEqualTo(320);
  }
}
