package dev.plumbline.scheme;

import dev.plumbline.catalogue.scheme.Edge;
import dev.plumbline.catalogue.scheme.Level;
import dev.plumbline.catalogue.scheme.Scheme;
import java.util.List;

/**
 * What can be said of a product and one level of a scheme.
 *
 * @param available whether the level can be had, or has to be met, on the day
 * @param needs every provision that it asks for, those of the levels that it includes first
 * @param asks what it asks for beside provisions, and what the dossier shows of it
 * @param obstacles what keeps it from being eligible beside provisions and {@code asks}
 * @param reservations what the answer rests on that is less than sure
 * @param validity until when it would hold, were it given on the day
 * @param recognition what holding the level gives elsewhere on the day; empty where it is not
 *     eligible
 */
public record Eligibility(
    Scheme scheme,
    Level level,
    Outcome outcome,
    Availability available,
    List<Need> needs,
    List<Ask> asks,
    List<String> obstacles,
    List<String> reservations,
    Validity validity,
    List<Edge> recognition) {
  public Eligibility {
    needs = List.copyOf(needs);
    asks = List.copyOf(asks);
    obstacles = List.copyOf(obstacles);
    reservations = List.copyOf(reservations);
    recognition = List.copyOf(recognition);
  }

  /** Whether a level can be had on a day. */
  public enum Availability {
    YES,
    NOT_YET,
    CLOSED,
    NOT_OPEN,
    UNKNOWN
  }

  /** What it asks for beside provisions and is not shown. */
  public List<Ask> unseen() {
    return asks.stream().filter(a -> !a.met()).toList();
  }

  /** The needs that are not met, in their order. */
  public List<Need> missing() {
    return needs.stream().filter(n -> !n.met()).toList();
  }
}
