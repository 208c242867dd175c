package dev.plumbline.dossier;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the user's own settings lie, outside of every dossier. */
public final class UserSettings {
  /** The environment variable that names the folder. */
  public static final String VARIABLE = "PLUMBLINE_CONFIG";

  private UserSettings() {}

  /**
   * The folder: {@code PLUMBLINE_CONFIG}, else {@code plumbline} in {@code XDG_CONFIG_HOME}, else
   * {@code ~/.config/plumbline}.
   *
   * @return empty where the environment names none of them
   */
  public static Optional<Path> folder(Map<String, String> environment) {
    return path(environment, VARIABLE)
        .or(() -> path(environment, "XDG_CONFIG_HOME").map(p -> p.resolve("plumbline")))
        .or(() -> path(environment, "HOME").map(p -> p.resolve(".config").resolve("plumbline")));
  }

  static Optional<Path> path(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(v -> v.startsWith("/"))
        .map(Path::of);
  }
}
