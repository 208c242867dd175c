package dev.plumbline.probes.httpsurface;

import static dev.plumbline.probes.kit.WebDevice.html;
import static dev.plumbline.probes.kit.WebDevice.notFound;
import static dev.plumbline.probes.kit.WebDevice.redirect;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.Peer;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probes.kit.WebDevice;
import dev.plumbline.probes.kit.WebDevice.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the probe tells of a server with a login page, guarded settings, and what a test adds. */
record Told(List<String> open, List<String> disclosed, WebDevice device) {
  static final String ADDRESS = "127.77.21.2";
  static final String JSON = "Content-Type: application/json\r\n";
  static final String LOGIN =
      "<title>Sign in</title><form method=post action=/login><input name=user>"
          + "<input type=password name=pass></form>";
  static final String SETTINGS =
      "{\"wifi\":{\"ssid\":\"home\",\"psk\":\"haus-am-see-2019\"},\"recording\":true}";

  List<String> at(String path) {
    return open.stream().filter(o -> o.startsWith(path + " ")).toList();
  }

  /** A server with a login page, guarded settings, and what the test adds. */
  static Told of(Function<Request, String> more) {
    WebDevice device =
        new WebDevice(
            r -> {
              String answer = more.apply(r);
              return !answer.isEmpty()
                  ? answer
                  : switch (r.path()) {
                    case "/", "/settings" -> redirect("/login");
                    case "/login" -> html(LOGIN);
                    default -> notFound();
                  };
            });
    try (Peer peer = Peer.at(ADDRESS, device)) {
      var result =
          ProbeTrial.against(peer.endpoint())
              .credential("owner", "owner", "b5rk-w2nd-8tqx")
              .given(
                  "service.identified",
                  peer.endpoint().toString(),
                  Map.of("protocol", "http", "tls", false))
              .run(new HttpSurfaceProbe());
      return new Told(
          entries(result.one("http.surface"), "open", "path", "kind", "way", "shows"),
          entries(result.one("service.disclosed"), "facts", "kind", "text", "relevant"),
          device);
    }
  }

  private static List<String> entries(Observation o, String field, String... parts) {
    List<String> all = new ArrayList<>();
    if (o.value().get(field) instanceof List<?> list) {
      for (Object each : list) {
        Map<?, ?> entry = (Map<?, ?>) each;
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
          text.append(entry.containsKey(part) ? entry.get(part) + " " : "");
        }
        all.add(text.toString().strip());
      }
    }
    return all;
  }
}
