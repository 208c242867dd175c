package dev.plumbline.catalogue;

import dev.plumbline.core.UnitId;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * Where and on how much a person works.
 *
 * @param all the stations, in the order in which to go through them
 * @param samples how much to look at, where one look is not enough
 */
public record Stations(List<Station> all, List<Sample> samples) {
  private static final String DESK = "desk";
  private static final String DEVICE = "device";

  /**
   * How much to look at.
   *
   * @param units beginnings of the ids of the functional units that it is for
   */
  public record Sample(List<String> units, String size) {
    public Sample {
      units = List.copyOf(units);
    }
  }

  public Stations {
    all = List.copyOf(all);
    samples = List.copyOf(samples);
  }

  /** The shipped ones, read once. */
  private static final class Shipped {
    static final Stations ALL = read();
  }

  /** The shipped ones. */
  public static Stations load() {
    return Shipped.ALL;
  }

  private static Stations read() {
    Mapping file = new Resources().read("guidance/stations.yaml");
    return new Stations(
        file.mappings("stations").stream().map(Stations::station).toList(),
        file.mappings("samples").stream()
            .map(s -> new Sample(s.texts("units"), new Fields(s).need("size")))
            .toList());
  }

  private static Station station(Mapping node) {
    Fields fields = new Fields(node);
    return new Station(
        fields.need("id"),
        fields.need("title"),
        fields.need("prepare"),
        fields.number("minutes"),
        node.texts("units"));
  }

  /** Where a unit is worked on: the station with the longest beginning of its id. */
  public Station of(TestUnit unit) {
    if (unit.kind() == Kind.CONCEPTUAL) {
      return named(DESK);
    }
    Station best = named(DEVICE);
    int longest = 0;
    for (Station station : all) {
      int length = longest(unit.id(), station.units());
      if (length > longest) {
        best = station;
        longest = length;
      }
    }
    return best;
  }

  /** How much to look at; empty where one look is enough. */
  public Optional<String> sample(TestUnit unit) {
    return unit.kind() == Kind.CONCEPTUAL
        ? Optional.empty()
        : samples.stream()
            .filter(s -> longest(unit.id(), s.units()) > 0)
            .map(Sample::size)
            .findFirst();
  }

  /** Length of the longest beginning of the id that ends where a part of the id does; else 0. */
  private static int longest(UnitId unit, List<String> beginnings) {
    String id = unit.value();
    return beginnings.stream()
        .filter(id::startsWith)
        .mapToInt(String::length)
        .filter(l -> l == id.length() || !Character.isLetterOrDigit(id.charAt(l)))
        .max()
        .orElse(0);
  }

  private Station named(String id) {
    return all.stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }
}
