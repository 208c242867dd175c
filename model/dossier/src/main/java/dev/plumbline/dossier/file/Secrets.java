package dev.plumbline.dossier.file;

import static java.util.stream.Collectors.toSet;

import dev.plumbline.core.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The environment variables that one dossier may read. A dossier may come from a stranger, and what
 * it names is sent to the device.
 *
 * @param values of those that it may read and that are set
 * @param granted names that the user gives to this dossier
 * @param others names that the user gives to other dossiers alone
 * @param faults what is wrong with what the user says; no variable is read then
 */
public record Secrets(
    Map<String, String> values, Set<String> granted, Set<String> others, List<Problem> faults) {
  /** Variables that begin so are for dossiers, where the user says nothing else. */
  public static final String PREFIX = "PLUMBLINE_";

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,120}");
  private static final Pattern PREFIXED = Pattern.compile(PREFIX + "[A-Z0-9_]{1,110}");

  /** Settings of Plumbline itself. */
  private static final Set<String> SETTINGS = Set.of(PREFIX + "CONFIG", PREFIX + "SETUP");

  /** No variable at all. */
  public static final Secrets NONE = without(List.of());

  public Secrets {
    values = Map.copyOf(values);
    granted = Set.copyOf(granted);
    others = Set.copyOf(others);
    faults = List.copyOf(faults);
  }

  /** No variable, because of those faults. */
  public static Secrets without(List<Problem> faults) {
    return new Secrets(Map.of(), Set.of(), Set.of(), faults);
  }

  /** What of an environment may be read; nothing else of it is kept. */
  public static Secrets of(
      Map<String, String> environment, Set<String> granted, Set<String> others) {
    Secrets names = new Secrets(Map.of(), granted, others, List.of());
    return new Secrets(
        environment.entrySet().stream()
            .filter(e -> names.allow(e.getKey()))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)),
        granted,
        others,
        List.of());
  }

  /** What a dossier may read of these to which the user gives none by name. */
  public Secrets ofAnother() {
    return of(values, Set.of(), Stream.concat(granted.stream(), others.stream()).collect(toSet()));
  }

  /** Whether the dossier may name that variable. */
  public boolean allow(String variable) {
    if (SETTINGS.contains(variable) || !NAME.matcher(variable).matches()) {
      return false;
    }
    return granted.contains(variable)
        || (PREFIXED.matcher(variable).matches() && !others.contains(variable));
  }

  /** The value of a variable; empty where it is not set or the dossier may not read it. */
  public Optional<String> value(String variable) {
    return allow(variable) ? Optional.ofNullable(values.get(variable)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "Secrets[" + values.keySet() + "]";
  }
}
