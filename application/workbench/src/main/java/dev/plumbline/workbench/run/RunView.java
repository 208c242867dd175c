package dev.plumbline.workbench.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run stands.
 *
 * @param last id of the last event that is in it; a browser asks for those behind
 * @param now what is done now; empty where nothing is
 * @param told what speaks against the product or its declaration
 * @param facts what was recorded last, newest first
 * @param recorded how many facts were recorded
 * @param end how it ended
 */
public record RunView(
    String id,
    long last,
    String now,
    int percent,
    List<Part> probes,
    List<RunEvent.Told> told,
    List<RunEvent.Observed> facts,
    int recorded,
    Optional<RunEvent.Finished> end) {
  private static final int MOST = 200;

  /** A probe's part. */
  public record Part(String probe, String state, int observations, String reason) {}

  static RunView of(String id, List<RunEvent> events) {
    Map<String, Part> parts = new LinkedHashMap<>();
    List<RunEvent.Told> told = new ArrayList<>();
    List<RunEvent.Observed> facts = new ArrayList<>();
    String now = "";
    int percent = 0;
    Optional<RunEvent.Finished> end = Optional.empty();
    for (RunEvent event : events) {
      switch (event) {
        case RunEvent.Started s -> {
          parts.put(s.probe(), new Part(s.probe(), "running", 0, ""));
          now = s.question();
          percent = 0;
        }
        case RunEvent.Progressed p -> {
          now = p.probe() + ": " + p.text();
          percent = p.percent();
        }
        case RunEvent.Observed o -> facts.addFirst(o);
        case RunEvent.Ended e ->
            parts.put(e.probe(), new Part(e.probe(), e.state(), e.observations(), e.reason()));
        case RunEvent.Told t -> told.add(t);
        case RunEvent.Finished f -> {
          end = Optional.of(f);
          now = f.text();
          percent = 100;
        }
      }
    }
    return new RunView(
        id,
        events.isEmpty() ? 0 : events.getLast().id(),
        now,
        percent,
        List.copyOf(parts.values()),
        told,
        facts.stream().limit(MOST).toList(),
        facts.size(),
        end);
  }
}
