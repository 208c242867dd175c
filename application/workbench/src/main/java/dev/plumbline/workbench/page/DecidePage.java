package dev.plumbline.workbench.page;

import dev.plumbline.core.ItemId;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.WorkCard;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Guard;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The queue of items, the card of one, and the form that decides it. */
public final class DecidePage {
  private static final int MOST_REASONS = 5;

  private final Phones phones;
  private final ProductPages pages;

  public DecidePage(Products products, Answers answers, Phones phones) {
    this.phones = phones;
    this.pages = new ProductPages(products, answers);
  }

  /**
   * What the page shows.
   *
   * @param action where the form goes
   * @param query the filters and the item, for other forms on it
   * @param undo item that was decided here last; empty for none
   * @param conflict why nothing was saved
   * @param reasons that this dossier's decisions on the same unit give
   * @param phone evidence by phone for the item
   */
  public record View(
      String path,
      String action,
      String query,
      List<Choice> shows,
      List<Choice> stations,
      String show,
      String station,
      String row,
      String unit,
      String person,
      String text,
      List<Group> groups,
      int size,
      int position,
      Optional<CardView> card,
      String previous,
      String next,
      String undo,
      String saved,
      Optional<ShownConflict> conflict,
      Entered entered,
      List<String> reasons,
      Optional<PhoneView> phone) {}

  /** A filter. */
  public record Choice(String id, String label, boolean chosen) {}

  /** Items of one station. */
  public record Group(String title, List<Row> rows) {}

  /** An item in the queue. */
  public record Row(
      String path, String unit, String subject, VerdictView verdict, boolean stale, boolean here) {}

  /** A decision that another person made in the meantime, beside the one that was not saved. */
  public record ShownConflict(String what, Optional<CardView.DecisionView> theirs) {}

  /** What the form holds. */
  public record Entered(String verdict, String reason, String remedy) {
    static final Entered NOTHING = new Entered("", "", "");
  }

  /** Shows it. */
  public void show(Context ctx) {
    show(ctx, Optional.empty(), Entered.NOTHING);
  }

  /** Shows it with what was not saved. */
  void show(Context ctx, Optional<String> conflict, Entered entered) {
    Product product = pages.product(ctx);
    Snapshot snapshot = ProductPages.judged(product.state());
    Queue queue = Queue.of(ctx);
    List<WorkCard> cards = new ArrayList<>(queue.of(snapshot));
    String named = ProductPages.query(ctx, "item");
    Optional<WorkCard> card =
        named.isEmpty()
            ? cards.stream().findFirst()
            : Optional.of(card(snapshot, ProductPages.item(snapshot, named)));
    String item = card.map(c -> c.item().toString()).orElse("ITEM");
    pages.show(
        ctx,
        product,
        snapshot,
        "decide",
        new Named(
            "Decide",
            "decide",
            Command.of("decide", product.folder(), item, "--verdict", "PASS", "--by", "NAME")
                + " --because TEXT"),
        view(ctx, product, snapshot, queue, cards, card, conflict, entered));
  }

  static WorkCard card(Snapshot snapshot, Judged judged) {
    return snapshot.cards().stream()
        .filter(c -> c.item().equals(judged.item().id()))
        .findFirst()
        .orElseThrow();
  }

  private View view(
      Context ctx,
      Product product,
      Snapshot snapshot,
      Queue queue,
      List<WorkCard> cards,
      Optional<WorkCard> card,
      Optional<String> conflict,
      Entered entered) {
    String path = product.path() + "/decide";
    int at = card.map(c -> index(cards, c.item())).orElse(-1);
    Optional<CardView> shown = card.map(c -> CardView.of(product, snapshot, c));
    String query = card.map(c -> queue.query(c.item())).orElse(queue.query());
    return new View(
        path,
        path + "?" + query,
        query,
        Queue.shows().stream().map(s -> new Choice(s, label(s), s.equals(queue.show()))).toList(),
        stations(snapshot, queue),
        queue.show(),
        queue.station(),
        Visible.of(queue.row(), 200),
        Visible.of(queue.unit(), 200),
        Visible.of(queue.person(), 200),
        Visible.of(queue.text(), 200),
        groups(path, snapshot, queue, cards, card),
        cards.size(),
        at + 1,
        shown,
        at > 0 ? path + "?" + queue.query(cards.get(at - 1).item()) : "",
        at + 1 < cards.size() ? path + "?" + queue.query(cards.get(at + 1).item()) : "",
        Visible.of(Guard.session(ctx).last(product.id()).orElse(""), 200),
        Visible.of(ProductPages.query(ctx, "saved"), 200),
        conflict.map(c -> new ShownConflict(c, shown.flatMap(CardView::decision))),
        entered,
        card.map(c -> reasons(snapshot, c)).orElse(List.of()),
        card.map(
            c -> phones.view(ctx, product, PhoneSubject.item(product, snapshot, queue, c.item()))));
  }

  private static int index(List<WorkCard> cards, ItemId item) {
    for (int i = 0; i < cards.size(); i++) {
      if (cards.get(i).item().equals(item)) {
        return i;
      }
    }
    return -1;
  }

  private static String label(String show) {
    return switch (show) {
      case "waiting" -> "Waiting for a person";
      case "returned" -> "Returned by a reviewer";
      case "stale" -> "Stale: something changed";
      case "searched" -> "Searched, to confirm";
      case "decided" -> "Decided by a person";
      default -> "All items";
    };
  }

  private static List<Choice> stations(Snapshot snapshot, Queue queue) {
    Map<String, String> all = new LinkedHashMap<>();
    snapshot.cards().forEach(c -> all.putIfAbsent(c.station().id(), c.station().title()));
    return all.entrySet().stream()
        .map(e -> new Choice(e.getKey(), e.getValue(), e.getKey().equals(queue.station())))
        .toList();
  }

  private static List<Group> groups(
      String path, Snapshot snapshot, Queue queue, List<WorkCard> cards, Optional<WorkCard> here) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    for (WorkCard card : cards) {
      Judged judged = snapshot.item(card);
      groups
          .computeIfAbsent(card.station().title(), t -> new ArrayList<>())
          .add(
              new Row(
                  path + "?" + queue.query(card.item()),
                  card.item().unit().value(),
                  Visible.of(card.item().subject(), 200),
                  VerdictView.of(judged.verdict()),
                  judged.stale(),
                  here.filter(h -> h.item().equals(card.item())).isPresent()));
    }
    return groups.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
  }

  private static List<String> reasons(Snapshot snapshot, WorkCard card) {
    return snapshot.items().values().stream()
        .filter(j -> j.item().id().unit().equals(card.item().unit()))
        .flatMap(j -> j.decision().stream())
        .filter(d -> !CardView.isHidden(snapshot, d))
        .map(d -> d.finding().reason())
        .distinct()
        .sorted()
        .limit(MOST_REASONS)
        .map(r -> Visible.of(r, 500))
        .toList();
  }
}
