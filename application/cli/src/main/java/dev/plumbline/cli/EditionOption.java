package dev.plumbline.cli;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.view.Text;
import java.util.Iterator;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names an edition. */
final class EditionOption {
  @Option(
      names = "--edition",
      paramLabel = "VERSION",
      completionCandidates = Versions.class,
      description =
          "Version of EN 303 645: ${COMPLETION-CANDIDATES}. The first of them unless you name one.")
  @SuppressWarnings("NullAway.Init")
  private Optional<String> version;

  /** The versions that there are, that which is taken where none is named before the others. */
  static final class Versions implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return EditionId.all().reversed().stream()
          .sorted(
              (a, b) -> Boolean.compare(b.equals(EditionId.preset()), a.equals(EditionId.preset())))
          .map(EditionId::version)
          .iterator();
    }
  }

  EditionId id() {
    return version.map(EditionOption::named).orElseGet(EditionId::preset);
  }

  /** The edition of that version; a mistake of the user where there is none. */
  static EditionId named(String version) {
    return EditionId.of(version)
        .orElseThrow(
            () ->
                new CliException(
                    ExitCode.USAGE,
                    "There is no edition "
                        + Text.safe(version)
                        + "; use "
                        + EditionId.choices()
                        + "."));
  }

  Catalogue catalogue() {
    return CatalogueLoader.load(id());
  }
}
