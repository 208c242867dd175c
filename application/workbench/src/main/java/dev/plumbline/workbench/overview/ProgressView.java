package dev.plumbline.workbench.overview;

import dev.plumbline.app.Walk;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.insight.progress.BurnDown;
import dev.plumbline.insight.progress.Timeline;
import dev.plumbline.insight.progress.Timeline.Event;
import dev.plumbline.insight.progress.WorkLeft;
import dev.plumbline.insight.progress.WorkLeft.StationWork;
import dev.plumbline.judging.Judged;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Snapshot;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far people have come with a product.
 *
 * @param items that wait for a person
 * @param time estimated for all of them
 * @param line points of the burn-down in a field of {@value #WIDTH} by {@value #HEIGHT}; empty
 *     where nobody has decided anything
 * @param points the same as numbers
 * @param days what happened, newest first
 * @param moreDays days before that are not listed
 */
public record ProgressView(
    int items,
    String time,
    List<Station> stations,
    String line,
    List<Point> points,
    List<Day> days,
    int moreDays) {
  static final int WIDTH = 600;
  static final int HEIGHT = 150;
  private static final int MOST_DAYS = 14;
  private static final int MOST_EVENTS = 40;

  public ProgressView {
    stations = List.copyOf(stations);
    points = List.copyOf(points);
    days = List.copyOf(days);
  }

  /**
   * Work left at one station.
   *
   * @param time estimated, and whether it was measured
   */
  public record Station(String id, String title, int items, String time, String path) {}

  /** Items left at the end of a day. */
  public record Point(String day, int left) {}

  /** What happened on a day. */
  public record Day(String day, List<String> events) {}

  static ProgressView of(Product product, Snapshot snapshot, LocalDate today) {
    List<Decision> decisions = snapshot.workspace().dossier().decisions();
    Set<ItemId> waiting =
        snapshot.items().values().stream()
            .filter(Walk::waits)
            .map(j -> j.item().id())
            .collect(Collectors.toSet());
    WorkLeft work = WorkLeft.of(snapshot.inOrder(), waiting, decisions);
    List<Judged> items = List.copyOf(snapshot.items().values());
    List<BurnDown.Point> points = BurnDown.of(items, waiting, today).points();
    List<Day> days = days(Timeline.of(snapshot.workspace().dossier()));
    return new ProgressView(
        work.items(),
        words(work.time()),
        work.stations().stream().map(s -> station(product, s)).toList(),
        line(points),
        points.stream().map(p -> new Point(p.day().toString(), p.left())).toList(),
        days.stream().limit(MOST_DAYS).toList(),
        Math.max(0, days.size() - MOST_DAYS));
  }

  private static Station station(Product product, StationWork work) {
    String id = work.station().id();
    return new Station(
        id,
        work.station().title(),
        work.items(),
        words(work.time()) + (work.measured() ? ", measured here" : ", assumed"),
        product.path() + "/decide?station=" + ProductPages.encoded(id));
  }

  /** Such as {@code 40 min} or {@code 6.5 h}. */
  static String words(Duration time) {
    long minutes = Math.round(time.toSeconds() / 60.0);
    return minutes < 90 ? minutes + " min" : String.format(Locale.ROOT, "%.1f h", minutes / 60.0);
  }

  /** A step down on each day on which the number changed. */
  private static String line(List<BurnDown.Point> points) {
    if (points.isEmpty()) {
      return "";
    }
    LocalDate first = points.getFirst().day();
    long span = Math.max(1, ChronoUnit.DAYS.between(first, points.getLast().day()));
    int most = Math.max(1, points.getFirst().left());
    StringBuilder line = new StringBuilder();
    long before = 0;
    for (BurnDown.Point point : points) {
      long x = WIDTH * ChronoUnit.DAYS.between(first, point.day()) / span;
      long y = HEIGHT - (long) HEIGHT * point.left() / most;
      if (!line.isEmpty()) {
        line.append(' ').append(x).append(',').append(before).append(' ');
      }
      line.append(x).append(',').append(y);
      before = y;
    }
    return line.toString();
  }

  private static List<Day> days(Timeline timeline) {
    return timeline.events().stream().collect(Collectors.groupingBy(Event::day)).entrySet().stream()
        .sorted((a, b) -> b.getKey().compareTo(a.getKey()))
        .map(
            e ->
                new Day(
                    e.getKey().toString(),
                    e.getValue().stream().limit(MOST_EVENTS).map(ProgressView::sentence).toList()))
        .toList();
  }

  private static String sentence(Event event) {
    String who = Visible.of(event.who(), 120);
    int n = event.number();
    return switch (event.kind()) {
      case OBSERVED -> "Run " + who + " recorded " + count(n, "observation") + ".";
      case DECIDED -> who + " recorded " + count(n, "decision") + ".";
      case REVIEWED -> who + " recorded " + count(n, "review") + ".";
      case COMMENTED -> who + " wrote " + count(n, "comment") + ".";
      case ASKED -> who + " asked the maker " + count(n, "question") + ".";
      case ANSWERED -> who + " gave " + count(n, "answer") + ".";
      case ASSIGNED -> who + " assigned " + count(n, "item") + ".";
      case SIGNED_OFF -> who + " signed off.";
    };
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
