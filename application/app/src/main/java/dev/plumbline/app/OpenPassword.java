package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace.Opened;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Severity;
import dev.plumbline.core.disk.Owner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A password that stands in a dossier, and that whoever is on the machine can read. */
public final class OpenPassword {
  private static final String PASSWORD = "PLB-2018";

  private OpenPassword() {}

  /**
   * The problem {@code PLB-2027}, where product.yaml has a password and others may read the file.
   *
   * @param opened a dossier that could be opened
   * @throws IOException if the rights of the file cannot be read
   */
  public static Optional<Problem> problem(Opened opened) throws IOException {
    Optional<Problem> password =
        opened.problems().stream().filter(p -> p.id().equals(PASSWORD)).findFirst();
    if (password.isEmpty()) {
      return Optional.empty();
    }
    Place place = password.get().place();
    Path file = opened.workspace().orElseThrow().directory().resolve(place.file());
    return Owner.isReadByOthers(file)
        ? Optional.of(
            new Problem(
                "PLB-2027",
                Severity.WARNING,
                place,
                "A password stands in the file, and everybody on this machine can read it.",
                "Take the right from others ('chmod o-r "
                    + place.file()
                    + "'), or use"
                    + " 'passwordEnv'."))
        : Optional.empty();
  }
}
