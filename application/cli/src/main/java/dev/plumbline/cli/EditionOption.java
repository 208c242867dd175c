package dev.plumbline.cli;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import picocli.CommandLine.Option;

/** The option that names an edition. */
final class EditionOption {
  @Option(
      names = "--edition",
      paramLabel = "VERSION",
      defaultValue = "3.1.3",
      description = "Version of EN 303 645: 3.1.3 (default) or 2.1.1.")
  @SuppressWarnings("NullAway.Init")
  private String version;

  EditionId id() {
    return EditionId.of(version)
        .orElseThrow(
            () ->
                new CliException(
                    ExitCode.USAGE, "There is no edition " + version + "; use 3.1.3 or 2.1.1."));
  }

  Catalogue catalogue() {
    return CatalogueLoader.load(id());
  }
}
