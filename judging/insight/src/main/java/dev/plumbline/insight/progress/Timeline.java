package dev.plumbline.insight.progress;

import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.signed.TeamRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened to a dossier, by the times of its record.
 *
 * @param events newest day first, within a day in the order in which they began
 */
public record Timeline(List<Event> events) {
  public Timeline {
    events = List.copyOf(events);
  }

  /** What was done. */
  public enum Kind {
    OBSERVED,
    DECIDED,
    REVIEWED,
    COMMENTED,
    ASKED,
    ANSWERED,
    ASSIGNED,
    SIGNED_OFF
  }

  /**
   * What one person, or one run, did on one day.
   *
   * @param day in UTC
   * @param who name of the person; id of the run
   * @param number of records
   */
  public record Event(LocalDate day, Kind kind, String who, int number) {}

  private record Key(LocalDate day, Kind kind, String who) {}

  private record One(Instant at, Kind kind, String who) {}

  /** Of a dossier. */
  public static Timeline of(Dossier dossier) {
    List<One> all = new ArrayList<>();
    dossier
        .observations()
        .forEach(o -> all.add(new One(o.source().at(), Kind.OBSERVED, o.source().runId())));
    dossier.decisions().forEach(d -> all.add(new One(d.at(), Kind.DECIDED, d.by())));
    dossier
        .team()
        .all(TeamRecord.class)
        .forEach(r -> all.add(new One(r.signed().at(), kind(r), r.signed().author().name())));
    all.sort(Comparator.comparing(One::at));
    Map<Key, Integer> numbers = new LinkedHashMap<>();
    all.forEach(o -> numbers.merge(new Key(Days.of(o.at()), o.kind(), o.who()), 1, Integer::sum));
    return new Timeline(
        numbers.entrySet().stream()
            .map(
                e -> new Event(e.getKey().day(), e.getKey().kind(), e.getKey().who(), e.getValue()))
            .sorted(Comparator.comparing(Event::day).reversed())
            .toList());
  }

  private static Kind kind(TeamRecord said) {
    return switch (said) {
      case TeamRecord.Review r -> Kind.REVIEWED;
      case TeamRecord.Comment c -> Kind.COMMENTED;
      case TeamRecord.MakerQuestion q -> Kind.ASKED;
      case TeamRecord.MakerAnswer a -> Kind.ANSWERED;
      case TeamRecord.Assignment a -> Kind.ASSIGNED;
      case TeamRecord.Signoff s -> Kind.SIGNED_OFF;
    };
  }
}
