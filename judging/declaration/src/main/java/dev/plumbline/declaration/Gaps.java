package dev.plumbline.declaration;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.attack.Attack;
import dev.plumbline.catalogue.guidance.Guidance;
import dev.plumbline.declaration.Applicability.Answer;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Support;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Step 2 of the four steps: what is left to implement, and what happens meanwhile. */
public final class Gaps {
  private final DatedDossier declared;
  private final Guidance guidance;
  private final List<Attack> attacks;

  private Gaps(DatedDossier declared, Guidance guidance, List<Attack> attacks) {
    this.declared = declared;
    this.guidance = guidance;
    this.attacks = attacks;
  }

  /** Every provision of the edition that is not declared as met, or as not applying with right. */
  public static GapList of(
      Catalogue catalogue, Guidance guidance, List<Attack> attacks, Dossier dossier) {
    // No date plays a part in what is declared.
    return new Gaps(new DatedDossier(catalogue, dossier, LocalDate.EPOCH), guidance, attacks)
        .list();
  }

  private GapList list() {
    List<Gap> gaps =
        declared.catalogue().provisions().values().stream()
            .flatMap(p -> gap(p).stream())
            .sorted(
                Comparator.comparingInt((Gap g) -> -vectors(g.provision()))
                    .thenComparing(g -> !g.provision().mandatory())
                    .thenComparing(g -> g.provision().id()))
            .toList();
    List<GapList.OpenAttack> open =
        attacks.stream()
            .map(a -> new GapList.OpenAttack(a, ways(a, gaps)))
            .filter(a -> !a.vectors().isEmpty())
            .sorted(
                Comparator.comparingInt((GapList.OpenAttack a) -> -a.vectors().size())
                    .thenComparing(a -> a.attack().id()))
            .toList();
    return new GapList(gaps, open);
  }

  private Optional<Gap> gap(Provision p) {
    Applicability applies = Applicability.of(p, declared);
    Optional<IxitEntry> shown = RowsAgree.against(applies, declared);
    if (shown.isPresent() && declared.support(p.id()).filter(s -> s == Support.YES).isEmpty()) {
      String what = "It is left out, but " + shown.get().subject() + " shows that it applies.";
      return Optional.of(gap(p, Gap.Kind.NOT_APPLICABLE_UNSUPPORTED, what));
    }
    Optional<IcsAnswer> answer = declared.ics().answer(p.id());
    if (answer.isEmpty()) {
      // Without the feature the row is still unanswered, but nothing is left open.
      return applies.answer() == Answer.DOES_NOT_APPLY
          ? Optional.empty()
          : Optional.of(gap(p, Gap.Kind.NOT_KNOWN, "It has no answer yet."));
    }
    return switch (answer.get().support()) {
      case YES -> Optional.empty();
      case NO ->
          applies.answer() == Answer.DOES_NOT_APPLY
              ? Optional.empty()
              : Optional.of(gap(p, Gap.Kind.NOT_MET, refused(p, answer.get())));
      case NOT_APPLICABLE -> unsupported(p, applies);
    };
  }

  private static String refused(Provision p, IcsAnswer answer) {
    String reason = answer.detail().isBlank() ? "without a reason" : "\"" + answer.detail() + "\"";
    return p.mandatory()
        ? "It is mandatory and answered N: " + reason + "."
        : "It is recommended and answered N: " + reason + ".";
  }

  private Optional<Gap> unsupported(Provision p, Applicability applies) {
    if (p.isConditional() && applies.answer() == Answer.DOES_NOT_APPLY) {
      return Optional.empty();
    }
    String reason =
        !p.isConditional()
            ? "It is answered N/A, but it depends on nothing."
            : applies.answer() == Answer.APPLIES
                ? "It is answered N/A, but "
                    + Applicability.spoken(Applicability.labels(p))
                    + " is stated to hold."
                : "It is answered N/A, but "
                    + Applicability.spoken(applies.open())
                    + " is not settled.";
    return Optional.of(gap(p, Gap.Kind.NOT_APPLICABLE_UNSUPPORTED, reason));
  }

  private Gap gap(Provision p, Gap.Kind kind, String reason) {
    List<String> open =
        attacks.stream()
            .filter(a -> a.vectors().stream().anyMatch(v -> isClosedBy(v, p)))
            .map(Attack::id)
            .toList();
    return new Gap(p, kind, reason, guidance.provision(p.id()), open);
  }

  private int vectors(Provision p) {
    return (int)
        attacks.stream().flatMap(a -> a.vectors().stream()).filter(v -> isClosedBy(v, p)).count();
  }

  private static List<GapList.OpenVector> ways(Attack attack, List<Gap> gaps) {
    return attack.vectors().stream()
        .map(
            v ->
                new GapList.OpenVector(
                    v, gaps.stream().filter(g -> isClosedBy(v, g.provision())).toList()))
        .filter(v -> !v.gaps().isEmpty())
        .toList();
  }

  private static boolean isClosedBy(Attack.Vector vector, Provision p) {
    return vector.provisions().contains(p.id());
  }
}
