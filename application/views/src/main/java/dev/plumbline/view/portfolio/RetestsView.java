package dev.plumbline.view.portfolio;

import dev.plumbline.app.DueRetests;
import dev.plumbline.insight.change.Retest;
import dev.plumbline.view.Text;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What has to be tested again, why, by which probe, and how long that took last time. */
public record RetestsView(DueRetests due) {

  private Set<String> probes() {
    Set<String> probes = new TreeSet<>();
    due.again().forEach(r -> probes.addAll(r.by()));
    return probes;
  }

  /** The same for programs. */
  public Map<String, Object> json() {
    List<Retest> again = due.again();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "again",
        again.stream()
            .map(
                r -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("item", r.item().toString());
                  one.put("provision", r.provision().value());
                  one.put("by", r.by().isEmpty() ? List.of("person") : r.by());
                  one.put("why", r.why());
                  one.put("tookSeconds", seconds(r.took()));
                  return one;
                })
            .toList());
    Map<String, Object> sources = new LinkedHashMap<>();
    probes().forEach(p -> sources.put(p, seconds(Optional.ofNullable(due.took().get(p)))));
    json.put("probes", sources);
    return json;
  }

  /** Whole seconds, rounded up, or the word that says that nobody knows. */
  private static Object seconds(Optional<Duration> took) {
    return took.<Object>map(d -> (d.toMillis() + 999) / 1000).orElse("unknown");
  }

  public void print(PrintWriter out) {
    List<Retest> again = due.again();
    Set<String> probes = probes();
    if (again.isEmpty()) {
      out.println("Nothing has to be tested again.");
      return;
    }
    out.println(again.size() + " test items have to be tested again:");
    for (Retest r : again) {
      out.println(
          "  "
              + Text.safe(r.item().toString())
              + "  by "
              + (r.by().isEmpty() ? "a person" : Text.safe(String.join(", ", r.by()))));
      out.println(Text.wrap(Text.safe(String.join("; ", r.why())), "      "));
    }
    if (!probes.isEmpty()) {
      out.println("Time that these took last time:");
      probes.forEach(
          p ->
              out.println(
                  "  "
                      + Text.safe(p)
                      + ": "
                      + Optional.ofNullable(due.took().get(p))
                          .map(d -> (d.toMillis() + 999) / 1000 + " s")
                          .orElse("unknown")));
    }
  }
}
