package dev.plumbline.dossier;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where what the user gave to Plumbline lies, on this machine alone and outside of every dossier.
 */
public final class UserData {
  /** The environment variable that names the folder. */
  public static final String VARIABLE = "PLUMBLINE_DATA";

  private UserData() {}

  /**
   * The folder: {@code PLUMBLINE_DATA}, else {@code plumbline} in {@code XDG_DATA_HOME}, else
   * {@code ~/.local/share/plumbline}.
   *
   * @return empty where the environment names none of them
   */
  public static Optional<Path> folder(Map<String, String> environment) {
    return UserSettings.path(environment, VARIABLE)
        .or(() -> UserSettings.path(environment, "XDG_DATA_HOME").map(p -> p.resolve("plumbline")))
        .or(
            () ->
                UserSettings.path(environment, "HOME")
                    .map(p -> p.resolve(".local").resolve("share").resolve("plumbline")));
  }
}
