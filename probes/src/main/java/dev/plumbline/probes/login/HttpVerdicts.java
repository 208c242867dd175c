package dev.plumbline.probes.login;

import dev.plumbline.probes.http.HttpClient.Exchange;
import dev.plumbline.probes.http.HttpResponse;
import dev.plumbline.probes.login.Attempt.Outcome;
import java.time.Duration;
import java.util.Optional;

/** Reads a web server's answer to a login that went with the request itself. */
final class HttpVerdicts {
  private HttpVerdicts() {}

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
      return Attempt.explicit(Outcome.ACCEPTED, sign, took);
    }
    return Attempt.implied(Outcome.UNCLEAR, sign, took);
  }

  /** Whether the answer says that no logins are taken for now. */
  static Optional<Attempt> locked(HttpResponse response, Duration took, LoginWords words) {
    int status = response.status();
    if (status == 429 || status == 423) {
      return Optional.of(Attempt.explicit(Outcome.LOCKED, "status " + status, took));
    }
    if (status == 503 && response.header("retry-after").isPresent()) {
      return Optional.of(Attempt.explicit(Outcome.LOCKED, "status 503 with Retry-After", took));
    }
    // A page behind the login may speak of locks too; only short answers and refusals are signs.
    boolean mayBeSign = !response.isOk() || response.bytes() < 20_000;
    return mayBeSign
        ? words
            .lock(response.text())
            .map(w -> Attempt.explicit(Outcome.LOCKED, "says \"" + w + "\"", took))
        : Optional.empty();
  }
}
