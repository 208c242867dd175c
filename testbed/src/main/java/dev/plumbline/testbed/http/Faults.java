package dev.plumbline.testbed.http;

import dev.plumbline.testbed.net.FallException;
import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a web interface does wrong with input. Settings: {@code crashesAt} (length of a value from
 * which the server falls over), {@code crashesAtCall} (length of a call by SOAP), {@code
 * downMillis}, {@code hangsMillis} (at a chunk whose length is no number), {@code evaluates},
 * {@code readsFiles}, {@code tracesErrors}.
 */
final class Faults {
  private static final Pattern SUM = Pattern.compile("\\{\\{(\\d{1,6})\\*(\\d{1,6})\\}\\}");
  private static final String FILE = "../proc/version";

  private final Settings settings;
  private volatile long hangsUntil;

  Faults(Settings settings) {
    this.settings = settings;
  }

  /** What the fault answers; empty where the input meets none. */
  Optional<HttpResponse> answer(HttpRequest request) throws IOException {
    if (settings.values().isEmpty()) {
      return Optional.empty();
    }
    int crashes = settings.number("crashesAt", 0);
    int call = settings.number("crashesAtCall", 0);
    if ((crashes > 0 && request.query().length() >= crashes)
        || (call > 0
            && request.headers().containsKey("soapaction")
            && request.body().length() >= call)) {
      throw new FallException(settings.number("downMillis", 1500));
    }
    hang(request);
    String value = request.parameter("q");
    Matcher sum = SUM.matcher(value);
    if (settings.flag("evaluates", false) && sum.find()) {
      long product = Long.parseLong(sum.group(1)) * Long.parseLong(sum.group(2));
      return Optional.of(HttpResponse.json(200, "{\"found\":" + product + "}\n"));
    }
    if (settings.flag("readsFiles", false) && value.endsWith(FILE)) {
      return Optional.of(HttpResponse.json(200, "Linux version 5.10.0 (simulated)\n"));
    }
    boolean broken = request.method().equals("POST") && !request.body().isEmpty();
    return settings.flag("tracesErrors", false) && broken
        ? Optional.of(
            HttpResponse.json(
                500, "{\"error\":\"Traceback (most recent call last):\\n api.py\"}\n"))
        : Optional.empty();
  }

  /** One thread serves all, so that who comes while it waits waits too. */
  private void hang(HttpRequest request) {
    int millis = settings.number("hangsMillis", 0);
    if (millis == 0) {
      return;
    }
    if (request.headers().getOrDefault("transfer-encoding", "").equals("chunked")) {
      hangsUntil = System.currentTimeMillis() + millis;
    }
    try {
      Thread.sleep(Math.max(0, hangsUntil - System.currentTimeMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
