package dev.plumbline.workbench.change;

import java.util.List;
import java.util.function.Function;

/**
 * The rows of one part of a comparison. Two unrelated products differ in thousands: a page shows
 * the first ones, and has an address for the others.
 *
 * @param part names it in addresses
 * @param count of all rows
 * @param open whether it is unfolded
 * @param from how many rows stand before those that are shown
 * @param more how many stand behind them
 * @param rest address of those; empty where none are left
 */
public record DifferenceRows<T>(
    String part,
    String title,
    int count,
    boolean open,
    int from,
    List<T> shown,
    int more,
    String rest) {
  /** Rows of a part beside others. */
  private static final int MOST = 50;

  /** Rows of a part of its own. */
  private static final int MOST_ALONE = 200;

  /** So few stand open. */
  private static final int FEW = 20;

  public DifferenceRows {
    shown = List.copyOf(shown);
  }

  /**
   * What the address of a comparison asks for.
   *
   * @param address with the query that says what is compared
   * @param part that is shown alone; empty for all
   * @param from how many of its rows to leave out
   */
  record Asked(String address, String part, int from) {}

  static <A, T> DifferenceRows<T> of(
      Asked asked, String part, String title, List<A> all, Function<A, T> row) {
    boolean alone = asked.part().equals(part);
    boolean left = !asked.part().isEmpty() && !alone;
    int from = alone ? Math.min(asked.from(), all.size()) : 0;
    List<T> shown =
        all.stream().skip(from).limit(left ? 0 : alone ? MOST_ALONE : MOST).map(row).toList();
    int next = from + shown.size();
    return new DifferenceRows<>(
        part,
        title,
        all.size(),
        alone || (!left && all.size() <= FEW),
        from,
        shown,
        all.size() - next,
        next == all.size() ? "" : asked.address() + "&part=" + part + "&from=" + next);
  }
}
