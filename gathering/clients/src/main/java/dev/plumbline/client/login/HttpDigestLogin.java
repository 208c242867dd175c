package dev.plumbline.client.login;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.login.Attempt.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** HTTP Digest (RFC 7616), with MD5 and SHA-256, with and without {@code qop}. */
public final class HttpDigestLogin implements LoginInterface {
  private static final String CLIENT_NONCE = "706c756d626c696e";

  private final HttpClient client;
  private final String path;
  private final LoginWords words;

  public HttpDigestLogin(HttpClient client, String path, LoginWords words) {
    this.client = client;
    this.path = path;
    this.words = words;
  }

  @Override
  public String kind() {
    return "http-digest";
  }

  @Override
  public String mechanism() {
    return client.endpoint() + " " + kind();
  }

  @Override
  public Attempt attempt(String user, String password) throws IOException, InterruptedException {
    Exchange asked = client.send(HttpRequest.get(path));
    Optional<Attempt> locked = HttpVerdicts.locked(asked.response(), asked.took(), words);
    if (locked.isPresent()) {
      return locked.get();
    }
    Optional<Challenge> challenge = Challenge.digest(asked.response().all("www-authenticate"));
    if (challenge.isEmpty()) {
      return Attempt.implied(Outcome.UNCLEAR, "no digest challenge", asked.took());
    }
    String answer = answer(challenge.get(), "GET", path, user, password);
    Exchange answered = client.send(HttpRequest.get(path).with("Authorization", answer));
    HttpResponse response = answered.response();
    if (response.status() == 401 && Challenge.isStale(response.all("www-authenticate"))) {
      return Attempt.implied(Outcome.UNCLEAR, Challenge.STALE, answered.took());
    }
    Attempt attempt = HttpVerdicts.of(answered, words);
    // The challenge came to the same path a moment ago.
    return attempt.is(Outcome.ACCEPTED) ? attempt.reaching(true) : attempt;
  }

  /** The Authorization header that answers a challenge. */
  public static String answer(
      Challenge c, String method, String uri, String user, String password) {
    String algorithm = c.parameter("algorithm").isEmpty() ? "MD5" : c.parameter("algorithm");
    boolean sha = algorithm.toUpperCase(Locale.ROOT).startsWith("SHA-256");
    boolean session = algorithm.toUpperCase(Locale.ROOT).endsWith("-SESS");
    boolean qop =
        Arrays.stream(c.parameter("qop").split("[, ]+")).anyMatch("auth"::equalsIgnoreCase);
    String nonce = c.parameter("nonce");
    String secret = hash(sha, user + ":" + c.parameter("realm") + ":" + password);
    if (session) {
      secret = hash(sha, secret + ":" + nonce + ":" + CLIENT_NONCE);
    }
    String request = hash(sha, method + ":" + uri);
    String middle = qop ? nonce + ":00000001:" + CLIENT_NONCE + ":auth" : nonce;
    StringBuilder header = new StringBuilder("Digest username=\"").append(user).append('"');
    header.append(", realm=\"").append(c.parameter("realm")).append('"');
    header.append(", nonce=\"").append(nonce).append('"');
    header.append(", uri=\"").append(uri).append('"');
    header.append(", algorithm=").append(algorithm);
    header.append(", response=\"").append(hash(sha, secret + ":" + middle + ":" + request));
    header.append('"');
    if (qop || session) {
      header.append(", qop=auth, nc=00000001, cnonce=\"").append(CLIENT_NONCE).append('"');
    }
    if (!c.parameter("opaque").isEmpty()) {
      header.append(", opaque=\"").append(c.parameter("opaque")).append('"');
    }
    return header.toString();
  }

  private static String hash(boolean sha, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(sha ? "SHA-256" : "MD5");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
