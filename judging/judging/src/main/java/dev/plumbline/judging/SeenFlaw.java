package dev.plumbline.judging;

import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.NamedFact;
import dev.plumbline.judging.fact.QuestionLog;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a machine found against an item, whatever the verdict that counts: also where a person
 * decided otherwise, and where the supplier answered N or N/A so that there is nothing to judge.
 *
 * @param evidence observations of the device that show it; empty where the declaration alone does
 * @param verdict the verdict that counts: the item's, or where it is not judged its provision's;
 *     empty where the provision is declined with a reason
 * @param aside whether it was seen at a provision that is answered N or N/A, of which no item is
 *     judged
 */
public record SeenFlaw(
    ItemId item,
    String reason,
    List<Observation> evidence,
    Optional<Verdict> verdict,
    boolean aside) {
  public SeenFlaw {
    evidence = List.copyOf(evidence);
  }

  /**
   * The flaws of a product, those seen on the device first, each at the item that shows it.
   *
   * @param aside what was seen at provisions that are not tested
   */
  static List<SeenFlaw> of(List<Judged> items, Stream<SeenFlaw> aside) {
    return Stream.concat(of(items), aside)
        .sorted(Comparator.comparing(f -> f.evidence().isEmpty()))
        .toList();
  }

  private static Stream<SeenFlaw> of(List<Judged> items) {
    Set<ItemId> flawed =
        items.stream()
            .filter(i -> violated(i).isPresent())
            .map(i -> i.item().id())
            .collect(Collectors.toSet());
    return items.stream()
        .filter(i -> i.item().inherits().stream().noneMatch(flawed::contains))
        .flatMap(
            i ->
                violated(i)
                    .map(
                        v ->
                            new SeenFlaw(
                                i.item().id(),
                                v.reason(),
                                evidence(i),
                                Optional.of(i.verdict()),
                                false))
                    .stream());
  }

  /** What refuted a question stands before what else the finding rests on. */
  private static List<Observation> evidence(Judged item) {
    Stream<Observation> refuting =
        item.questionLog().entries().stream()
            .filter(e -> e.reply() == QuestionLog.Reply.NO)
            .flatMap(e -> e.fact().stream())
            .filter(NamedFact.Observed.class::isInstance)
            .map(f -> ((NamedFact.Observed) f).observation());
    return Stream.concat(refuting.filter(item.basis()::contains), item.basis().stream())
        .distinct()
        .toList();
  }

  private static Optional<Finding.Violated> violated(Judged item) {
    return item.byMachine()
        .filter(f -> !item.inherited())
        .filter(Finding.Violated.class::isInstance)
        .map(Finding.Violated.class::cast);
  }
}
