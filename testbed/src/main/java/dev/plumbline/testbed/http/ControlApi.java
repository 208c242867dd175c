package dev.plumbline.testbed.http;

import dev.plumbline.testbed.bench.DeviceMemory;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The interface that the app uses, below {@code /api/v2/}: {@code settings/NAME}, {@code data},
 * {@code reset}, {@code setup}, {@code setup/DECISION}, {@code firmware}, {@code state}.
 */
final class ControlApi {
  static final String ROOT = "/api/v2/";

  private static final Pattern VALUE =
      Pattern.compile("\\{\\s*\"(?:value|marker)\"\\s*:\\s*\"([\\w .:-]{1,64})\"\\s*}");

  private final DeviceMemory memory;

  ControlApi(DeviceMemory memory) {
    this.memory = memory;
  }

  HttpResponse answer(HttpRequest request) {
    String[] path = request.path().substring(ROOT.length()).split("/", 2);
    return switch (path[0]) {
      case "settings" -> setting(request, path.length == 2 ? path[1] : "");
      case "data" -> data(request);
      case "reset" -> reset(request);
      case "setup" -> setUp(request, path.length == 2 ? path[1] : "");
      case "firmware" -> firmware(request);
      case "state" -> HttpResponse.json(200, "{\"version\":\"" + memory.version() + "\"}\n");
      default -> HttpResponse.json(404, "{\"error\":\"nothing here\"}\n");
    };
  }

  private HttpResponse setting(HttpRequest request, String name) {
    Optional<String> value = memory.setting(name);
    if (value.isEmpty()) {
      return HttpResponse.json(404, "{\"error\":\"no such setting\"}\n");
    }
    if (request.method().equals("PUT")) {
      Matcher m = VALUE.matcher(request.body().strip());
      return m.matches() && memory.change(name, m.group(1))
          ? HttpResponse.json(200, "{\"status\":\"changed\"}\n")
          : HttpResponse.json(400, "{\"error\":\"no value\"}\n");
    }
    return HttpResponse.json(200, "{\"value\":\"" + value.get() + "\"}\n");
  }

  private HttpResponse data(HttpRequest request) {
    switch (request.method()) {
      case "DELETE" -> memory.erase();
      case "POST" -> {
        Matcher m = VALUE.matcher(request.body().strip());
        if (!m.matches()) {
          return HttpResponse.json(400, "{\"error\":\"no marker\"}\n");
        }
        memory.store(m.group(1));
      }
      default -> {
        return HttpResponse.json(
            200,
            memory.data().stream().collect(Collectors.joining("\",\"", "{\"data\":[\"", "\"]}\n")));
      }
    }
    return HttpResponse.json(200, "{\"status\":\"done\"}\n");
  }

  private HttpResponse reset(HttpRequest request) {
    if (!request.method().equals("POST")) {
      return HttpResponse.json(405, "{\"error\":\"POST\"}\n");
    }
    memory.reset();
    return HttpResponse.json(202, "{\"status\":\"reset\"}\n");
  }

  /** All at once, or step by step: what is asked, and an answer to it. */
  private HttpResponse setUp(HttpRequest request, String decision) {
    if (request.method().equals("GET")) {
      return HttpResponse.json(200, memory.asks() + "\n");
    }
    if (!decision.isEmpty()) {
      Matcher m = VALUE.matcher(request.body().strip());
      return m.matches() && memory.decide(decision, m.group(1))
          ? HttpResponse.json(200, "{\"status\":\"answered\"}\n")
          : HttpResponse.json(400, "{\"error\":\"not an answer\"}\n");
    }
    if (!request.method().equals("POST")) {
      return HttpResponse.json(405, "{\"error\":\"POST\"}\n");
    }
    memory.setUp();
    return HttpResponse.json(200, "{\"status\":\"set up\"}\n");
  }

  private HttpResponse firmware(HttpRequest request) {
    if (!request.method().equals("POST")) {
      return HttpResponse.json(405, "{\"error\":\"POST\"}\n");
    }
    return memory
        .install(request.body())
        .map(why -> HttpResponse.json(422, "{\"error\":\"" + why + "\"}\n"))
        .orElseGet(() -> HttpResponse.json(202, "{\"status\":\"installed\"}\n"));
  }
}
