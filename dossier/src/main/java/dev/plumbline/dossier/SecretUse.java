package dev.plumbline.dossier;

import dev.plumbline.core.Place;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An environment variable of the tester's machine whose value a dossier wants for a login.
 *
 * @param set whether the variable has a value now
 * @param place where product.yaml names it
 */
public record SecretUse(String variable, String role, String user, boolean set, Place place) {
  /** Only such variables are ever read: all others belong to somebody else than the dossier. */
  public static final String PREFIX = "PLUMBLINE_";

  private static final Pattern NAME = Pattern.compile(PREFIX + "[A-Z0-9_]{1,100}");

  /** Whether a dossier may name that variable. */
  static boolean isName(String variable) {
    return NAME.matcher(variable).matches();
  }

  /** What of an environment a dossier may read. */
  static Map<String, String> readable(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(e -> isName(e.getKey()))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
