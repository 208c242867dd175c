package dev.plumbline.probes.declaredlogins;

import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.login.LoginDeclared;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.PeerProtocol;
import dev.plumbline.probe.hostile.ProbeContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probes.kit.WebDevice;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DeclaredLoginsProbeTest extends ProbeContract {
  private static final String KEY = "login.declared";

  private final AtomicInteger logins = new AtomicInteger();

  @Override
  protected Probe probe() {
    return new DeclaredLoginsProbe();
  }

  @Override
  protected PeerProtocol protocol() {
    return PeerProtocol.http();
  }

  @Override
  protected String address() {
    return "127.77.29.1";
  }

  @Override
  protected ProbeTrial introduce(ProbeTrial trial, Endpoint peer) {
    return known(trial, peer).credential("owner", "admin", "right-horse-7");
  }

  private static ProbeTrial known(ProbeTrial trial, Endpoint peer) {
    return trial
        .given("service.identified", peer.toString(), Map.of("protocol", "http", "tls", false))
        .given(
            "login.mechanism",
            peer.toString(),
            Map.of("kind", "http-basic", "path", "/", "password", true, "clearText", true));
  }

  private Result tryAt(UnaryOperator<ProbeTrial> more) {
    try (Peer peer = Peer.at(address(), basic("admin", "right-horse-7"))) {
      return more.apply(known(ProbeTrial.against(peer.endpoint()), peer.endpoint())).run(probe());
    }
  }

  private WebDevice basic(String user, String password) {
    String right =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return new WebDevice(
        r -> {
          String given = r.header("authorization");
          if (!given.isEmpty() && !given.equals(right)) {
            logins.incrementAndGet();
          }
          return given.equals(right)
              ? html("<p>inside</p>")
              : answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"c\"\r\n", "");
        });
  }

  private static LoginDeclared told(Result result) {
    return result.one(KEY).as(LoginDeclared.class).orElseThrow();
  }

  @Test
  void aLoginThatWorksIsAcceptedAndSpendsNoBudget() {
    Result result = tryAt(t -> t.credential("owner", "admin", "right-horse-7").budget(1, 0));
    assertThat(told(result))
        .isEqualTo(
            new LoginDeclared(
                List.of("owner"), List.of(), List.of("http-basic"), List.of("owner")));
    assertThat(result.stored()).doesNotContain("right-horse-7");
  }

  @Test
  void aWrongPasswordIsToldByItsRoleAfterOneAttempt() {
    Result result = tryAt(t -> t.credential("owner", "admin", "wrong-horse-8"));
    assertThat(told(result).refused()).containsExactly("owner");
    assertThat(told(result).accepted()).isEmpty();
    assertThat(logins).hasValue(1);
    assertThat(result.stored()).doesNotContain("wrong-horse-8");
  }

  @Test
  void oneLoginIsNotAskedAfterTwoRefusalsSoThatNothingIsLocked() {
    Result result =
        tryAt(
            t ->
                t.credential("a", "one", "wrong-1")
                    .credential("b", "two", "wrong-2")
                    .credential("c", "three", "wrong-3"));
    assertThat(told(result).tried()).containsExactly("a", "b");
    assertThat(logins).hasValue(2);
  }

  @Test
  void withoutABudgetNothingIsTried() {
    Result result = tryAt(t -> t.credential("owner", "admin", "wrong").budget(0, 0));
    Observation none = result.one(KEY);
    assertThat(none.seen()).isFalse();
    assertThat(none.reason()).contains("loginBudget.wrongAttempts");
    assertThat(logins).hasValue(0);
  }

  @Test
  void withoutCredentialsThereIsNothingToTell() {
    assertThat(tryAt(t -> t).one(KEY).reason()).isEqualTo("product.yaml has no credentials.");
  }
}
