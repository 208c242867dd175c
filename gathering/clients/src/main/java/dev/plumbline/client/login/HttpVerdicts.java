package dev.plumbline.client.login;

import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.HttpClient.Exchange;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.http.HttpResponse.Cookie;
import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.core.BoundedPattern;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Reads a web server's answer to a login. */
final class HttpVerdicts {
  private static final long LONGEST_PAUSE = 86_400;
  private static final int SHORT_ANSWER = 4_000;
  private static final BoundedPattern FAILED =
      BoundedPattern.compile("(?i)[?&#;/](?:[a-z_]*(?:err|fail|invalid|denied|wrong)[a-z_]*)");

  private HttpVerdicts() {}

  /** The answer to a login that went with the request itself. */
  static Attempt of(Exchange exchange, LoginWords words) {
    HttpResponse response = exchange.response();
    Duration took = exchange.took();
    Optional<Attempt> locked = locked(response, took, words);
    if (locked.isPresent()) {
      return locked.get();
    }
    int status = response.status();
    String sign = "status " + status;
    if (status == 401 || status == 403) {
      return Attempt.explicit(Outcome.REFUSED, sign, took);
    }
    if (response.isOk() || (status >= 300 && status < 400)) {
      return Attempt.explicit(Outcome.ACCEPTED, sign, took).reaching(false);
    }
    return Attempt.implied(Outcome.UNCLEAR, sign, took).shaped(shape(response));
  }

  /**
   * The answer to a login that was sent to a place of its own.
   *
   * @param path where the answer stands
   */
  static Attempt of(HttpResponse response, String path, Duration took, LoginWords words) {
    Optional<Attempt> locked = locked(response, took, words);
    return locked.orElseGet(() -> judged(response, path, took, words).shaped(shape(response)));
  }

  private static Attempt judged(
      HttpResponse response, String path, Duration took, LoginWords words) {
    int status = response.status();
    String sign = "status " + status;
    if (status == 401 || status == 403) {
      return Attempt.explicit(Outcome.REFUSED, sign, took);
    }
    Optional<Attempt> json = JsonVerdicts.of(response, took);
    if (json.isPresent()) {
      return json.get();
    }
    boolean formAgain =
        response.isHtml() && HtmlPage.parse(response.text(), path).loginForm().isPresent();
    Optional<String> refusal = words.refusal(response.text());
    if (refusal.isPresent() && (formAgain || response.bytes() < SHORT_ANSWER)) {
      return Attempt.explicit(Outcome.REFUSED, "says \"" + refusal.get() + "\"", took);
    }
    if (formAgain) {
      return Attempt.implied(Outcome.REFUSED, "the login form again", took);
    }
    if (response.redirect().filter(to -> FAILED.matcher(to).find()).isPresent()) {
      return Attempt.explicit(Outcome.REFUSED, sign + " to a place for failed logins", took);
    }
    if (response.isOk() || (status >= 300 && status < 400)) {
      return Attempt.explicit(Outcome.ACCEPTED, sign + ", no login form", took).reaching(false);
    }
    return Attempt.implied(Outcome.UNCLEAR, sign, took);
  }

  /** Whether the answer says that no logins are taken for now. */
  static Optional<Attempt> locked(HttpResponse response, Duration took, LoginWords words) {
    int status = response.status();
    Duration pause = pause(response);
    if (status == 429 || status == 423) {
      return Optional.of(Attempt.explicit(Outcome.LOCKED, "status " + status, took).pausing(pause));
    }
    if (status == 503 && response.header("retry-after").isPresent()) {
      return Optional.of(
          Attempt.explicit(Outcome.LOCKED, "status 503 with Retry-After", took).pausing(pause));
    }
    // A page behind the login may speak of locks too; only short answers and refusals are signs.
    boolean mayBeSign = !response.isOk() || response.bytes() < 20_000;
    return mayBeSign
        ? words
            .lock(response.text())
            .map(w -> Attempt.explicit(Outcome.LOCKED, "says \"" + w + "\"", took).pausing(pause))
        : Optional.empty();
  }

  private static Duration pause(HttpResponse response) {
    return response
        .header("retry-after")
        .filter(v -> v.matches("[0-9]{1,5}"))
        .map(v -> Duration.ofSeconds(Math.min(LONGEST_PAUSE, Long.parseLong(v))))
        .orElse(Duration.ZERO);
  }

  /** What can be compared of two answers: nothing that differs from one login to the next. */
  static String shape(HttpResponse response) {
    TreeSet<String> cookies = new TreeSet<>();
    response.cookies().stream()
        .filter(c -> !c.value().isEmpty() && !c.value().equals("deleted"))
        .map(Cookie::name)
        .forEach(cookies::add);
    StringBuilder shape = new StringBuilder(80);
    shape.append(response.status()).append(' ').append(response.mediaType()).append(' ');
    response.redirect().ifPresent(to -> shape.append(to.replaceAll("[?#].*", "")).append(' '));
    shape.append(cookies).append(' ');
    JsonVerdicts.shape(response)
        .ifPresentOrElse(
            shape::append,
            () -> {
              HtmlPage page = HtmlPage.parse(response.text(), "/");
              String words = page.words().replaceAll("[0-9]+", "#").toLowerCase(Locale.ROOT);
              shape
                  .append(page.title())
                  .append(' ')
                  .append(words, 0, Math.min(400, words.length()));
            });
    return shape.toString();
  }
}
