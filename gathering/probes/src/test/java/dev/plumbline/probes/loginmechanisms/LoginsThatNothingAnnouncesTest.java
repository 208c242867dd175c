package dev.plumbline.probes.loginmechanisms;

import static dev.plumbline.probes.kit.WebDevice.html;
import static dev.plumbline.probes.kit.WebDevice.redirect;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.observation.login.LoginMechanism;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.bruteforceresistance.BruteForceResistanceProbe;
import dev.plumbline.probes.kit.WebDevice;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A form login that sends everybody else to its page. */
class LoginsThatNothingAnnouncesTest {
  private static final String ADDRESS = "127.77.22.9";
  private static final String FORM =
      "<form method=post action=/login><input name=user><input name=p type=password></form>";

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  private static WebDevice device(Predicate<String> takes) {
    return new WebDevice(
        r -> {
          if (r.path().equals("/login")) {
            return html(FORM);
          }
          return takes.test(r.header("authorization"))
              ? html("<p>Wi-Fi home, channel 7")
              : redirect("/login");
        });
  }

  private static ProbeTrial against(Peer peer) {
    return ProbeTrial.against(peer.endpoint())
        .given(
            "service.identified",
            peer.endpoint().toString(),
            Map.of("protocol", "http", "tls", false))
        .given("http.surface", peer.endpoint().toString(), Map.of("guarded", List.of("/settings")))
        .credential("owner", "owner", "right-horse-7");
  }

  private static List<LoginMechanism.Mechanism> found(WebDevice device) {
    try (Peer peer = Peer.at(ADDRESS, device)) {
      return against(peer)
          .run(new LoginMechanismsProbe())
          .one("login.mechanism")
          .as(LoginMechanism.class)
          .orElseThrow()
          .all();
    }
  }

  @Test
  void basicThatIsTakenUnaskedIsALoginOfItsOwn() {
    assertThat(found(device(basic("owner:right-horse-7")::equals)))
        .anySatisfy(
            m -> {
              assertThat(m.kind()).isEqualTo("http-basic");
              assertThat(m.path()).contains("/settings");
              assertThat(m.unasked()).contains(true);
            });
  }

  @Test
  void aServerThatIgnoresBasicHasNoneAndSeesNoWrongPassword() {
    WebDevice device = device(a -> false);
    assertThat(found(device))
        .extracting(LoginMechanism.Mechanism::kind)
        .containsExactly("http-form");
    assertThat(device.requests())
        .extracting(r -> r.header("authorization"))
        .containsOnly("", basic("owner:right-horse-7"));
  }

  @Test
  void wrongPasswordsThatAreSentToTheLoginPageAreRefused() {
    WebDevice device = device(basic("owner:right-horse-7")::equals);
    try (Peer peer = Peer.at(ADDRESS, device)) {
      String at = peer.endpoint().toString();
      assertThat(
              against(peer)
                  .given(
                      "login.mechanism",
                      at,
                      Map.of(
                          "kind",
                          "http-basic",
                          "path",
                          "/settings",
                          "password",
                          true,
                          "clearText",
                          true))
                  .run(new BruteForceResistanceProbe())
                  .one("login.brute-force")
                  .value())
          .containsEntry("locked", false)
          .containsEntry("slowed", false);
    }
  }

  private static List<String> kinds(String recovery) {
    return found(
            new WebDevice(
                r ->
                    switch (r.path()) {
                      case "/login" -> html(FORM + "<a href=/help>Forgotten the password?</a>");
                      case "/help" -> html("<title>Recovery</title>" + recovery);
                      default -> redirect("/login");
                    }))
        .stream()
        .map(LoginMechanism.Mechanism::kind)
        .toList();
  }

  @Test
  void aFormForARecoveryCodeBesideTheLoginIsALoginOfItsOwn() {
    assertThat(kinds("<form method=post><input name=code maxlength=4></form>"))
        .containsExactlyInAnyOrder("http-form", "http-code");
  }

  @Test
  void aPageThatSaysHowToResetTheDeviceIsNone() {
    assertThat(kinds("<p>Hold the key for ten seconds to reset the hub. Code on the label."))
        .containsExactly("http-form");
    assertThat(kinds("<form method=post><input name=email></form>")).containsExactly("http-form");
  }
}
