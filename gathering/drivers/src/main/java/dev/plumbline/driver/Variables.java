package dev.plumbline.driver;

import dev.plumbline.dossier.Product.Credential;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the steps of one action know: arguments, values taken so far, cookies, logins. */
final class Variables {
  static final String CREDENTIAL = "credential:";

  private final List<Credential> credentials;
  private final Map<String, String> values;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private boolean lenient;
  private Optional<Credential> visitor = Optional.empty();
  private boolean reaching;

  Variables(List<Credential> credentials, Map<String, String> arguments) {
    this.credentials = credentials;
    this.values = new LinkedHashMap<>(arguments);
  }

  String get(String name) {
    if (name.startsWith(CREDENTIAL)) {
      String[] path = name.substring(CREDENTIAL.length()).split("\\.", 2);
      Credential credential = credential(path[0]);
      return path.length == 2 && path[1].equals("user") ? credential.user() : credential.password();
    }
    String value = values.get(name);
    if (value == null) {
      if (lenient) {
        return "";
      }
      throw StepFailure.errored("'" + name + "' has no value in this action");
    }
    return value;
  }

  Credential credential(String role) {
    return credentials.stream()
        .filter(c -> c.role().equals(role))
        .findFirst()
        .orElseThrow(() -> StepFailure.missing("a login of role '" + role + "' in product.yaml"));
  }

  /**
   * The login of a role, or that of the visitor; empty for a visitor who has none.
   *
   * @throws StepFailure if product.yaml has no login of that role
   */
  Optional<Credential> login(String role) {
    return reaching && role.equals(AccessTrial.VISITOR) ? visitor : Optional.of(credential(role));
  }

  /** The same for somebody who asks for a place with a login that each request brings. */
  Variables visiting(Optional<Credential> who) {
    Variables own =
        new Variables(
            credentials,
            who.map(c -> Map.of("user", c.user(), "password", c.password())).orElse(Map.of()));
    own.lenient = true;
    own.visitor = who;
    own.reaching = true;
    return own;
  }

  /** Whether somebody asks for a place with a login that each request brings. */
  boolean reaching() {
    return reaching;
  }

  void put(String name, String value) {
    values.put(name, value);
  }

  /**
   * Knows the same, and changes without this. What no login gave is empty there, as it is for a
   * visitor who has none.
   */
  Variables copy() {
    Variables copy = new Variables(credentials, values);
    copy.cookies.putAll(cookies);
    copy.lenient = true;
    return copy;
  }

  /** Cookies of the session, by name. */
  Map<String, String> cookies() {
    return cookies;
  }

  Map<String, String> all() {
    return values;
  }
}
