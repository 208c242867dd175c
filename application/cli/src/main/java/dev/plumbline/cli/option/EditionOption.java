package dev.plumbline.cli.option;

import dev.plumbline.app.EditionChoice;
import java.util.Iterator;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names an edition. */
public final class EditionOption {
  @Option(
      names = "--edition",
      paramLabel = "VERSION",
      completionCandidates = Versions.class,
      description =
          "Version of EN 303 645: ${COMPLETION-CANDIDATES}. The first of them unless you name one.")
  @SuppressWarnings("NullAway.Init")
  private Optional<String> version;

  /** The versions that there are, that which is taken where none is named before the others. */
  public static final class Versions implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return EditionChoice.versions().iterator();
    }
  }

  public EditionChoice choice() {
    return EditionChoice.of(version);
  }
}
