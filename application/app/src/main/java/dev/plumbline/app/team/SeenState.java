package dev.plumbline.app.team;

import dev.plumbline.core.Digest;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.judging.DecidedItems;
import dev.plumbline.judging.Judged;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state of an item that a person had before them. What the person then records is refused when
 * the item is in another state.
 *
 * @param basis digest of what the item rested on
 * @param decisions digests of the decisions on it that no other one had replaced
 */
public record SeenState(Digest basis, List<Digest> decisions) {
  public SeenState {
    decisions = decisions.stream().sorted().toList();
  }

  /** What is seen of an item of a judged dossier. */
  public static SeenState of(Dossier dossier, Judged item) {
    return of(item, DecidedItems.of(dossier.decisions()));
  }

  static SeenState of(Judged item, DecidedItems decisions) {
    return new SeenState(item.basisDigest(), standing(decisions, item.item().id()));
  }

  static List<Digest> standing(DecidedItems decisions, ItemId item) {
    return decisions.standing(item).stream().map(Decision::digest).sorted().toList();
  }

  /** As one word, such as for a form that comes back later. */
  public String text() {
    return Stream.concat(Stream.of(basis), decisions.stream())
        .map(Digest::hex)
        .collect(Collectors.joining("."));
  }

  /**
   * Reads {@link #text()}.
   *
   * @throws IllegalArgumentException if it is no such text
   */
  public static SeenState parse(String text) {
    List<Digest> digests = Arrays.stream(text.split("\\.", -1)).map(Digest::new).toList();
    return new SeenState(digests.getFirst(), digests.subList(1, digests.size()));
  }
}
