package dev.plumbline.probes.loginmechanisms;

import dev.plumbline.core.BoundedPattern;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * An object literal of a script, written as a template of the request that the script would send:
 * texts and numbers stay, an expression under a name for a user or a password becomes its place,
 * and any other expression becomes empty.
 */
final class JsObject {
  private static final int MOST_CHARACTERS = 2_000;
  private static final int DEEPEST = 5;
  private static final BoundedPattern USER =
      BoundedPattern.compile(
          "(?i)(?:.*_)?(?:user|username|user_?name|user_?id|login|login_?name|uname|account|email|e_?mail|name|usr|u)");
  private static final BoundedPattern PASSWORD =
      BoundedPattern.compile(
          "(?i)(?:.*[_-])?(?:password|passwd|passwort|kennwort|pwd|pass|passphrase|passcode|pin|secret|psw|pw|p)|.*(?:password|passwd)");
  private static final BoundedPattern SETS =
      BoundedPattern.compile(
          "(?i)new|old|current|confirm|repeat|again|verify|psk|ssid|wpa|wifi|role");
  private static final BoundedPattern HASHED =
      BoundedPattern.compile(
          "(?i)(?:^|[^a-z])(?:hex_)?(md5|sha1|sha256|sha512|btoa)(?:_hex)?\\s*\\(");

  private final String text;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private boolean user;
  private boolean password;

  /** Whether it sets a password, of a login or of a network, or makes an account. */
  private boolean sets;

  private JsObject(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /**
   * A request's fields.
   *
   * @param json with {@code ${user}} and {@code ${password}}
   * @param end where the literal ends in the script
   * @param hasUser whether it has a place for a user
   */
  record Template(String json, int end, boolean hasUser) {}

  static boolean isPassword(String name) {
    return PASSWORD.matcher(name).matches();
  }

  static boolean isUser(String name) {
    return USER.matcher(name).matches();
  }

  /** The literal that begins at a brace; empty where it is none with a place for a password. */
  static Optional<Template> at(String script, int brace) {
    JsObject object = new JsObject(script, brace);
    try {
      return object.object(0) && object.password && !object.sets
          ? Optional.of(new Template(object.out.toString(), object.at, object.user))
          : Optional.empty();
    } catch (StringIndexOutOfBoundsException cutOff) {
      return Optional.empty();
    }
  }

  private boolean object(int depth) {
    if (depth > DEEPEST || text.charAt(at) != '{') {
      return false;
    }
    int start = at++;
    out.append('{');
    boolean first = true;
    while (at - start < MOST_CHARACTERS) {
      blanks();
      if (text.charAt(at) == '}') {
        at++;
        out.append('}');
        return true;
      }
      if (text.charAt(at) == ',') {
        at++;
        continue;
      }
      Optional<String> name = name();
      if (name.isEmpty()) {
        return false;
      }
      out.append(first ? "" : ",").append('"').append(name.get()).append("\":");
      first = false;
      blanks();
      if (text.charAt(at) == ':') {
        at++;
        blanks();
        if (!value(name.get(), depth)) {
          return false;
        }
      } else if (text.charAt(at) == ',' || text.charAt(at) == '}') {
        place(name.get(), "");
      } else {
        return false;
      }
    }
    return false;
  }

  private boolean value(String name, int depth) {
    char c = text.charAt(at);
    if (c == '{') {
      return object(depth + 1);
    }
    int start = at;
    String expression = expression();
    boolean constant =
        expression.matches("-?[0-9]+(?:\\.[0-9]+)?|true|false|null")
            || expression.matches("\"[^\"\\\\]*\"|'[^'\\\\\"]*'");
    if (constant && !isPassword(name)) {
      out.append(
          expression.startsWith("'")
              ? '"' + expression.substring(1, expression.length() - 1) + '"'
              : expression);
    } else {
      place(name, expression);
    }
    return at > start;
  }

  private void place(String name, String expression) {
    sets |= SETS.matcher(name).find() || (password && isPassword(name));
    Matcher hash = HASHED.matcher(expression);
    String made =
        hash.find()
            ? ":" + hash.group(1).toLowerCase(java.util.Locale.ROOT).replace("btoa", "base64")
            : "";
    if (!password && isPassword(name)) {
      password = true;
      out.append("\"${password").append(made).append("}\"");
    } else if (!user && isUser(name)) {
      user = true;
      out.append("\"${user").append(made).append("}\"");
    } else {
      out.append("\"\"");
    }
  }

  /** Up to the comma or brace that ends it. */
  private String expression() {
    int start = at;
    int depth = 0;
    while (at - start < MOST_CHARACTERS) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'' || c == '`') {
        skipText(c);
        continue;
      }
      if (depth == 0 && (c == ',' || c == '}')) {
        break;
      }
      depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
      at++;
    }
    return text.substring(start, at).strip();
  }

  private void skipText(char quote) {
    at++;
    while (text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private Optional<String> name() {
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      int end = text.indexOf(c, at + 1);
      String name = text.substring(at + 1, end);
      at = end + 1;
      return name.matches("[A-Za-z0-9_.$-]{1,60}") ? Optional.of(name) : Optional.empty();
    }
    int start = at;
    while (Character.isLetterOrDigit(text.charAt(at))
        || text.charAt(at) == '_'
        || text.charAt(at) == '$') {
      at++;
    }
    return at > start ? Optional.of(text.substring(start, at)) : Optional.empty();
  }

  private void blanks() {
    while (Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
