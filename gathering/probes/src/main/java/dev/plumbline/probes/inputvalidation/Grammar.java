package dev.plumbline.probes.inputvalidation;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.client.http.HtmlPage.LoginForm;
import dev.plumbline.client.oddinput.Runs;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The inputs of inputs.yaml, the same for the same seed. */
final class Grammar {
  private static final String END = " HTTP/1.1\r\nHost: ${host}\r\n${session}Connection: close\r\n";

  private static final String ORDINARY = "ordinary";
  private static final String INVENTED = "plumbline";

  private final Mapping data = DataFile.mapping(Grammar.class, "inputs.yaml");
  private final int a;
  private final int b;

  Grammar(long seed) {
    Random random = new Random(seed);
    this.a = 10_007 + random.nextInt(80_000);
    this.b = 10_007 + random.nextInt(80_000);
  }

  /** What an interpreter makes of the sums in the inputs; stands in none of them. */
  String product() {
    return Long.toString((long) a * b);
  }

  List<String> signs(String kind) {
    return data.mapping("signs").map(m -> m.texts(kind)).orElse(List.of());
  }

  /** All inputs for a place, in the order of the file. */
  List<OddInput> inputs(InputPath place) {
    List<OddInput> inputs = new ArrayList<>();
    for (String parameter : place.parameters()) {
      for (Mapping value : data.mappings("values")) {
        inputs.add(
            new OddInput(
                inputClass(value),
                place.path() + "?" + parameter,
                "GET " + place.path() + "?" + encoded(parameter) + "=${piece}" + END + "\r\n",
                encoded(text(value)),
                true));
      }
    }
    place.bodies().stream()
        .filter(b -> !b.inputClass().equals(ORDINARY))
        .forEach(b -> inputs.add(input(place.path(), b)));
    if (place.parameters().isEmpty()) {
      return inputs;
    }
    for (Mapping body : data.mappings("bodies")) {
      String type = body.text("type").orElseThrow();
      String frame =
          "POST " + place.path() + END + "Content-Type: " + type + "\r\nContent-Length: ${length}";
      inputs.add(
          new OddInput(
              inputClass(body), place.path(), frame + "\r\n\r\n${piece}", text(body), true));
    }
    for (Mapping request : data.mappings("requests")) {
      String text = text(request).replace("${path}", place.path());
      inputs.add(new OddInput(inputClass(request), place.path(), "${piece}", text, false));
    }
    return inputs;
  }

  /** What is not odd, for a place that has such a body: what the others are compared with. */
  Optional<OddInput> ordinary(InputPath place) {
    return place.bodies().stream()
        .filter(b -> b.inputClass().equals(ORDINARY))
        .findFirst()
        .map(b -> input(place.path(), b));
  }

  /** The request that sends a body to a path. */
  static OddInput input(String path, Body body) {
    String frame = body.method() + " " + path + END + body.headers() + "Content-Length: ${length}";
    return new OddInput(
        body.inputClass(), path, frame + "\r\n\r\n${piece}", body.piece(), true, body.login());
  }

  /** Uploads of a file in a form's field, none of them whole. */
  List<Body> uploads(String field) {
    return data.mappings("uploads").stream()
        .map(
            m ->
                new Body(
                    inputClass(m),
                    "POST",
                    "Content-Type: multipart/form-data; boundary=plb\r\n",
                    text(m).replace("${name}", field)))
        .toList();
  }

  /** Logins with an odd user name and an invented password, each with all fields of the form. */
  List<Body> logins(LoginForm form, String user) {
    return data.mappings("names").stream()
        .map(m -> login(inputClass(m), form, user, encoded(text(m))))
        .toList();
  }

  /** A login of the same form with a user name that is not odd and that nobody has. */
  static Body ordinaryLogin(LoginForm form, String user) {
    return login(ORDINARY, form, user, INVENTED);
  }

  private static Body login(String inputClass, LoginForm form, String user, String name) {
    Map<String, String> fields = new TreeMap<>(form.fixed());
    fields.remove(user);
    fields.put(form.passwordField(), INVENTED);
    String rest =
        fields.entrySet().stream()
            .map(e -> "&" + encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining());
    return new Body(
        inputClass,
        "POST",
        "Content-Type: application/x-www-form-urlencoded\r\n",
        encoded(user) + "=" + name + rest,
        true);
  }

  /** Calls of actions that no service has, to where a service of that type is controlled. */
  List<Body> soap(String service) {
    return data.mappings("soap").stream()
        .map(
            m ->
                new Body(
                    inputClass(m),
                    "POST",
                    "Content-Type: text/xml; charset=\"utf-8\"\r\nSOAPAction: \""
                        + Runs.expanded(m.text("action").orElse("")).replace("${service}", service)
                        + "\"\r\n",
                    text(m).replace("${service}", service)))
        .toList();
  }

  private static String inputClass(Mapping input) {
    return input.text("class").orElseThrow();
  }

  private String text(Mapping input) {
    String text = Runs.expanded(input.text("text").orElseThrow());
    return text.replace("${a}", Integer.toString(a)).replace("${b}", Integer.toString(b));
  }

  private static String encoded(String text) {
    StringBuilder out = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.ISO_8859_1)) {
      char c = (char) (each & 0xff);
      if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.') {
        out.append(c);
      } else {
        out.append('%').append(String.format(java.util.Locale.ROOT, "%02X", (int) c));
      }
    }
    return out.toString();
  }
}
