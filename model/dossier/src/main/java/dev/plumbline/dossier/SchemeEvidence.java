package dev.plumbline.dossier;

import dev.plumbline.core.Attestor;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of schemes.yaml: somebody says that something a scheme asks for is so. Without evidence
 * it is a claim and no more.
 *
 * @param level the level at which it is asked; it counts for all that include that level
 * @param ask id of what is asked, or {@link #ONLY_FOR}
 * @param evidence digests of files that evidence.yaml lists
 * @param by name of who says so
 * @param as in what part
 * @param date since when it is said
 * @param until the last day on which it holds; empty where it has no end
 * @param proves what the evidence shows, in a sentence
 * @param places where each field stands, by its key; {@code entry} for the whole
 */
public record SchemeEvidence(
    String scheme,
    String level,
    String ask,
    List<Digest> evidence,
    String by,
    Attestor as,
    LocalDate date,
    Optional<LocalDate> until,
    String proves,
    Map<String, Place> places) {
  /** Asked of levels that are for some products only: that this is one. */
  public static final String ONLY_FOR = "only-for";

  /** Name of the file in the dossier. */
  public static final String FILE = "schemes.yaml";

  /** Key of the place of a whole entry. */
  public static final String ENTRY = "entry";

  public SchemeEvidence {
    evidence = List.copyOf(evidence);
    places = Map.copyOf(places);
  }

  /** Where a field stands; the entry where it does not. */
  public Place place(String key) {
    return places.getOrDefault(key, places.getOrDefault(ENTRY, Place.of(FILE)));
  }
}
