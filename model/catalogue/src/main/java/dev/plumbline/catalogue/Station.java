package dev.plumbline.catalogue;

import java.util.List;

/**
 * A set-up at which a person works through several test units.
 *
 * @param id such as {@code desk}
 * @param prepare what to have ready, in our words
 * @param minutes how long a person takes for one item, as long as nobody has measured it: our
 *     assumption
 * @param units beginnings of the ids of the functional units that belong here
 */
public record Station(String id, String title, String prepare, int minutes, List<String> units) {
  public Station {
    units = List.copyOf(units);
  }
}
