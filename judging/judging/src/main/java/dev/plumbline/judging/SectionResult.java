package dev.plumbline.judging;

import dev.plumbline.catalogue.Section;
import dev.plumbline.core.Verdict;
import dev.plumbline.judging.plan.Counts;
import java.util.List;
import java.util.Optional;

/**
 * Verdict of a section (test scenario).
 *
 * @param verdict over its groups that have one; empty when all of them were declined with a reason
 */
public record SectionResult(
    Section section, Optional<Verdict> verdict, Counts counts, List<GroupResult> groups) {
  public SectionResult {
    groups = List.copyOf(groups);
  }
}
