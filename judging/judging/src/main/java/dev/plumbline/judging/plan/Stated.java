package dev.plumbline.judging.plan;

import dev.plumbline.catalogue.Provision;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the ICS makes of a provision (EN 303 645, Annex B).
 *
 * @param reason what makes the standing, as a sentence
 * @param absence the stated condition that does not hold, or feature that is absent; empty when
 *     none is
 */
record Stated(Standing standing, String reason, Optional<String> absence) {

  /** Whether the units of the provision are judged. */
  boolean isTested() {
    return standing == Standing.CLAIMED || standing == Standing.UNSETTLED;
  }

  static Stated of(Provision provision, Ics ics) {
    Optional<String> absence = absence(provision, ics);
    Optional<IcsAnswer> answer = ics.answer(provision.id());
    if (!provision.inTableB1()) {
      return new Stated(
          Standing.CLAIMED, "Table B.1 has no row for it; it always applies.", absence);
    }
    if (answer.isEmpty()) {
      return new Stated(
          Standing.UNSETTLED, provision.id() + " is not answered in ics.yaml.", absence);
    }
    return switch (answer.get().support()) {
      case YES -> new Stated(Standing.CLAIMED, "Answered Y.", absence);
      case NO -> refused(provision, answer.get(), absence);
      case NOT_APPLICABLE -> notApplicable(provision, ics, absence);
    };
  }

  private static Stated refused(Provision provision, IcsAnswer answer, Optional<String> absence) {
    if (absence.isPresent()) {
      return new Stated(
          Standing.UNSETTLED,
          "Answered N, but it does not apply: " + absence.get() + ". Answer N/A.",
          absence);
    }
    if (provision.mandatory()) {
      return new Stated(
          Standing.REFUSED, "Answered N to a requirement: a non-conformity.", absence);
    }
    return answer.detail().isBlank()
        ? new Stated(
            Standing.UNSETTLED,
            "Answered N to a recommendation without a reason; Annex B asks for one.",
            absence)
        : new Stated(Standing.DECLINED, "Declined with a reason; that is not a pass.", absence);
  }

  private static Stated notApplicable(Provision provision, Ics ics, Optional<String> absence) {
    if (!provision.naAllowed()) {
      return new Stated(
          Standing.UNSETTLED, "Answered N/A, which its row of Table B.1 does not allow.", absence);
    }
    if (absence.isPresent()) {
      return new Stated(Standing.NOT_APPLICABLE, "Does not apply: " + absence.get() + ".", absence);
    }
    String open = unsettled(provision, ics);
    return new Stated(
        Standing.UNSETTLED,
        open.isEmpty()
            ? "Answered N/A, although all that it depends on is stated to be there."
            : "Answered N/A, but ics.yaml does not state " + open + ".",
        absence);
  }

  private static Optional<String> absence(Provision provision, Ics ics) {
    return Stream.concat(
            absent("condition ", labels(provision), ics.conditions(), " does not hold"),
            absent("feature ", provision.features(), ics.features(), " is absent"))
        .findFirst();
  }

  private static Stream<String> absent(
      String what, List<String> labels, Map<String, Statement> stated, String how) {
    return labels.stream()
        .filter(l -> Optional.ofNullable(stated.get(l)).filter(s -> !s.holds()).isPresent())
        .map(l -> what + l + how);
  }

  private static String unsettled(Provision provision, Ics ics) {
    return String.join(
        " and ",
        Stream.concat(
                labels(provision).stream()
                    .filter(l -> !ics.conditions().containsKey(l))
                    .map(l -> "condition " + l),
                provision.features().stream()
                    .filter(l -> !ics.features().containsKey(l))
                    .map(l -> "feature " + l))
            .toList());
  }

  private static List<String> labels(Provision provision) {
    return provision.conditions().stream().map(String::valueOf).toList();
  }
}
