package dev.plumbline.app.walk;

import dev.plumbline.judging.WorkCard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The order in which a person goes through work cards, with ways to get elsewhere.
 *
 * @param cards in the order of the walk, station by station
 * @param order positions in {@code cards}
 */
public record WalkRoute(List<WorkCard> cards, List<Integer> order) {
  public WalkRoute {
    cards = List.copyOf(cards);
    order = List.copyOf(order);
  }

  /** Station by station. */
  public static WalkRoute byStation(List<WorkCard> cards) {
    return new WalkRoute(cards, IntStream.range(0, cards.size()).boxed().toList());
  }

  /** Row by row of the IXIT: one reading of a row serves all items on it. */
  public static WalkRoute byRow(List<WorkCard> cards) {
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < cards.size(); i++) {
      rows.computeIfAbsent(cards.get(i).item().subject(), s -> new ArrayList<>()).add(i);
    }
    return new WalkRoute(cards, rows.values().stream().flatMap(List::stream).toList());
  }

  public int size() {
    return order.size();
  }

  /** The position, among the cards, of a place on the route. */
  public int card(int place) {
    return order.get(place);
  }

  /** The place on the route of a position among the cards. */
  public int place(int card) {
    return order.indexOf(card);
  }

  /**
   * The place of the next card that has a text, after a place and round to it again; upper and
   * lower case are the same.
   */
  public Optional<Integer> find(String text, int from) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return IntStream.rangeClosed(1, size())
        .map(i -> (from + i) % size())
        .filter(p -> words(cards.get(card(p))).contains(wanted))
        .boxed()
        .findFirst();
  }

  /** The place that a person names: its number from 1, or what an item begins with. */
  public Optional<Integer> named(String name) {
    if (name.matches("\\d{1,6}")) {
      int number = Integer.parseInt(name);
      return number >= 1 && number <= size() ? Optional.of(number - 1) : Optional.empty();
    }
    return IntStream.range(0, size())
        .filter(p -> cards.get(card(p)).item().toString().startsWith(name))
        .boxed()
        .findFirst();
  }

  private static String words(WorkCard card) {
    return Stream.of(
            Stream.of(card.item().toString(), card.question(), card.work(), card.lookFor()),
            card.declared().stream(),
            card.gathered().stream())
        .flatMap(s -> s)
        .reduce("", (all, one) -> all + "\n" + one)
        .toLowerCase(Locale.ROOT);
  }
}
