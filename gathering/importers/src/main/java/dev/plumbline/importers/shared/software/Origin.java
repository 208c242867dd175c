package dev.plumbline.importers.shared.software;

import dev.plumbline.importers.shared.reading.Texts;
import java.util.List;
import java.util.Optional;

/**
 * Where a list of components comes from, as far as its file tells.
 *
 * @param kind what was listed, such as {@code lock files}
 * @param format of the list
 * @param tool that made it
 * @param created when
 * @param composition whether the list is whole, in its own words
 * @param places where the tool looked
 */
public record Origin(
    Optional<String> kind,
    Optional<String> format,
    Optional<String> tool,
    Optional<String> created,
    Optional<String> composition,
    Optional<List<String>> places) {
  /** The file tells nothing of it. */
  public static final Origin UNTOLD =
      new Origin(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Origin kind(String words) {
    return new Origin(Texts.some(words), format, tool, created, composition, places);
  }

  public Origin format(String name) {
    return new Origin(kind, Texts.some(name), tool, created, composition, places);
  }

  public Origin tool(String name) {
    return new Origin(kind, format, Texts.some(name), created, composition, places);
  }

  public Origin created(String when) {
    return new Origin(kind, format, tool, Texts.some(when), composition, places);
  }

  public Origin composition(String words) {
    return new Origin(kind, format, tool, created, Texts.some(words), places);
  }

  public Origin places(List<String> all) {
    return new Origin(kind, format, tool, created, composition, Texts.some(all));
  }
}
