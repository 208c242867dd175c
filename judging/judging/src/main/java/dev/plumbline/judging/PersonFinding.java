package dev.plumbline.judging;

import dev.plumbline.catalogue.Kind;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.check.UnitProfile;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Hears a person's decision beside the machine's finding. Neither replaces the other on record.
 *
 * @param finding the one that counts
 * @param stale whether the decision rests on something that has changed since
 * @param note what became of the decision, as a sentence
 */
record PersonFinding(Finding finding, DecidedBy by, boolean stale, boolean counts, String note) {

  static PersonFinding heard(
      TestItem item,
      UnitProfile profile,
      MachineFinding machine,
      Decision decision,
      List<Decision> standing,
      Predicate<Decision> isAsItWas,
      Dossier dossier) {
    if (standing.stream().anyMatch(d -> d.signed().filter(s -> !s.sound()).isPresent())) {
      return open(machine, "does not count: a signature on the item does not fit.", decision);
    }
    Optional<String> competing = competing(standing);
    if (competing.isPresent()) {
      return open(machine, competing.get(), decision);
    }
    Optional<String> unbacked =
        decision.evidence().stream()
            .flatMap(d -> Optional.ofNullable(dossier.unbacked().get(d.hex())).stream())
            .findFirst();
    if (unbacked.isPresent()) {
      return refused(machine, false, "does not count: " + unbacked.get() + ".", decision);
    }
    Optional<String> changed = changed(decision, isAsItWas, dossier);
    if (changed.isPresent()) {
      return refused(machine, true, "is stale: " + changed.get(), decision);
    }
    Optional<String> refusal = refusal(item, profile, machine, decision, dossier);
    if (refusal.isPresent()) {
      return refused(machine, false, "does not count: " + refusal.get(), decision);
    }
    Optional<String> unreviewed = Reviewing.lacking(decision, dossier.team());
    if (unreviewed.isPresent()) {
      return open(machine, unreviewed.get(), decision);
    }
    return overrules(machine, decision)
        ? new PersonFinding(
            overruling(decision), DecidedBy.ASSESSOR, false, true, "It overrules a rule.")
        : new PersonFinding(decision.finding(), DecidedBy.ASSESSOR, false, true, "It counts.");
  }

  /** A rule that refutes from the declaration alone, and a person who says why it is wrong. */
  private static boolean overrules(MachineFinding machine, Decision decision) {
    return decision.overrules()
        && decision.finding() instanceof Finding.Holds
        && machine.finding() instanceof Finding.Violated
        && machine.by() == DecidedBy.RULE
        && machine.basis().isEmpty();
  }

  /** Shown as such wherever the reason is shown. */
  private static Finding overruling(Decision decision) {
    return new Finding.Holds(
        "Overrules a rule over the declaration: " + decision.finding().reason());
  }

  private static PersonFinding refused(
      MachineFinding machine, boolean stale, String why, Decision decision) {
    String sentence = "The decision of " + decision.by() + " " + why;
    return new PersonFinding(
        machine.speaks() ? machine.finding() : new Finding.Undetermined(sentence),
        machine.speaks() ? machine.by() : DecidedBy.ASSESSOR,
        stale,
        false,
        sentence);
  }

  /** Two people who did not see each other's decision, and decided otherwise. */
  private static Optional<String> competing(List<Decision> standing) {
    boolean differ = standing.stream().map(d -> d.finding().verdict()).distinct().count() > 1;
    return differ
        ? Optional.of(
            "competes with another one: "
                + standing.stream()
                    .map(
                        d ->
                            d.by()
                                + " "
                                + d.finding().verdict()
                                + " ("
                                + d.finding().reason()
                                + ")")
                    .collect(Collectors.joining("; "))
                + ". One person has to decide again.")
        : Optional.empty();
  }

  /**
   * The item stays open, whatever a machine found, except that what a machine refuted stays
   * refuted: a decision that does not count yet must not let an earlier PASS stand.
   */
  private static PersonFinding open(MachineFinding machine, String why, Decision decision) {
    String sentence = "The decision of " + decision.by() + " " + why;
    boolean refuted = machine.finding() instanceof Finding.Violated;
    return new PersonFinding(
        refuted ? machine.finding() : new Finding.Undetermined(sentence),
        refuted ? machine.by() : DecidedBy.ASSESSOR,
        false,
        false,
        sentence);
  }

  private static Optional<String> changed(
      Decision decision, Predicate<Decision> isAsItWas, Dossier dossier) {
    String version = dossier.product().softwareVersion();
    for (Digest digest : decision.evidence()) {
      Optional<EvidenceFile> file = file(dossier, digest);
      if (file.isPresent()
          && !file.get().softwareVersion().isBlank()
          && !file.get().softwareVersion().equals(version)) {
        return Optional.of(
            file.get().path()
                + " was taken from version "
                + file.get().softwareVersion()
                + ", under assessment is "
                + version
                + ".");
      }
    }
    return isAsItWas.test(decision)
        ? Optional.empty()
        : Optional.of("what it was decided on has changed since.");
  }

  private static Optional<String> refusal(
      TestItem item,
      UnitProfile profile,
      MachineFinding machine,
      Decision decision,
      Dossier dossier) {
    boolean evidenced =
        decision.evidence().stream()
            .flatMap(d -> file(dossier, d).stream())
            .anyMatch(f -> f.softwareVersion().equals(dossier.product().softwareVersion()));
    boolean holds = decision.finding() instanceof Finding.Holds;
    boolean overrules = overrules(machine, decision);
    if (decision.overrules() && !overrules) {
      return Optional.of("only a rule that fails an item from the declaration can be overruled.");
    }
    boolean searched =
        machine.finding() instanceof Finding.Searched
            && machine.basis().stream().anyMatch(o -> o.evidence().isPresent());
    if (machine.finding() instanceof Finding.Violated
        && !(decision.finding() instanceof Finding.Violated)
        && !overrules
        && !evidenced) {
      return Optional.of("against a machine's finding it needs evidence of this version.");
    }
    if (holds && item.unit().kind() == Kind.FUNCTIONAL && !evidenced && !searched) {
      return Optional.of(
          "what a device does is not passed without evidence of this version; a claim is no"
              + " proof.");
    }
    return decision.finding() instanceof Finding.NotApplicable
        ? notApplicable(item, profile)
        : Optional.empty();
  }

  /** An item exists because the declaration gives rise to it; the ICS says what does not apply. */
  private static Optional<String> notApplicable(TestItem item, UnitProfile profile) {
    if (item.emptySelection()) {
      return Optional.empty();
    }
    boolean selectedByRule = profile.rule().flatMap(r -> r.select()).isPresent();
    if (item.unit().selects().isBlank() || item.entry().isEmpty() || selectedByRule) {
      return Optional.of(
          "by the declaration the unit applies to "
              + item.id().subject()
              + "; N/A is for the ICS to say, where a condition or feature is absent.");
    }
    return Optional.empty();
  }

  private static Optional<EvidenceFile> file(Dossier dossier, Digest digest) {
    return Optional.ofNullable(dossier.evidence().get(digest.hex()));
  }
}
