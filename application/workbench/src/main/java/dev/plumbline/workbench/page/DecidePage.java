package dev.plumbline.workbench.page;

import dev.plumbline.core.ItemId;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.StationItem;
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
    List<StationItem> items = queue.of(snapshot);
    String named = ProductPages.query(ctx, "item");
    Optional<Judged> here =
        named.isEmpty()
            ? items.stream().findFirst().map(StationItem::judged)
            : Optional.of(ProductPages.item(snapshot, named));
    String item = here.map(j -> j.item().id().toString()).orElse("ITEM");
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
        view(ctx, product, snapshot, queue, items, here, conflict, entered));
  }

  private View view(
      Context ctx,
      Product product,
      Snapshot snapshot,
      Queue queue,
      List<StationItem> items,
      Optional<Judged> judged,
      Optional<String> conflict,
      Entered entered) {
    String path = product.path() + "/decide";
    Optional<ItemId> here = judged.map(j -> j.item().id());
    int at = here.map(i -> index(items, i)).orElse(-1);
    Optional<CardView> shown = judged.map(j -> CardView.of(product, snapshot, j));
    String query = here.map(queue::query).orElse(queue.query());
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
        groups(path, queue, items, here),
        items.size(),
        at + 1,
        shown,
        at > 0 ? path + "?" + queue.query(items.get(at - 1).id()) : "",
        at + 1 < items.size() ? path + "?" + queue.query(items.get(at + 1).id()) : "",
        Visible.of(Guard.session(ctx).last(product.id()).orElse(""), 200),
        Visible.of(ProductPages.query(ctx, "saved"), 200),
        conflict.map(c -> new ShownConflict(c, shown.flatMap(CardView::decision))),
        entered,
        here.map(i -> reasons(snapshot, i)).orElse(List.of()),
        here.map(i -> phones.view(ctx, product, PhoneSubject.item(product, snapshot, queue, i))));
  }

  private static int index(List<StationItem> items, ItemId item) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).id().equals(item)) {
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
    snapshot.inOrder().forEach(i -> all.putIfAbsent(i.station().id(), i.station().title()));
    return all.entrySet().stream()
        .map(e -> new Choice(e.getKey(), e.getValue(), e.getKey().equals(queue.station())))
        .toList();
  }

  private static List<Group> groups(
      String path, Queue queue, List<StationItem> items, Optional<ItemId> here) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    for (StationItem item : items) {
      groups
          .computeIfAbsent(item.station().title(), t -> new ArrayList<>())
          .add(
              new Row(
                  path + "?" + queue.query(item.id()),
                  item.id().unit().value(),
                  Visible.of(item.id().subject(), 200),
                  VerdictView.of(item.judged().verdict()),
                  item.judged().stale(),
                  here.filter(item.id()::equals).isPresent()));
    }
    return groups.entrySet().stream().map(e -> new Group(e.getKey(), e.getValue())).toList();
  }

  private static List<String> reasons(Snapshot snapshot, ItemId item) {
    return snapshot.items().values().stream()
        .filter(j -> j.item().id().unit().equals(item.unit()))
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
