package dev.plumbline.insight.change;

import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.Observation;
import dev.plumbline.insight.change.Change.Kind;
import dev.plumbline.insight.change.Change.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What came and went of what was gathered: evidence, runs, decisions. */
final class RecordChanges {
  private RecordChanges() {}

  static List<Change> of(Dossier before, Dossier after) {
    List<Change> changes = new ArrayList<>();
    evidence(before, after, changes);
    Map<String, String> was = runs(before);
    Map<String, String> is = runs(after);
    Set<String> runs = new LinkedHashSet<>(was.keySet());
    runs.addAll(is.keySet());
    for (String run : runs) {
      String old = was.getOrDefault(run, "");
      String now = is.getOrDefault(run, "");
      if (!old.equals(now)) {
        changes.add(Change.of(Part.RUN, run, "", "observations of a run", old, now));
      }
    }
    decisions(before, after, changes);
    return changes;
  }

  private static void evidence(Dossier before, Dossier after, List<Change> changes) {
    Set<String> digests = new TreeSet<>(before.evidence().keySet());
    digests.addAll(after.evidence().keySet());
    for (String digest : digests) {
      EvidenceFile was = before.evidence().get(digest);
      EvidenceFile is = after.evidence().get(digest);
      if (was == null && is != null) {
        changes.add(file(is, Kind.ADDED));
      } else if (was != null && is == null) {
        changes.add(file(was, Kind.REMOVED));
      }
    }
  }

  private static Change file(EvidenceFile file, Kind kind) {
    String what = file.what() + " (version " + file.softwareVersion() + ")";
    return kind == Kind.ADDED
        ? new Change(Part.EVIDENCE, kind, file.path(), "", "evidence", "", what)
        : new Change(Part.EVIDENCE, kind, file.path(), "", "evidence", what, "");
  }

  /** What each run saw, as a line. */
  private static Map<String, String> runs(Dossier dossier) {
    Map<String, List<Observation>> byRun = new LinkedHashMap<>();
    dossier
        .observations()
        .forEach(o -> byRun.computeIfAbsent(o.source().runId(), r -> new ArrayList<>()).add(o));
    Map<String, String> lines = new LinkedHashMap<>();
    byRun.forEach(
        (run, all) -> {
          Set<String> producers = new TreeSet<>();
          Set<String> versions = new TreeSet<>();
          all.forEach(
              o -> {
                producers.add(o.source().producer());
                versions.add(o.source().softwareVersion());
              });
          lines.put(
              run,
              all.size()
                  + " observations of version "
                  + String.join(", ", versions)
                  + " by "
                  + String.join(", ", producers));
        });
    return lines;
  }

  private static void decisions(Dossier before, Dossier after, List<Change> changes) {
    Set<Decision> was = new LinkedHashSet<>(before.decisions());
    Set<Decision> is = new LinkedHashSet<>(after.decisions());
    was.stream()
        .filter(d -> !is.contains(d))
        .forEach(d -> changes.add(decision(d, Kind.REMOVED, line(d), "")));
    is.stream()
        .filter(d -> !was.contains(d))
        .forEach(d -> changes.add(decision(d, Kind.ADDED, "", line(d))));
  }

  private static Change decision(Decision d, Kind kind, String before, String after) {
    return new Change(
        Part.DECISION, kind, d.item().toString(), "", "decision of a person", before, after);
  }

  private static String line(Decision d) {
    return d.finding().verdict() + " by " + d.by() + " at " + d.at() + ": " + d.finding().reason();
  }
}
