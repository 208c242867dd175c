package dev.plumbline.view;

import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.exposure.Exposure;
import dev.plumbline.judging.exposure.Exposure.Proof;
import dev.plumbline.judging.exposure.Exposure.State;
import dev.plumbline.judging.exposure.FailingItems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows which ways in of known attacks a product leaves open. */
public final class ExposureText {
  private static final String INDENT = "      ";

  private ExposureText() {}

  /** Counts, then a line a vector with what shows it below. */
  public static List<String> lines(List<Exposure> exposures, FailingItems failing, Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(
        exposures.size()
            + " ways in: "
            + count(exposures, State.OPEN)
            + " open, "
            + count(exposures, State.CLOSED)
            + " closed, "
            + count(exposures, State.UNTESTED)
            + " untested.");
    String attack = "";
    for (Exposure e : exposures) {
      if (!e.attack().name().equals(attack)) {
        attack = e.attack().name();
        lines.add("");
        lines.add(style.bold(attack));
      }
      lines.add("  " + painted(e.state(), style) + " " + e.vector().id());
      e.proof().forEach(p -> lines.add(Text.wrap(Text.safe(p.says() + " " + place(p)), INDENT)));
      e.missing().forEach(m -> lines.add(Text.wrap("Missing: " + Text.safe(m), INDENT)));
      List<Judged> items = failing.of(e.vector());
      if (!items.isEmpty()) {
        lines.add(INDENT + "Fails:");
        items.forEach(i -> lines.addAll(NextStepsText.lines(i, INDENT + "  ")));
      }
    }
    return lines;
  }

  /** The same as plain values. */
  public static Map<String, Object> json(List<Exposure> exposures, FailingItems failing) {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (State state : State.values()) {
      counts.put(lower(state), count(exposures, state));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("counts", counts);
    json.put("vectors", exposures.stream().map(e -> json(e, failing)).toList());
    return json;
  }

  private static Map<String, Object> json(Exposure e, FailingItems failing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("attack", e.attack().id());
    json.put("vector", e.vector().id());
    json.put("state", lower(e.state()));
    json.put("summary", e.vector().summary());
    json.put("confidence", lower(e.attack().confidence()));
    json.put("ports", e.vector().ports());
    json.put("provisions", e.vector().provisions().stream().map(ProvisionId::value).toList());
    json.put("proof", e.proof().stream().map(ExposureText::json).toList());
    json.put("missing", e.missing());
    json.put("fails", failing.of(e.vector()).stream().map(i -> i.item().id().toString()).toList());
    return json;
  }

  private static Map<String, Object> json(Proof proof) {
    Observation o = proof.observation();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("says", proof.says());
    json.put("observation", o.key());
    json.put("subject", o.subject());
    json.put("producer", o.source().producer());
    json.put("run", o.source().runId());
    json.put("at", o.source().at().toString());
    json.put("evidence", o.evidence().map(EvidenceRef::toString).orElse(""));
    return json;
  }

  private static String place(Proof proof) {
    Observation o = proof.observation();
    return "["
        + o.key()
        + ", run "
        + o.source().runId()
        + o.evidence().map(r -> ", " + r).orElse("")
        + "]";
  }

  private static String painted(State state, Style style) {
    String word = String.format(Locale.ROOT, "%-8s", state.name());
    return switch (state) {
      case OPEN -> style.red(word);
      case CLOSED -> word;
      case UNTESTED -> style.yellow(word);
    };
  }

  private static long count(List<Exposure> exposures, State state) {
    return exposures.stream().filter(e -> e.state() == state).count();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
