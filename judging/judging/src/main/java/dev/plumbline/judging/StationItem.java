package dev.plumbline.judging;

import dev.plumbline.catalogue.Station;
import dev.plumbline.catalogue.Stations;
import dev.plumbline.core.ItemId;
import java.util.List;
import java.util.stream.Stream;

/** An item at the station where a person works on it. */
public record StationItem(Station station, Judged judged) {
  /** The item. */
  public ItemId id() {
    return judged.item().id();
  }

  /** The items in the order in which to work: station by station, so that each is set up once. */
  public static List<StationItem> inOrder(Stream<Judged> items, Stations stations) {
    List<StationItem> all =
        items.map(i -> new StationItem(stations.of(i.item().unit()), i)).toList();
    return stations.all().stream()
        .flatMap(s -> all.stream().filter(i -> i.station().equals(s)))
        .toList();
  }
}
