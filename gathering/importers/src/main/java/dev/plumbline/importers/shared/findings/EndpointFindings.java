package dev.plumbline.importers.shared.findings;

import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.observation.network.ScanFindings;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Findings by endpoint, each once, in bounded memory. */
public final class EndpointFindings {

  private static final int MOST = 5_000;
  private static final int MOST_SUBJECTS = 2_000;

  private final Map<String, Set<ScannerFinding>> bySubject = new LinkedHashMap<>();
  private final Map<String, Long> more = new TreeMap<>();
  private int kept;

  /** A subject that the scanner looked at, whether it finds something or not. */
  public void looked(String subject) {
    if (bySubject.size() < MOST_SUBJECTS) {
      bySubject.computeIfAbsent(subject, s -> new LinkedHashSet<>());
    }
  }

  /** A finding; beyond the bound it is counted alone. */
  public void add(String subject, ScannerFinding finding) {
    looked(subject);
    Set<ScannerFinding> findings = bySubject.getOrDefault(subject, Set.of());
    if (findings.contains(finding)) {
      return;
    }
    if (kept < MOST && bySubject.containsKey(subject)) {
      findings.add(finding);
      kept++;
    } else {
      more.merge(subject, 1L, Long::sum);
    }
  }

  /** All findings of another one, as those of this subject. */
  void addAll(String subject, EndpointFindings others) {
    others.bySubject.values().forEach(all -> all.forEach(f -> add(subject, f)));
    others.more.values().forEach(number -> more.merge(subject, number, Long::sum));
  }

  public boolean isEmpty() {
    return bySubject.isEmpty();
  }

  /**
   * Tells one observation a subject.
   *
   * @param tried what the scanner says that it tried
   */
  public void tell(HeldFacts facts, Tried tried) {
    facts.lost(
        more.entrySet().stream()
            .filter(e -> !bySubject.containsKey(e.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum());
    bySubject.forEach(
        (subject, findings) ->
            facts.seen(
                subject,
                tried.found(
                    findings.stream().map(ScannerFinding::fact).toList(),
                    Optional.ofNullable(more.get(subject)))));
  }

  /** Tells what was found, and of the subjects without a finding that they have no answer. */
  public void tellUnfinished(HeldFacts facts, Tried tried, String reason) {
    EndpointFindings found = new EndpointFindings();
    bySubject.forEach((subject, all) -> all.forEach(f -> found.add(subject, f)));
    found.more.putAll(more);
    bySubject.forEach(
        (subject, findings) -> {
          if (findings.isEmpty()) {
            facts.undetermined(ScanFindings.class, subject, reason);
          }
        });
    found.tell(facts, tried);
  }
}
