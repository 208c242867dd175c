package dev.plumbline.probes.loginmechanisms;

import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.login.LoginTemplate;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.probes.loginmechanisms.JsObject.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Reads in a script how its page sends a login, without running the script. */
final class ScriptLogins {
  private static final int MOST_CHARACTERS = 400_000;
  private static final int REACH = 1_200;
  private static final int BEFORE = 160;
  private static final int MOST = 4;

  /** A path in quotes. Whether it is one for logins, what stands around it tells. */
  private static final BoundedPattern PATH =
      BoundedPattern.compile(
          "[\"'`](?:\\$\\{[^}]{1,40}\\})?((?:\\.{0,2}/){0,20}[A-Za-z0-9_][A-Za-z0-9_./-]{1,80}|/[A-Za-z0-9_./-]{1,80}|https?://[^\"'`\\s]{4,120})(?:\\?[^\"'`]{0,400})?[\"'`]");

  /** Words of a path, or of what is sent, that mean a login. */
  private static final BoundedPattern LOGIN =
      BoundedPattern.compile(
          "(?i)log[-_]?_?in|log[-_]?on|sign[-_]?_?in|auth|session|token|checkpass");

  /** A request under such a name may make an account or set a password. */
  private static final BoundedPattern OTHER =
      BoundedPattern.compile(
          "(?i)regist|sign-?_?up|creat(?!e-?_?(?:session|token))|reset|change|forgot|recover|wifi|wlan"
              + "|set-?_?up|install|new|update|delete|logout|sign-?_?out");

  private static final BoundedPattern SENDS =
      BoundedPattern.compile(
          "(?i)fetch|axios|post|\\.open|ajax|request|\\.put|\\$http|url|send|api|call|endpoint");

  private static final BoundedPattern METHOD =
      BoundedPattern.compile("(?i)get|post|put|patch|delete|head");

  private static final BoundedPattern MUTATION =
      BoundedPattern.compile(
          "mutation\\b[^\"'`]{0,60}?\\{[^\"'`]{0,600}|mutation\\b[^\"'`]{5,700}");

  private static final BoundedPattern ARGUMENT =
      BoundedPattern.compile("([A-Za-z_]\\w*)\\s*:\\s*\\$([A-Za-z_]\\w*)");

  private static final BoundedPattern CONCATENATED =
      BoundedPattern.compile("[\"'`]&?([A-Za-z_][\\w-]*)=(?:[\"'`]\\s*\\+|\\$\\{)");

  private static final BoundedPattern APPENDED =
      BoundedPattern.compile("\\.(?:append|set)\\(\\s*[\"']([A-Za-z_][\\w-]*)[\"']\\s*,");

  private static final BoundedPattern FIELD =
      BoundedPattern.compile("\"([^\"]+)\":(?:\"([^\"]*)\"|([^\",{}]*))");

  private ScriptLogins() {}

  /**
   * Logins that a script sends.
   *
   * @param page path of the page that runs it, from which relative paths start
   * @param authority host and port of the server
   */
  static List<LoginTemplate> in(String script, String page, String authority) {
    String text = script.length() > MOST_CHARACTERS ? script.substring(0, MOST_CHARACTERS) : script;
    Map<String, LoginTemplate> found = new LinkedHashMap<>();
    Matcher m = PATH.matcher(text);
    while (m.find() && found.size() < MOST) {
      String before = text.substring(Math.max(0, m.start() - BEFORE), m.start());
      if (!SENDS.matcher(before).find()) {
        continue;
      }
      boolean whole =
          m.group(1).contains("/") || m.group(1).matches(".*\\.(?:cgi|php|asp|aspx|jsp|lua|fcgi)");
      if (!whole
          && (!before.stripTrailing().matches("(?s).*(?:\\(|(?i:url)\\s*[:=])")
              || METHOD.matcher(m.group(1)).matches())) {
        continue;
      }
      Optional<String> path = HtmlPage.local(page, m.group(1), authority);
      if (path.isEmpty() || isFile(path.get())) {
        continue;
      }
      int end = Math.min(text.length(), m.end() + REACH);
      int start = Math.max(0, m.start() - REACH);
      String after = text.substring(m.end(), end);
      Optional<LoginTemplate> template =
          graphql(path.get(), text.substring(start, end))
              .or(() -> object(path.get(), before, after))
              .or(() -> fields(path.get(), after))
              .or(() -> built(path.get(), text.substring(start, m.start())));
      template
          .filter(t -> isLogin(t.path() + " " + t.body()))
          .ifPresent(t -> found.putIfAbsent(t.path(), t));
    }
    return new ArrayList<>(found.values());
  }

  /** Whether a request is for a login, and for nothing that would change the device. */
  static boolean isLogin(String request) {
    String names = request.replaceAll("\\$\\{[a-z0-9:]+\\}", "");
    return LOGIN.matcher(names.replaceAll("(?i)author\\b|authority", "")).find()
        && !OTHER.matcher(names).find();
  }

  private static boolean isFile(String path) {
    return path.matches("(?i).*\\.(?:js|css|png|svg|html?|ico|json)");
  }

  private static Optional<LoginTemplate> graphql(String path, String around) {
    if (!around.contains("mutation")) {
      return Optional.empty();
    }
    Matcher m = MUTATION.matcher(around);
    while (m.find()) {
      String query = balanced(m.group().replaceAll("\\\\n|\\s+", " ").strip());
      Matcher argument = ARGUMENT.matcher(query);
      String user = "";
      String password = "";
      while (argument.find()) {
        if (password.isEmpty() && JsObject.isPassword(argument.group(1))) {
          password = argument.group(2);
        } else if (user.isEmpty() && JsObject.isUser(argument.group(1))) {
          user = argument.group(2);
        }
      }
      if (!password.isEmpty() && !query.isEmpty()) {
        String variables =
            (user.isEmpty() ? "" : "\"" + user + "\":\"${user}\",")
                + "\""
                + password
                + "\":\"${password}\"";
        return Optional.of(
            new LoginTemplate(
                "http-graphql",
                path,
                "POST",
                "application/json",
                "{\"query\":\""
                    + query.replace("\"", "\\\"")
                    + "\",\"variables\":{"
                    + variables
                    + "}}"));
      }
    }
    return Optional.empty();
  }

  /** As far as its braces are closed. */
  private static String balanced(String query) {
    int depth = 0;
    for (int i = 0; i < query.length(); i++) {
      depth += query.charAt(i) == '{' ? 1 : query.charAt(i) == '}' ? -1 : 0;
      if (query.charAt(i) == '}' && depth == 0) {
        return query.substring(0, i + 1);
      }
    }
    return "";
  }

  /** The first object behind the path that has a place for a password. */
  private static Optional<LoginTemplate> object(String path, String before, String after) {
    for (int brace = after.indexOf('{'); brace >= 0; brace = after.indexOf('{', brace + 1)) {
      Optional<Template> template = JsObject.at(after, brace);
      if (template.isPresent()) {
        String lead = after.substring(0, brace);
        boolean form =
            lead.contains("URLSearchParams")
                || lead.contains("qs.stringify")
                || lead.contains("$.param")
                || lead.contains("x-www-form-urlencoded")
                || (before.matches("(?s).*\\$\\.(?:post|ajax)\\b.*")
                    && !lead.contains("JSON.stringify"));
        String method = method(before + lead);
        String json = outer(template.get().json());
        return form
            ? formOf(path, method, json)
            : Optional.of(new LoginTemplate("http-json", path, method, "application/json", json));
      }
    }
    return Optional.empty();
  }

  /** An options object of a request holds its body among other things. */
  private static String outer(String json) {
    Matcher nested =
        BoundedPattern.compile(
                "\"(?:body|data|json|params|payload)\":(\\{[^{}]*\\$\\{password[^{}]*\\}[^{}]*\\})")
            .matcher(json);
    boolean options =
        json.contains("\"method\":") && !json.contains("\"jsonrpc\"") && !json.contains("\"id\":");
    return options && nested.find() ? nested.group(1) : json;
  }

  private static Optional<LoginTemplate> formOf(String path, String method, String json) {
    Matcher field = FIELD.matcher(json);
    List<String> fields = new ArrayList<>();
    while (field.find()) {
      String text = field.group(2);
      fields.add(field.group(1) + "=" + (text == null ? field.group(3) : text));
    }
    return form(path, method, fields);
  }

  private static Optional<LoginTemplate> form(String path, String method, List<String> fields) {
    String body = String.join("&", fields);
    return body.contains("${password")
        ? Optional.of(
            new LoginTemplate(
                "http-script-form", path, method, "application/x-www-form-urlencoded", body))
        : Optional.empty();
  }

  /** Fields in a text that the script puts together. */
  private static Optional<LoginTemplate> fields(String path, String after) {
    return named(path, method(after), CONCATENATED.matcher(after));
  }

  /** A form object that was filled before it is sent. */
  private static Optional<LoginTemplate> built(String path, String before) {
    return named(path, "POST", APPENDED.matcher(before))
        .or(() -> named(path, "POST", CONCATENATED.matcher(before)));
  }

  private static Optional<LoginTemplate> named(String path, String method, Matcher names) {
    List<String> fields = new ArrayList<>();
    boolean user = false;
    boolean password = false;
    while (names.find()) {
      String name = names.group(1);
      if (!password && JsObject.isPassword(name)) {
        password = true;
        fields.add(name + "=${password}");
      } else if (!user && JsObject.isUser(name)) {
        user = true;
        fields.add(name + "=${user}");
      }
    }
    return form(path, method, fields);
  }

  private static String method(String around) {
    return around.toUpperCase(Locale.ROOT).matches("(?s).*[\"'.]PUT\\b.*") ? "PUT" : "POST";
  }
}
