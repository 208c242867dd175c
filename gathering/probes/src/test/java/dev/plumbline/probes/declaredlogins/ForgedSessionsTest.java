package dev.plumbline.probes.declaredlogins;

import static dev.plumbline.probes.kit.WebDevice.answer;
import static dev.plumbline.probes.kit.WebDevice.html;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.observation.login.LoginSession;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probes.kit.WebDevice;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A form login whose sessions are known by a cookie. */
class ForgedSessionsTest {
  private static final String ADDRESS = "127.77.29.3";
  private static final String FORM =
      html("<form method=post action=/login><input name=user><input name=p type=password></form>");
  private static final String CLAIMS = "{\"sub\":\"owner\",\"exp\":4102444800}";

  private final AtomicInteger logins = new AtomicInteger();

  private Optional<LoginSession> of(Supplier<String> issued, Predicate<String> accepts) {
    WebDevice device =
        new WebDevice(
            r -> {
              if (r.method().equals("POST") && r.body().contains("right-horse-7")) {
                logins.incrementAndGet();
                String cookie = "Location: /settings\r\nSet-Cookie: sid=" + issued.get() + "\r\n";
                return answer("303 See Other", cookie, "");
              }
              if (r.path().equals("/login")) {
                return r.method().equals("POST") ? answer("401 Unauthorized", "", "no") : FORM;
              }
              String sid = r.header("cookie").replaceFirst("^sid=", "");
              return accepts.test(sid)
                  ? html("<p>Wi-Fi home, channel 7")
                  : answer("303 See Other", "Location: /login\r\n", "");
            });
    try (Peer peer = Peer.at(ADDRESS, device)) {
      String at = peer.endpoint().toString();
      Result result =
          ProbeTrial.against(peer.endpoint())
              .given("service.identified", at, Map.of("protocol", "http", "tls", false))
              .given(
                  "login.mechanism",
                  at,
                  Map.of(
                      "kind", "http-form", "path", "/login", "password", true, "clearText", true))
              .given("http.surface", at, Map.of("guarded", List.of("/settings")))
              .credential("owner", "owner", "right-horse-7")
              .run(new DeclaredLoginsProbe());
      return result.with("login.session").stream()
          .findFirst()
          .map(o -> o.as(LoginSession.class).orElseThrow());
    }
  }

  private static String coded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static String signature(String text, String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "RAW"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String jwt(String claims, String key) {
    String text = coded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + coded(claims);
    return text + "." + signature(text, key);
  }

  private static boolean isSigned(String token, String key) {
    int dot = token.lastIndexOf('.');
    return dot > 0
        && token.startsWith(coded("{\"alg\":\"HS256\"").substring(0, 16))
        && signature(token.substring(0, dot), key).equals(token.substring(dot + 1));
  }

  private static List<String> ways(LoginSession session) {
    return session.forged().stream().map(LoginSession.Forged::how).toList();
  }

  private static final String KEY = "a-long-key-that-nobody-else-knows-4711";

  @Test
  void aTokenThatIsSignedAndCheckedIsNotForged() {
    LoginSession session = of(() -> jwt(CLAIMS, KEY), t -> isSigned(t, KEY)).orElseThrow();
    assertThat(session.forged()).isEmpty();
    assertThat(session.tokens()).containsExactly("cookie sid");
    assertThat(session.paths()).containsExactly("/settings");
    assertThat(session.tried()).contains("a JWT of the algorithm none", "an invented token");
    assertThat(logins).hasValue(3);
  }

  @Test
  void aTokenOfTheAlgorithmNoneThatIsTakenIsFound() {
    String none = coded("{\"alg\":\"none\"").substring(0, 16);
    LoginSession session =
        of(() -> jwt(CLAIMS, KEY), t -> isSigned(t, KEY) || t.startsWith(none)).orElseThrow();
    assertThat(session.forged())
        .containsExactly(
            new LoginSession.Forged("cookie sid", "a JWT of the algorithm none", "/settings"));
  }

  @Test
  void aSignatureThatIsNotCheckedIsFound() {
    String claims = coded(CLAIMS);
    assertThat(ways(of(() -> jwt(CLAIMS, KEY), t -> t.contains("." + claims + ".")).orElseThrow()))
        .contains("a JWT without its signature", "a JWT with a wrong signature");
  }

  @Test
  void aKeyThatOthersKnowIsFound() {
    assertThat(ways(of(() -> jwt(CLAIMS, "secret"), t -> isSigned(t, "secret")).orElseThrow()))
        .containsExactly("a JWT signed with a key of a public list");
  }

  /** Without a check of the signature, but with a number in the claims that nobody can guess. */
  @Test
  void aTokenThatHoldsAnUnguessableNumberIsNotForged() {
    String claims = "{\"sub\":\"owner\",\"jti\":\"9f2c51d07be84a66\"}";
    String held = coded(claims);
    assertThat(of(() -> jwt(claims, KEY), t -> t.contains("." + held + ".")).orElseThrow().forged())
        .isEmpty();
  }

  @Test
  void theNameOfTheUserIsNoToken() {
    assertThat(ways(of(() -> "b3duZXI=", "b3duZXI="::equals).orElseThrow()))
        .containsExactly("the user name in Base64");
  }

  @Test
  void aCounterIsNoToken() {
    assertThat(
            ways(
                of(() -> String.valueOf(41_000 + logins.get()), t -> t.matches("410\\d\\d"))
                    .orElseThrow()))
        .containsExactly("a number 1 from that of another login");
  }

  @Test
  void aDigestOfTheClockIsNoToken() {
    Set<String> issued = ConcurrentHashMap.newKeySet();
    Supplier<String> clock =
        () -> {
          String token = md5("owner:" + Instant.now().getEpochSecond());
          issued.add(token);
          return token;
        };
    assertThat(ways(of(clock, issued::contains).orElseThrow()))
        .containsExactly("the MD5 of the user name and the second of the login");
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anyTokenThatIsTakenIsFound() {
    assertThat(ways(of(() -> KEY, t -> !t.isEmpty()).orElseThrow())).contains("an invented token");
  }

  @Test
  void whatIsOpenWithoutATokenSaysNothing() {
    assertThat(of(() -> KEY, t -> true)).isEmpty();
  }

  private static final String RANDOM = "9f2c51d07be84a66b31c7d20aa5e4f18";

  @Test
  void aTokenOfWhichTheBeginningAloneCountsIsFound() {
    assertThat(ways(of(() -> RANDOM, t -> t.startsWith("9f2")).orElseThrow()))
        .containsExactly("the first 8 characters of a token");
  }

  @Test
  void aTokenOfWhichTheEndAloneCountsIsFound() {
    assertThat(ways(of(() -> RANDOM, t -> t.endsWith("4f18")).orElseThrow()))
        .containsExactly("the last 8 characters of a token");
  }

  @Test
  void aTokenOfWhichEveryCharacterCountsIsNotForged() {
    assertThat(of(() -> RANDOM, RANDOM::equals).orElseThrow().forged()).isEmpty();
  }
}
