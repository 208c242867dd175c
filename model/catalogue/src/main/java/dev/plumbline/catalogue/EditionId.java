package dev.plumbline.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An edition: a version of EN 303 645 with the version of TS 103 701 that goes with it. Those that
 * there are stand in {@code standards/index.yaml}.
 *
 * @param version of EN 303 645, such as {@code 3.1.3}
 * @param testVersion of TS 103 701
 * @param after version of the edition that it followed, in whose numbers it tells where its parts
 *     come from
 */
public record EditionId(String version, String testVersion, Optional<String> after) {

  /** Read once: a release never changes. */
  private static final class Known {
    static final List<EditionId> ALL;
    static final EditionId PRESET;

    static {
      Fields file = new Fields(new Resources().read("standards/index.yaml"));
      ALL =
          file.list("editions").stream()
              .map(
                  e -> new EditionId(e.need("version"), e.need("testVersion"), e.optional("after")))
              .toList();
      PRESET =
          ALL.stream()
              .filter(e -> e.version.equals(file.need("default")))
              .findFirst()
              .orElseThrow();
    }
  }

  /** Every edition, oldest first. */
  public static List<EditionId> all() {
    return Known.ALL;
  }

  /** The edition taken where none is named. */
  public static EditionId preset() {
    return Known.PRESET;
  }

  /** The edition with that version of EN 303 645. */
  public static Optional<EditionId> of(String version) {
    return Known.ALL.stream().filter(e -> e.version.equals(version)).findFirst();
  }

  /**
   * The same, of a version that there is.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static EditionId named(String version) {
    return of(version)
        .orElseThrow(() -> new IllegalArgumentException("There is no edition " + version + "."));
  }

  /** The versions to choose from, newest first: {@code 3.1.3 or 2.1.1}. */
  public static String choices() {
    return Known.ALL.reversed().stream()
        .map(EditionId::version)
        .collect(Collectors.joining(" or "));
  }

  /** The editions that followed this one. */
  public List<EditionId> successors() {
    return Known.ALL.stream().filter(e -> e.follows(this)).toList();
  }

  /** Whether it followed that one. */
  public boolean follows(EditionId older) {
    return after.filter(older.version::equals).isPresent();
  }

  @Override
  public String toString() {
    return version;
  }
}
