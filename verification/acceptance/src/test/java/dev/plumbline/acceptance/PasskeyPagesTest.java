package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.account.Accounts;
import dev.plumbline.app.account.Passkey;
import dev.plumbline.app.account.Passkeys;
import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.workbench.Access;
import dev.plumbline.workbench.Workbench;
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

/**
 * People add a passkey and log in with it, in Chromium, with an authenticator that it simulates.
 */
@Tag("peers")
class PasskeyPagesTest {
  private static final String PASSWORD = "three grey herons wade";
  private static final String LOADED = " && document.readyState === 'complete'";
  private static final String ALERT =
      "[...document.querySelectorAll('[role=alert]')].filter(a => !a.hidden)";

  @TempDir static Path temporary;
  private static Workbench workbench;
  private static Browser browser;
  private static Passkeys passkeys;
  private static String origin;
  private static String authenticator;

  @BeforeAll
  static void start() throws Exception {
    Accounts accounts = Accounts.beside(temporary.resolve("keys"));
    accounts.add("ann", "Ann Assessor", PASSWORD);
    passkeys = new Passkeys(accounts);
    ServerCertificate certificate = LocalhostCertificate.of(Clock.systemUTC().instant());
    workbench =
        Workbench.start(
            List.of(Repository.copyOfExample("sensor-tag", temporary.resolve("tag"))),
            new Access.Network(InetAddress.ofLiteral("127.0.0.1"), 0, certificate, accounts),
            ResultIndex.inMemory(),
            Clock.systemUTC());
    origin = workbench.address().toString().replaceFirst("/login.*", "");
    browser = Browser.trusting(temporary.resolve("profile"), LocalhostCertificate.pin(certificate));
    authenticator = browser.authenticator();
  }

  @AfterAll
  static void stop() {
    browser.close();
    workbench.close();
  }

  /** Nobody is logged in when a test begins, and nobody has a passkey. */
  @BeforeEach
  void stranger() throws Exception {
    for (Passkey passkey : passkeys.of("ann")) {
      passkeys.remove("ann", passkey.mark());
    }
    browser.forgetPasskeys(authenticator);
    browser.verifies(authenticator, true);
    browser.window(1280, 900, false);
    leave();
  }

  private static void leave() throws Exception {
    browser.open(origin + "/me");
    if (browser.eval("location.pathname").equals("/me")) {
      browser.eval("document.querySelector('form[action=\"/logout\"]').submit()");
      browser.until("location.pathname === '/logout'" + LOADED);
      browser.open(origin + "/login");
    }
  }

  private static void fill(String field, String value) throws Exception {
    browser.eval("document.querySelector('" + field + "').value = '" + value + "'");
  }

  private static void comeInByPassword() throws Exception {
    fill("#name", "ann");
    fill("#password", PASSWORD);
    browser.eval("window.sent = true; document.querySelector('#password').form.submit()");
    browser.until("!window.sent" + LOADED);
    assertThat(browser.eval("location.pathname")).isEqualTo("/");
  }

  private static void add(String name, String password) throws Exception {
    browser.open(origin + "/passkeys");
    fill("#name", name);
    fill("#current", password);
    browser.eval("document.querySelector('#passkey-add button').click()");
  }

  private static void added() throws Exception {
    comeInByPassword();
    add("Blue key", PASSWORD);
    browser.until("document.querySelector('table.list')" + LOADED);
  }

  private static void comeInByPasskey() throws Exception {
    browser.eval("document.querySelector('#passkey-login button').click()");
  }

  @Test
  void aPersonAddsAPasskeyAndLogsInWithItByTheKeyboard() throws Exception {
    added();
    assertThat(browser.eval("document.querySelector('table.list').textContent"))
        .contains("Blue key", "localhost", "never");
    leave();
    browser.eval("document.querySelector('#password').focus()");
    browser.press("Tab", false);
    browser.press("Tab", false);
    assertThat(browser.eval("document.activeElement.textContent"))
        .isEqualTo("Log in with a passkey");
    browser.press(" ", false);
    browser.until("location.pathname === '/'" + LOADED);
    assertThat(browser.eval("document.querySelector('.person').textContent"))
        .isEqualTo("Ann Assessor");
    Passkey used = passkeys.of("ann").getFirst();
    assertThat(used.used()).isPresent();
    assertThat(used.counter()).isPositive();
    assertThat(browser.eval("document.cookie")).as("no script reads the session").isEmpty();
    assertThat(browser.eval("localStorage.length + sessionStorage.length")).isEqualTo("0");
  }

  @Test
  void whatGoesWrongIsSaidBesideTheButton() throws Exception {
    comeInByPassword();
    add("Blue key", "a wrong password");
    browser.until(ALERT + ".length === 1");
    assertThat(browser.eval(ALERT + "[0].textContent")).contains("The current password is wrong");
    browser.verifies(authenticator, false);
    add("Blue key", PASSWORD);
    browser.until(ALERT + ".length === 1");
    assertThat(browser.eval(ALERT + "[0].textContent")).contains("The browser did not finish.");
    assertThat(passkeys.of("ann")).isEmpty();
  }

  @Test
  void anAuthenticatorMakesNoSecondPasskeyOfTheAccount() throws Exception {
    added();
    add("The same again", PASSWORD);
    browser.until(ALERT + ".length === 1");
    assertThat(browser.eval(ALERT + "[0].textContent")).contains("already has a passkey");
    assertThat(passkeys.of("ann")).hasSize(1);
  }

  @Test
  void aPasskeyThatWasRemovedLogsNobodyInAndThePasswordStillDoes() throws Exception {
    added();
    leave();
    passkeys.remove("ann", passkeys.of("ann").getFirst().mark());
    comeInByPasskey();
    browser.until("location.pathname === '/login/passkey'" + LOADED);
    assertThat(browser.eval(ALERT + "[0].textContent"))
        .contains("This passkey did not log you in.");
    comeInByPassword();
  }

  @Test
  void noPageOfPasskeysHasAFaultByAxeOrIsTooWide() throws Exception {
    Axe axe = new Axe(browser);
    assertThat(axe.faults("/login with passkeys")).isEmpty();
    assertThat(tooWide("/login")).isFalse();
    browser.window(1280, 900, false);
    comeInByPassword();
    browser.open(origin + "/passkeys");
    assertThat(axe.faults("/passkeys without one")).isEmpty();
    add("A security key with a name that is rather long for a list", PASSWORD);
    browser.until("document.querySelector('table.list')" + LOADED);
    browser.eval("document.querySelector('details').open = true");
    assertThat(axe.faults("/passkeys with one")).isEmpty();
    assertThat(tooWide("/passkeys")).isFalse();
    add("Blue key", "wrong");
    browser.until(ALERT + ".length === 1");
    assertThat(axe.faults("/passkeys after a wrong password")).isEmpty();
  }

  private static boolean tooWide(String path) throws Exception {
    browser.window(320, 800, false);
    browser.open(origin + path);
    browser.eval("document.querySelectorAll('details').forEach(d => { d.open = true; })");
    return Integer.parseInt(browser.eval("document.documentElement.scrollWidth")) > 320;
  }
}
