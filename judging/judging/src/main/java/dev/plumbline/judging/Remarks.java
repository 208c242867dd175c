package dev.plumbline.judging;

import dev.plumbline.catalogue.Confidence;
import dev.plumbline.catalogue.Edition;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.RefusedLogin;
import dev.plumbline.judging.plan.Standing;
import dev.plumbline.observation.login.LoginDeclared;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What belongs on the first page: what did not run, and what is less sure than it looks. */
final class Remarks {
  private static final int MOST_NAMED = 5;

  private final Assessment assessment;
  private final Facts facts;
  private final List<Judged> items;
  private final List<String> remarks = new ArrayList<>();

  private Remarks(Assessment assessment, Facts facts) {
    this.assessment = assessment;
    this.facts = facts;
    this.items = assessment.items().toList();
  }

  static List<String> of(Assessment assessment, Facts facts) {
    Remarks r = new Remarks(assessment, facts);
    r.unbacked();
    assessment.family().ifPresent(f -> r.remarks.addAll(f.sentences()));
    r.declined();
    r.notRun();
    RefusedLogin.of(facts.dossier().product(), facts.observations(LoginDeclared.class))
        .forEach(l -> r.remarks.add("A declared login does not work. " + l.sentence()));
    r.setAside();
    r.stale();
    r.doubtful();
    return List.copyOf(r.remarks);
  }

  /** First of all: what rests on evidence that is not as it was counts for nothing. */
  private void unbacked() {
    List<String> faults = List.copyOf(facts.dossier().unbacked().values());
    if (!faults.isEmpty()) {
      remarks.add(
          "The record is not as it was written; "
              + count(faults.size(), "piece of evidence shows", "pieces of evidence show")
              + " nothing, and what rests on "
              + (faults.size() == 1 ? "it" : "them")
              + " does not count: "
              + faults.stream()
                  .limit(MOST_NAMED)
                  .map(f -> f.replace("its evidence ", ""))
                  .collect(Collectors.joining("; "))
              + (faults.size() > MOST_NAMED
                  ? "; and " + (faults.size() - MOST_NAMED) + " more"
                  : "")
              + ". 'plumbline check' shows all.");
    }
  }

  private void declined() {
    List<String> ids = new ArrayList<>();
    for (SectionResult section : assessment.sections()) {
      for (GroupResult group : section.groups()) {
        if (group.standing() == Standing.DECLINED) {
          ids.add(group.provision().id().value());
        }
      }
    }
    if (!ids.isEmpty()) {
      remarks.add(
          count(ids.size(), "recommendation is", "recommendations are")
              + " declined with a reason, which is not a pass: "
              + String.join(", ", ids)
              + ".");
    }
  }

  private void notRun() {
    Map<String, Integer> blocked = new LinkedHashMap<>();
    Map<String, Integer> errors = new LinkedHashMap<>();
    for (Judged i : items) {
      if (i.finding() instanceof Finding.Errored e) {
        errors.merge(e.reason(), 1, Integer::sum);
      } else if (!i.executed() && !i.inherited()) {
        i.item().blocked().ifPresent(b -> blocked.merge(b, 1, Integer::sum));
      }
    }
    blocked.forEach(
        (why, n) -> remarks.add(count(n, "item", "items") + " cannot be decided yet: " + why));
    errors.forEach(
        (why, n) -> remarks.add("Plumbline failed on " + count(n, "item", "items") + ": " + why));
  }

  private void setAside() {
    Map<String, Integer> aside = new LinkedHashMap<>();
    for (Observation o : facts.setAside()) {
      Facts.whySetAside(o, assessment.product()).ifPresent(w -> aside.merge(w, 1, Integer::sum));
    }
    aside.forEach(
        (why, n) ->
            remarks.add(count(n, "observation", "observations") + " set aside: " + why + "."));
  }

  private void stale() {
    long stale = items.stream().filter(Judged::stale).count();
    if (stale > 0) {
      remarks.add(
          count(stale, "decision of a person is", "decisions of people are")
              + " stale and not counted.");
    }
  }

  private void doubtful() {
    Edition edition = assessment.catalogue().edition();
    if (edition.rollUpConfidence() != Confidence.HIGH) {
      remarks.add(
          "We derived how results add up; the text of the standard was not available (confidence "
              + word(edition.rollUpConfidence())
              + "): "
              + edition.rollUp()
              + ".");
    }
    if (edition.naConfidence() != Confidence.HIGH) {
      remarks.add(
          "When N/A is allowed is a paraphrase (confidence "
              + word(edition.naConfidence())
              + "): "
              + edition.naRule());
    }
    long cases = assessment.groups().mapToLong(g -> g.cases().size()).sum();
    long derived =
        assessment
            .groups()
            .flatMap(g -> g.cases().stream())
            .filter(c -> c.testCase().isDerived())
            .count();
    if (derived > 0) {
      remarks.add(
          "The pass conditions of "
              + derived
              + " of "
              + cases
              + " test cases are derived, not read from "
              + edition.testDocument()
              + ".");
    }
    assessment
        .groups()
        .flatMap(g -> g.cases().stream())
        .filter(c -> !c.testCase().unknown().isEmpty() && c.verdict() == Verdict.INCONCLUSIVE)
        .forEach(
            c ->
                remarks.add(
                    "UNKNOWN in case " + c.testCase().id() + ": " + c.testCase().unknown()));
    String weak =
        assessment
            .groups()
            .filter(g -> !g.cases().isEmpty() && isWeak(g))
            .map(g -> g.provision().id().value())
            .collect(Collectors.joining(", "));
    if (!weak.isEmpty()) {
      remarks.add("The facts about these provisions are unsure: " + weak + ".");
    }
  }

  private static boolean isWeak(GroupResult group) {
    return group.group().confidence().compareTo(Confidence.LOW) >= 0
        || group.provision().confidence().compareTo(Confidence.LOW) >= 0;
  }

  private static String word(Confidence confidence) {
    return confidence.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String count(long n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }
}
