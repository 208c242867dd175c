package dev.plumbline.probes.defaultpasswords;

import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static dev.plumbline.probes.kit.WebDevice.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.dossier.Product.PasswordSample;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probes.kit.LineDevice;
import dev.plumbline.probes.kit.WebDevice;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class DefaultPasswordsProbeTest extends ProbeContract {
  private static final String KEY = "login.default-password";

  @Override
  protected Probe probe() {
    return new DefaultPasswordsProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  @Override
  protected String address() {
    return "127.77.23.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return known(trial, peer, "http", "http-basic");
  }

  private static ProbeTrial known(ProbeTrial trial, Endpoint peer, String protocol, String kind) {
    return trial
        .given("service.identified", peer.toString(), Map.of("protocol", protocol, "tls", false))
        .given(
            "login.mechanism",
            peer.toString(),
            Map.of("kind", kind, "path", "/", "password", true, "clearText", true));
  }

  private Result tryAt(
      Peer.Behaviour device, String protocol, String kind, UnaryOperator<ProbeTrial> more) {
    try (Peer peer = Peer.at(address(), device)) {
      ProbeTrial trial =
          known(ProbeTrial.against(peer.endpoint()), peer.endpoint(), protocol, kind);
      return more.apply(trial).run(probe());
    }
  }

  private static WebDevice basic(String user, String password) {
    String right = credentials(user, password);
    return new WebDevice(
        r ->
            r.header("authorization").equals(right)
                ? html("<p>inside</p>")
                : answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"c\"\r\n", ""));
  }

  private static String credentials(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static WebDevice form(String user, String password, String refusal) {
    return new WebDevice(
        r -> {
          if (r.method().equals("GET")) {
            return r.path().equals("/home")
                ? html("<p>Welcome home, here are your pictures</p>")
                : html(
                    "<form method=post action=/do><input type=hidden name=t value=7>"
                        + "<input name=u><input type=password name=p></form>");
          }
          return r.body().contains("u=" + user) && (r.body() + "&").contains("p=" + password + "&")
              ? redirect("/home")
              : html(
                  "<form method=post action=/do><input name=u><input type=password name=p></form>"
                      + refusal);
        });
  }

  @Test
  void aPasswordOfTheListOpensBasicAndIsNotStored() {
    Result result =
        tryAt(basic("admin", "7ujMko0admin"), "http", "http-basic", t -> t.budget(80, 0));
    Observation seen = result.one(KEY);
    assertThat(seen.value().get("accepted"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .singleElement(InstanceOfAssertFactories.MAP)
        .contains(
            Map.entry("user", "admin"),
            Map.entry("list", "mirai-2016"),
            Map.entry("what", "known"));
    assertThat(seen.coverage()).containsEntry("stopped", "one opened it");
    assertThat(result.stored()).doesNotContain("7ujMko0admin");
  }

  @Test
  void aDeviceWithItsOwnPasswordResistsTheWholeList() {
    Observation seen =
        tryAt(basic("admin", "kT7-unique"), "http", "http-basic", t -> t.budget(80, 0)).one(KEY);
    assertThat(seen.value().get("accepted")).isEqualTo(List.of());
    assertThat(seen.coverage().get("tried")).isEqualTo(seen.coverage().get("of"));
    assertThat(seen.coverage()).doesNotContainKey("stopped");
  }

  @Test
  void theBudgetIsNeverExceeded() {
    WebDevice device = basic("admin", "kT7-unique");
    Observation seen = tryAt(device, "http", "http-basic", t -> t.budget(5, 0)).one(KEY);
    assertThat(device.requests()).hasSize(5);
    assertThat(seen.coverage())
        .containsEntry("tried", 4L)
        .containsEntry(
            "stopped", "the budget of product.yaml is spent (loginBudget.wrongAttempts)");
  }

  @Test
  void withoutABudgetNothingIsSentAndNothingSaid() {
    WebDevice device = basic("admin", "admin");
    Observation seen = tryAt(device, "http", "http-basic", t -> t.budget(0, 0)).one(KEY);
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(device.requests()).isEmpty();
  }

  @Test
  void aDeviceThatAcceptsEverythingProvesNothing() {
    Observation seen =
        tryAt(new WebDevice(r -> html("<p>in</p>")), "http", "http-basic", t -> t).one(KEY);
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(seen.reason()).contains("invented password");
  }

  @Test
  void aDeviceThatBeginsToAcceptEverythingProvesNothing() {
    int[] asked = {0};
    WebDevice device =
        new WebDevice(r -> ++asked[0] < 4 ? answer("401 Unauthorized", "", "") : html("<p>in</p>"));
    assertThat(tryAt(device, "http", "http-basic", t -> t).one(KEY).outcome())
        .isEqualTo(Outcome.UNDETERMINED);
  }

  /** By then a password of every user was refused; that says nothing of the one without answer. */
  @Test
  void anAnswerThatIsNoneLeavesItsUserOpen() {
    int[] asked = {0};
    WebDevice device =
        new WebDevice(
            r ->
                ++asked[0] <= 45
                    ? answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"c\"\r\n", "")
                    : answer("500 No", "", ""));
    Observation seen = tryAt(device, "http", "http-basic", t -> t.budget(80, 0)).one(KEY);
    assertThat(seen.value().get("accepted")).isEqualTo(List.of());
    assertThat(String.valueOf(seen.coverage().get("stopped"))).contains("an unclear answer");
    assertThat(seen.coverage().get("untriedUsers"))
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .hasSize(1);
  }

  @Test
  void theTestStopsWhenASecondAccountIsLockedAtOnceAndStaysSo() {
    int[] asked = {0};
    WebDevice device =
        new WebDevice(
            r ->
                ++asked[0] <= 3
                    ? answer("401 Unauthorized", "", "")
                    : answer("429 Too Many Requests", "", ""));
    Observation seen = tryAt(device, "http", "http-basic", t -> t).one(KEY);
    assertThat(device.requests()).hasSizeLessThan(12);
    assertThat(String.valueOf(seen.coverage().get("stopped"))).contains("lock");
    assertThat(seen.coverage()).containsEntry("tried", 2L);
    assertThat(seen.coverage().get("untriedUsers"))
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .contains("support")
        .doesNotContain("admin");
  }

  @Test
  void aLockedAccountDoesNotHideThePasswordOfAnother() {
    int[] asked = {0};
    String admin = credentials("admin", "");
    String support = credentials("support", "support");
    WebDevice device =
        new WebDevice(
            r -> {
              String given = r.header("authorization");
              if (given.equals(support)) {
                return html("<p>inside</p>");
              }
              return given.startsWith(admin.substring(0, 12)) && ++asked[0] > 2
                  ? answer("429 Too Many Requests", "", "")
                  : answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"c\"\r\n", "");
            });
    assertThat(tryAt(device, "http", "http-basic", t -> t).one(KEY).value().get("accepted"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .singleElement(InstanceOfAssertFactories.MAP)
        .contains(
            Map.entry("user", "support"),
            Map.entry("list", "mirai-2016"),
            Map.entry("what", "known"));
  }

  @Test
  void anOnvifDeviceThatDeniesEverybodyMayHaveAnotherClock() {
    Observation seen = tryAt(onvif("nobody"), "http", "onvif", t -> t.budget(90, 0)).one(KEY);
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    Observation compared =
        tryAt(
                onvif("owner"),
                "http",
                "onvif",
                t -> t.budget(90, 0).credential("user", "owner", "right"))
            .one(KEY);
    assertThat(compared.seen()).isTrue();
    assertThat(compared.value().get("accepted")).isEqualTo(List.of());
  }

  /** Lets in one user at the second call alone, after the wrong password that begins a trial. */
  private static WebDevice onvif(String user) {
    int[] asked = {0};
    return new WebDevice(
        r ->
            r.body().contains("<Username>" + user + "</Username>") && ++asked[0] == 2
                ? html("<Envelope><GetDeviceInformationResponse/></Envelope>")
                : answer(
                    "400 Bad Request", "", "<Envelope><Fault>NotAuthorized</Fault></Envelope>"));
  }

  @Test
  void aFormIsOpenedWithItsHiddenFields() {
    WebDevice device = form("admin", "admin", "<p>Wrong password</p>");
    Observation seen = tryAt(device, "http", "http-form", t -> t).one(KEY);
    assertThat(seen.value().get("accepted"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .singleElement(InstanceOfAssertFactories.MAP)
        .contains(
            Map.entry("user", "admin"),
            Map.entry("list", "mirai-2016"),
            Map.entry("what", "known"));
    assertThat(device.requests())
        .filteredOn(r -> r.method().equals("POST"))
        .allMatch(r -> r.body().contains("t=7"));
  }

  @Test
  void aFormThatOnlyComesAgainNeedsALoginToCompareWith() {
    WebDevice device = form("owner", "right", "");
    assertThat(tryAt(device, "http", "http-form", t -> t).one(KEY).outcome())
        .isEqualTo(Outcome.UNDETERMINED);
    Observation compared =
        tryAt(
                device,
                "http",
                "http-form",
                t -> t.budget(90, 0).credential("user", "owner", "right"))
            .one(KEY);
    assertThat(compared.seen()).isTrue();
    assertThat(compared.value().get("accepted")).isEqualTo(List.of());
  }

  @Test
  void aFormForScriptsAloneIsNotSaidToResist() {
    WebDevice device =
        new WebDevice(r -> html("<div><input id=u><input type=password id=p></div>"));
    Observation seen = tryAt(device, "http", "http-form", t -> t).one(KEY);
    assertThat(seen.outcome()).isEqualTo(Outcome.UNDETERMINED);
    assertThat(seen.reason()).contains("script");
  }

  @Test
  void thePasswordOfAnotherUnitIsTriedFirstAndThisUnitsOwnNever() {
    LineDevice device = LineDevice.telnet("root", "fleet-77");
    Observation seen =
        tryAt(
                device,
                "telnet",
                "telnet",
                t ->
                    t.sample(new PasswordSample("AuthMech-1", "unit-1", "", "root", "own-1234"))
                        .sample(new PasswordSample("AuthMech-1", "unit-2", "", "root", "fleet-77")))
            .one(KEY);
    assertThat(seen.value().get("accepted"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .singleElement(InstanceOfAssertFactories.MAP)
        .contains(
            Map.entry("user", "root"),
            Map.entry("list", "other units"),
            Map.entry("what", "known"));
    assertThat(device.passwords()).hasSize(3).doesNotContain("own-1234");
  }

  @Test
  void telnetOpensToTheWormsFirstGuess() {
    Result result = tryAt(LineDevice.telnet("root", "xc3511"), "telnet", "telnet", t -> t);
    assertThat(result.one(KEY).value().get("accepted"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .singleElement(InstanceOfAssertFactories.MAP)
        .contains(
            Map.entry("user", "root"), Map.entry("list", "mirai-2016"), Map.entry("what", "known"));
    assertThat(result.stored()).doesNotContain("xc3511");
  }

  @Test
  void ftpRefusesByItsReply() {
    Observation seen = tryAt(LineDevice.ftp("u", "p"), "ftp", "ftp", t -> t.budget(6, 0)).one(KEY);
    assertThat(seen.value().get("accepted")).isEqualTo(List.of());
    assertThat(seen.coverage()).containsEntry("tried", 5L);
  }
}
