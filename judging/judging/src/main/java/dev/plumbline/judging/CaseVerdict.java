package dev.plumbline.judging;

import dev.plumbline.catalogue.TestCase;
import dev.plumbline.core.Verdict;
import dev.plumbline.core.VerdictRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes the verdict of a test case of those of its units, as the catalogue says they combine. */
final class CaseVerdict {
  private CaseVerdict() {}

  static Verdict of(TestCase testCase, List<UnitResult> units) {
    List<Verdict> verdicts = units.stream().map(UnitResult::verdict).toList();
    return switch (testCase.rule()) {
      case ALL_OF -> VerdictRule.ALL_OF.combine(verdicts);
      case ANY_SUBJECT -> anySubject(units);
      case ALTERNATIVES -> alternatives(testCase, units);
      case UNKNOWN -> VerdictRule.AGREED.combine(verdicts);
    };
  }

  /** One subject on which every unit is good is enough; a unit without it has no answer there. */
  static Verdict anySubject(List<UnitResult> units) {
    Set<String> subjects = new LinkedHashSet<>();
    List<Verdict> needed = new ArrayList<>();
    for (UnitResult unit : units) {
      for (Judged item : unit.items()) {
        if (item.item().entry().isPresent()) {
          subjects.add(item.item().id().subject());
        } else {
          needed.add(item.verdict());
        }
      }
    }
    if (!subjects.isEmpty()) {
      needed.add(
          VerdictRule.ANY_OF.combine(subjects.stream().map(s -> onSubject(units, s)).toList()));
    }
    return VerdictRule.ALL_OF.combine(needed);
  }

  /** On each subject one set of units has to hold; what is about no subject has to hold besides. */
  private static Verdict alternatives(TestCase testCase, List<UnitResult> units) {
    Set<String> subjects = new LinkedHashSet<>();
    List<Verdict> needed = new ArrayList<>();
    for (UnitResult unit : units) {
      for (Judged item : unit.items()) {
        if (item.item().entry().isPresent()) {
          subjects.add(item.item().id().subject());
        } else {
          needed.add(item.verdict());
        }
      }
    }
    for (String subject : subjects) {
      needed.add(
          VerdictRule.ANY_OF.combine(
              testCase.alternatives().stream().map(a -> set(a, units, subject)).toList()));
    }
    return VerdictRule.ALL_OF.combine(needed);
  }

  /** A member that is not about the subject, and has no other beside it that is, has no answer. */
  private static Verdict set(List<String> members, List<UnitResult> units, String subject) {
    List<Verdict> verdicts = new ArrayList<>();
    for (String member : members) {
      List<Verdict> own =
          List.of(member.split("[|]")).stream()
              .flatMap(letter -> units.stream().filter(u -> letter.equals(letter(u))))
              .flatMap(u -> u.items().stream())
              .filter(i -> i.item().id().subject().equals(subject))
              .map(Judged::verdict)
              .toList();
      verdicts.add(own.isEmpty() ? Verdict.INCONCLUSIVE : VerdictRule.ALL_OF.combine(own));
    }
    return VerdictRule.ALL_OF.combine(verdicts);
  }

  private static String letter(UnitResult unit) {
    String id = unit.unit().id().value();
    return id.substring(id.length() - 1);
  }

  private static Verdict onSubject(List<UnitResult> units, String subject) {
    Collection<Verdict> verdicts = new HashSet<>();
    for (UnitResult unit : units) {
      List<Judged> all = unit.items().stream().filter(i -> i.item().entry().isPresent()).toList();
      List<Verdict> own =
          all.stream()
              .filter(i -> i.item().id().subject().equals(subject))
              .map(Judged::verdict)
              .toList();
      if (!all.isEmpty()) {
        verdicts.add(own.isEmpty() ? Verdict.INCONCLUSIVE : VerdictRule.ALL_OF.combine(own));
      }
    }
    return VerdictRule.ALL_OF.combine(verdicts);
  }
}
