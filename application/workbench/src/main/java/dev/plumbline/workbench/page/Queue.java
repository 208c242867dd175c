package dev.plumbline.workbench.page;

import dev.plumbline.app.Walk;
import dev.plumbline.app.team.Confirmation;
import dev.plumbline.app.team.ItemRemarks;
import dev.plumbline.app.team.ReturnedDecision;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.signed.Author;
import dev.plumbline.dossier.signed.TeamRecord.Assignment;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.StationItem;
import dev.plumbline.judging.WorkCard;
import dev.plumbline.workbench.product.Snapshot;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which items a person works through: filters that stand in the address, so that a link keeps them.
 *
 * @param show {@code waiting}, {@code returned}, {@code stale}, {@code searched}, {@code decided}
 *     or {@code all}
 * @param station id; empty for all
 * @param row subject, such as {@code 15-Intf/Intf-1}; empty for all
 * @param unit beginning of a unit's id; empty for all
 * @param person to whom an item is assigned; empty for all
 * @param text that the id, question or reason contains; empty for all
 */
record Queue(String show, String station, String row, String unit, String person, String text) {
  private static final List<String> SHOWS =
      List.of("waiting", "returned", "stale", "searched", "decided", "all");
  private static final int LONGEST = 200;

  static Queue of(Context ctx) {
    String show = ProductPages.query(ctx, "show");
    return new Queue(
        SHOWS.contains(show) ? show : "waiting",
        cut(ProductPages.query(ctx, "station")),
        cut(ProductPages.query(ctx, "row")),
        cut(ProductPages.query(ctx, "unit")),
        cut(ProductPages.query(ctx, "person")),
        cut(ProductPages.query(ctx, "q")));
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }

  static List<String> shows() {
    return SHOWS;
  }

  /** The items that pass, in the order in which to work. */
  List<StationItem> of(Snapshot snapshot) {
    String wanted = text.toLowerCase(Locale.ROOT);
    Map<ItemId, Assignment> assigned =
        ItemRemarks.assignments(snapshot.workspace().dossier().team());
    Set<ItemId> returned =
        ReturnedDecision.of(snapshot.workspace()).stream()
            .map(ReturnedDecision::item)
            .collect(Collectors.toSet());
    return snapshot.inOrder().stream()
        .filter(i -> shown(i.judged(), returned))
        .filter(i -> station.isEmpty() || i.station().id().equals(station))
        .filter(i -> row.isEmpty() || i.id().subject().equals(row))
        .filter(i -> person.isEmpty() || isFor(Optional.ofNullable(assigned.get(i.id()))))
        .filter(i -> unit.isEmpty() || i.id().unit().value().startsWith(unit))
        .filter(i -> wanted.isEmpty() || text(snapshot.card(i.judged())).contains(wanted))
        .toList();
  }

  private static String text(WorkCard card) {
    return (card.item() + " " + card.question() + " " + card.state()).toLowerCase(Locale.ROOT);
  }

  private boolean isFor(Optional<Assignment> assignment) {
    return assignment.filter(a -> Author.isSamePerson(a.to(), person)).isPresent();
  }

  private boolean shown(Judged item, Set<ItemId> returned) {
    return switch (show) {
      case "waiting" -> Walk.waits(item);
      case "returned" -> returned.contains(item.item().id());
      case "stale" -> item.stale();
      case "searched" -> Confirmation.isOpen(item);
      case "decided" -> item.decision().isPresent();
      default -> true;
    };
  }

  /** The item behind another one among those that are left; the first where it was the last. */
  static Optional<ItemId> next(List<StationItem> before, List<StationItem> after, ItemId done) {
    List<ItemId> left = after.stream().map(StationItem::id).filter(i -> !i.equals(done)).toList();
    List<ItemId> order = before.stream().map(StationItem::id).toList();
    int at = order.indexOf(done);
    return order.stream()
        .skip(at + 1L)
        .filter(left::contains)
        .findFirst()
        .or(() -> left.stream().findFirst());
  }

  /** The filters as a query, without those that are empty. */
  String query() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("show", show.equals("waiting") ? "" : show);
    parts.put("station", station);
    parts.put("row", row);
    parts.put("unit", unit);
    parts.put("person", person);
    parts.put("q", text);
    return parts.entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .map(e -> e.getKey() + "=" + ProductPages.encoded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** The query that shows one item of this queue. */
  String query(ItemId item) {
    String filters = query();
    return (filters.isEmpty() ? "" : filters + "&")
        + "item="
        + ProductPages.encoded(item.toString());
  }
}
