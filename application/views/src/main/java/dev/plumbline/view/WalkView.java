package dev.plumbline.view;

import dev.plumbline.app.Walk;
import dev.plumbline.app.original.OriginalWordings;
import dev.plumbline.judging.WorkCard;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The items that wait for a person, station by station, each with its work card. */
public record WalkView(Walk walk, OriginalWordings originals) {

  /** How many there are, in all and at each station. */
  public void overview(PrintWriter out) {
    List<WorkCard> cards = walk.cards();
    out.println(
        cards.size() + (cards.size() == 1 ? " item waits" : " items wait") + " for a person.");
    Map<String, Integer> counts = new LinkedHashMap<>();
    cards.forEach(c -> counts.merge(c.station().id(), 1, Integer::sum));
    counts.forEach((id, count) -> out.printf("  %-16s %4d%n", id, count));
  }

  /**
   * A card, below the heading of its station where it is the first one there.
   *
   * @param number of the card, from 0
   */
  public void card(int number, Style style, PrintWriter out) {
    CardText text = new CardText(out, style, originals);
    WorkCard card = walk.cards().get(number);
    boolean first =
        number == 0 || !walk.cards().get(number - 1).station().id().equals(card.station().id());
    if (first) {
      text.station(card);
    }
    text.card(card, (number + 1) + " of " + walk.cards().size());
  }

  /** Every card for programs. */
  public List<Map<String, Object>> json() {
    return walk.cards().stream().map(WalkView::json).toList();
  }

  private static Map<String, Object> json(WorkCard c) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("item", c.item().toString());
    json.put("station", c.station().id());
    json.put("asked", c.question());
    c.sample().ifPresent(s -> json.put("howMuch", s));
    json.put("declared", c.declared());
    json.put("do", c.work());
    json.put("lookFor", c.lookFor());
    json.put("record", c.keep());
    json.put("gathered", c.gathered());
    json.put("now", c.state());
    c.suggestion().ifPresent(s -> json.put("suggested", s));
    json.put("decide", c.decide());
    return json;
  }
}
