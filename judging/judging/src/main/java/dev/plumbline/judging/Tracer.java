package dev.plumbline.judging;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.check.UnitProfile;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.QuestionLog;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the way of one item from the catalogue to its finding. */
final class Tracer {
  private static final int LONGEST = 600;

  private final Catalogue catalogue;
  private final Facts facts;
  private final BasisDigests basis;

  Tracer(Facts facts, BasisDigests basis) {
    this.catalogue = facts.catalogue();
    this.facts = facts;
    this.basis = basis;
  }

  List<TraceStep> trace(
      TestItem item,
      UnitProfile profile,
      MachineFinding machine,
      List<Judged> sources,
      Optional<Decision> decision,
      Optional<PersonFinding> person) {
    List<TraceStep> steps = new ArrayList<>();
    catalogue(item, profile, steps);
    declaration(item, profile, steps);
    machine.basis().forEach(o -> steps.add(observation(o)));
    machine.questionLog().entries().forEach(q -> steps.add(question(q)));
    rule(item, profile, machine, sources, steps);
    decision.ifPresent(d -> steps.add(decision(d, person.map(PersonFinding::note).orElse(""))));
    Finding finding = person.map(PersonFinding::finding).orElse(machine.finding());
    steps.add(new TraceStep("verdict", finding.verdict() + ": " + finding.reason(), ""));
    return List.copyOf(steps);
  }

  private void catalogue(TestItem item, UnitProfile profile, List<TraceStep> steps) {
    String kind = item.unit().kind().name().toLowerCase(java.util.Locale.ROOT);
    steps.add(
        step(
            "catalogue",
            "Unit " + item.unit().id() + " (" + kind + "): " + item.unit().check(),
            catalogue.edition().testDocument() + ", case " + profile.testCase().id()));
    steps.add(
        step(
            "catalogue",
            "Passes when: "
                + String.join("; ", profile.testCase().pass())
                + (profile.testCase().unknown().isEmpty()
                    ? ""
                    : ". UNKNOWN: " + profile.testCase().unknown()),
            profile.testCase().isDerived()
                ? "derived (" + profile.testCase().passSource() + "), not read"
                : "as published"));
  }

  private void declaration(TestItem item, UnitProfile profile, List<TraceStep> steps) {
    facts
        .dossier()
        .ics()
        .answer(profile.provision().id())
        .ifPresent(
            a ->
                steps.add(
                    step(
                        "declaration",
                        a.provision()
                            + " is answered "
                            + a.support().printed()
                            + (a.detail().isBlank() ? "." : ": " + a.detail()),
                        where(a.place()))));
    Stream.concat(item.entry().stream(), item.second().stream())
        .forEach(e -> steps.add(step("declaration", cells(e), where(e.place()))));
    List<IxitEntry> others =
        basis.entries(item, profile).stream()
            .filter(e -> !item.entry().equals(Optional.of(e)))
            .filter(e -> !item.second().equals(Optional.of(e)))
            .toList();
    if (!others.isEmpty()) {
      steps.add(
          step(
              "declaration",
              "Also rests on "
                  + others.stream().map(IxitEntry::subject).collect(Collectors.joining(", ")),
              where(others.getFirst().place())));
      others.forEach(
          e ->
              e.drafted()
                  .forEach(
                      (key, from) ->
                          steps.add(
                              step(
                                  "declaration",
                                  e.subject() + ": " + key + " was drafted from " + from,
                                  where(e.place())))));
    }
  }

  private static String cells(IxitEntry entry) {
    return entry.subject()
        + ": "
        + entry.cells().values().stream()
            .map(c -> c.key() + " = " + c.text())
            .collect(Collectors.joining("; "))
        + entry.drafted().entrySet().stream()
            .map(d -> "; " + d.getKey() + " was drafted from " + d.getValue())
            .collect(Collectors.joining())
        + entry.remarks().entrySet().stream()
            .map(r -> "; " + r.getKey() + " (remark): " + r.getValue())
            .collect(Collectors.joining());
  }

  private static TraceStep observation(Observation o) {
    String seen = o.seen() ? o.value().toString() : "no answer: " + o.reason();
    String covered = o.coverage().isEmpty() ? "" : "; looked at " + o.coverage();
    return step(
        "observation",
        o.key() + " of " + o.subject() + ": " + seen + covered + " (" + source(o.source()) + ")",
        o.evidence().map(EvidenceRef::toString).orElse("no evidence file"));
  }

  private static TraceStep question(QuestionLog.Entry q) {
    return step(
        "question",
        q.question() + " (" + q.subject() + ") " + q.reply() + ": " + q.answer(),
        q.fact()
            .map(f -> f.name() + ", " + f.where())
            .orElseGet(
                () -> q.remedies().stream().map(Remedy::line).collect(Collectors.joining(" "))));
  }

  private static String source(Observation.Source s) {
    return s.producer()
        + " "
        + s.version()
        + ", "
        + s.at()
        + ", device version "
        + s.softwareVersion();
  }

  private void rule(
      TestItem item,
      UnitProfile profile,
      MachineFinding machine,
      List<Judged> sources,
      List<TraceStep> steps) {
    if (item.blocked().isEmpty() && !item.emptySelection()) {
      profile
          .check()
          .ifPresent(c -> steps.add(step("rule", "Check " + Checks.name(c), "reads " + c.needs())));
      profile
          .rule()
          .filter(r -> r.holds().isPresent())
          .ifPresent(
              r ->
                  steps.add(
                      step("rule", reach(r) + r.holds().orElse("").strip(), where(r.place()))));
    }
    sources.forEach(
        s ->
            steps.add(
                step(
                    "rule",
                    "Takes over " + s.item().id() + ": " + s.verdict(),
                    "never better than the worst of them")));
    if (profile.readsPolicy()) {
      steps.add(
          step(
              "rule",
              "Cryptography is judged by " + facts.policy().id() + " for " + facts.day(),
              "policy " + facts.policy().digest().shortForm()));
    }
    steps.add(
        step("rule", "The machine finds " + finding(machine.finding()), "by " + machine.by()));
  }

  private static TraceStep decision(Decision d, String note) {
    return step(
        "decision",
        d.by()
            + " decided "
            + d.finding().verdict()
            + " on "
            + d.at().atOffset(ZoneOffset.UTC).toLocalDate()
            + ": "
            + d.finding().reason()
            + " | "
            + note,
        d.evidence().isEmpty()
            ? "no evidence"
            : d.evidence().stream()
                .map(e -> "evidence/" + e.shortForm())
                .collect(Collectors.joining(", ")));
  }

  private static String finding(Finding finding) {
    return finding.verdict() + ": " + finding.reason();
  }

  private static String where(Place place) {
    return place.toString();
  }

  private static TraceStep step(String stage, String text, String where) {
    String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
    return new TraceStep(stage, bounded, where);
  }

  private static String reach(UnitRule rule) {
    return switch (rule.reach()) {
      case WHOLE -> "Rule: ";
      case PROPOSES -> "Rule, refutes and proposes: ";
      case PART -> "Rule, can refute only: ";
    };
  }
}
