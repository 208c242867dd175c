package dev.plumbline.app;

import dev.plumbline.app.message.Message;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The edition that somebody chose, by its version of EN 303 645. */
public record EditionChoice(EditionId id) {
  /** The edition of a version; the usual one where no version is named. */
  public static EditionChoice of(Optional<String> version) {
    return version.map(EditionChoice::named).orElseGet(() -> new EditionChoice(EditionId.preset()));
  }

  /**
   * The edition of a version.
   *
   * @throws UnusableInputException if there is none
   */
  public static EditionChoice named(String version) {
    return EditionId.of(version)
        .map(EditionChoice::new)
        .orElseThrow(
            () ->
                new UnusableInputException(
                    Message.of("PLB-C501", "edition", version, "choices", EditionId.choices())));
  }

  /** Every edition, oldest first. */
  public static List<EditionChoice> all() {
    return EditionId.all().stream().map(EditionChoice::new).toList();
  }

  /** Every version: the one that is taken where none is named, then the others, newest first. */
  public static List<String> versions() {
    return EditionId.all().reversed().stream()
        .sorted(Comparator.comparing(e -> !e.equals(EditionId.preset())))
        .map(EditionId::version)
        .toList();
  }

  /** The documents of the edition: the provisions and their tests. */
  public String documents() {
    Catalogue catalogue = catalogue();
    return catalogue.edition().document() + " or " + catalogue.edition().testDocument();
  }

  /** The edition's catalogue. */
  public Catalogue catalogue() {
    return CatalogueLoader.load(id);
  }
}
