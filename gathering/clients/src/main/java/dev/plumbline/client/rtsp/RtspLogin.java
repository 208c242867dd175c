package dev.plumbline.client.rtsp;

import dev.plumbline.client.login.Attempt;
import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.client.login.Challenge;
import dev.plumbline.client.login.HttpDigestLogin;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.rtsp.RtspClient.Answer;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A stream that asks for a login, Basic or Digest as HTTP has them (RFC 2326, section 14.5). */
public final class RtspLogin implements LoginInterface {
  private final ProbeContext context;
  private final RtspClient client;
  private final String path;
  private final boolean digest;

  /**
   * @param path of a stream that asks for a login
   */
  public RtspLogin(
      ProbeContext context, Endpoint endpoint, boolean tls, String path, boolean digest) {
    this.context = context;
    this.client = new RtspClient(context, endpoint, tls);
    this.path = path;
    this.digest = digest;
  }

  @Override
  public String kind() {
    return digest ? "rtsp-digest" : "rtsp-basic";
  }

  @Override
  public String mechanism() {
    return client.endpoint() + " " + kind();
  }

  @Override
  public Attempt attempt(String user, String password) throws IOException, InterruptedException {
    return digest ? byDigest(user, password) : byBasic(user, password);
  }

  private Attempt byBasic(String user, String password) throws IOException, InterruptedException {
    String both = user + ":" + password;
    String basic = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    Instant sent = context.clock().instant();
    Answer answer = client.ask("DESCRIBE", client.url(path), "Basic " + basic);
    return attempt(answer, Duration.between(sent, context.clock().instant()));
  }

  private Attempt byDigest(String user, String password) throws IOException, InterruptedException {
    List<Instant> sent = new ArrayList<>();
    Answer answer =
        client.ask(
            "DESCRIBE",
            client.url(path),
            asked -> {
              Optional<Challenge> challenge = Challenge.digest(asked.all("www-authenticate"));
              challenge.ifPresent(c -> sent.add(context.clock().instant()));
              return challenge.map(
                  c -> HttpDigestLogin.answer(c, "DESCRIBE", client.url(path), user, password));
            });
    if (sent.isEmpty()) {
      return Attempt.implied(Outcome.UNCLEAR, "no digest challenge", Duration.ZERO);
    }
    Duration took = Duration.between(sent.getFirst(), context.clock().instant());
    return answer.status() == 401 && Challenge.isStale(answer.all("www-authenticate"))
        ? Attempt.implied(Outcome.UNCLEAR, Challenge.STALE, took)
        : attempt(answer, took);
  }

  private static Attempt attempt(Answer answer, Duration took) {
    String sign = "status " + answer.status();
    return switch (answer.status()) {
      case 200 -> Attempt.explicit(Outcome.ACCEPTED, sign, took);
      case 401, 403 -> Attempt.explicit(Outcome.REFUSED, sign, took);
      case 429, 503 -> Attempt.explicit(Outcome.LOCKED, sign, took);
      default -> Attempt.implied(Outcome.UNCLEAR, sign, took);
    };
  }
}
