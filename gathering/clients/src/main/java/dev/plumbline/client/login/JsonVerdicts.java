package dev.plumbline.client.login;

import dev.plumbline.client.data.Json;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what a login in JSON was answered with. */
final class JsonVerdicts {
  private static final int SHORTEST_TOKEN = 6;
  private static final int DEEPEST = 6;
  private static final BoundedPattern TOKEN =
      BoundedPattern.compile(
          "(?i)(?:access|auth|session|id|bearer|api|user|login)?[_-]?"
              + "(?:token|jwt|sid|sessionid|session_id|session|ticket|sessionkey)");
  private static final BoundedPattern FLAG =
      BoundedPattern.compile(
          "(?i)success|succeeded|ok|authenticated|authorized|logged_?in|valid|login");
  private static final BoundedPattern FAULT =
      BoundedPattern.compile("(?i)errors?|error_?(?:msg|message|text)|fault");
  private static final BoundedPattern STATE =
      BoundedPattern.compile("(?i)status|result|state|message|msg|code|reason");
  private static final BoundedPattern BAD =
      BoundedPattern.compile(
          "(?i).*(?:\\b|_)(?:fail(?:ed|ure)?|error|denied|invalid|incorrect|wrong|unauthori[sz]ed|"
              + "forbidden|rejected|bad|nok|mismatch)(?:\\b|_).*");

  private static final BoundedPattern NOT_BAD =
      BoundedPattern.compile("(?i).*\\b(?:no|without|0) (?:errors?|failures?)\\b.*");

  private JsonVerdicts() {}

  /** What a JSON object says of the login; empty where the answer is none. */
  static Optional<Attempt> of(HttpResponse response, Duration took) {
    Optional<Map<String, String>> fields = fields(response);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    String sign = "status " + response.status();
    Map<String, String> all = fields.get();
    boolean token = token(response).isPresent();
    for (Map.Entry<String, String> field : all.entrySet()) {
      String name = last(field.getKey());
      String value = field.getValue();
      boolean none =
          value.isEmpty() || value.equals("null") || value.equals("false") || value.equals("0");
      if (FLAG.matcher(name).matches() && value.equalsIgnoreCase("false")) {
        return refused(sign + ", " + name + " is false", took);
      }
      if (FAULT.matcher(name).matches() && !none && !token) {
        return refused(sign + ", " + name + " is set", took);
      }
      boolean bad = BAD.matcher(value).matches() && !NOT_BAD.matcher(value).matches();
      if (STATE.matcher(name).matches() && bad && !token) {
        return refused(sign + ", " + name + " tells of a failure", took);
      }
    }
    if (response.isOk() && token) {
      return Optional.of(
          Attempt.explicit(Outcome.ACCEPTED, sign + " with a token", took).reaching(false));
    }
    boolean flagged =
        all.entrySet().stream()
            .anyMatch(f -> FLAG.matcher(last(f.getKey())).matches() && f.getValue().equals("true"));
    if (response.isOk() && flagged) {
      return Optional.of(
          Attempt.explicit(Outcome.ACCEPTED, sign + ", says so", took).reaching(false));
    }
    return Optional.of(Attempt.implied(Outcome.UNCLEAR, sign + " with JSON", took));
  }

  private static Optional<Attempt> refused(String sign, Duration took) {
    return Optional.of(Attempt.explicit(Outcome.REFUSED, sign, took));
  }

  /** The token of a session that the answer names, if there is one. */
  static Optional<String> token(HttpResponse response) {
    return fields(response).stream()
        .flatMap(m -> m.entrySet().stream())
        .filter(f -> TOKEN.matcher(last(f.getKey())).matches())
        .map(Map.Entry::getValue)
        .filter(v -> v.length() >= SHORTEST_TOKEN && v.matches("[\\x21-\\x7e]+"))
        .findFirst();
  }

  /** Names of the fields, and the values of those that are short words or numbers. */
  static Optional<String> shape(HttpResponse response) {
    return fields(response)
        .map(
            all -> {
              StringBuilder shape = new StringBuilder();
              all.forEach(
                  (name, value) -> {
                    boolean plain =
                        value.length() <= 40 && value.matches("[A-Za-z _.!-]*|-?[0-9]{1,5}");
                    shape.append(name).append('=').append(plain ? value : "*").append(' ');
                  });
              return shape.toString();
            });
  }

  private static Optional<Map<String, String>> fields(HttpResponse response) {
    String text = response.text().strip();
    boolean json = response.mediaType().endsWith("json") || text.startsWith("{");
    if (!json || !text.startsWith("{")) {
      return Optional.empty();
    }
    return Json.object(text)
        .map(
            object -> {
              Map<String, String> fields = new LinkedHashMap<>();
              collect("", object, fields, 0);
              return fields;
            });
  }

  private static void collect(String at, YamlNode node, Map<String, String> fields, int depth) {
    switch (node) {
      case Scalar s -> fields.put(at, s.text());
      case Listing l -> {
        if (depth < DEEPEST && !l.items().isEmpty()) {
          fields.put(at, "list");
          collect(at + "[]", l.items().getFirst(), fields, depth + 1);
        }
      }
      case Mapping m -> {
        if (depth < DEEPEST) {
          m.fields()
              .forEach(
                  (name, field) ->
                      collect(
                          at.isEmpty() ? name : at + "." + name, field.value(), fields, depth + 1));
        }
      }
    }
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT).replace("[]", "");
  }
}
