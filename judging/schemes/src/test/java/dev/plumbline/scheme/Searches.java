package dev.plumbline.scheme;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.TestCase;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.judging.CaseResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.UnitResult;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.plan.Counts;
import java.util.List;
import java.util.Optional;

/** The cases of a provision of which one item was searched. */
final class Searches {
  private static final Finding SEARCHED =
      new Finding.Searched("SEARCHED: none of 246 paths opened.", List.of("246 paths"), List.of());

  private Searches() {}

  /**
   * @param confirmed whether a person confirmed it
   */
  static List<CaseResult> cases(Catalogue catalogue, Provision provision, boolean confirmed) {
    TestCase first =
        Optional.ofNullable(catalogue.groups().get(provision.id()))
            .orElseThrow()
            .cases()
            .getFirst();
    TestUnit unit = first.units().getFirst();
    Judged item = item(unit, confirmed);
    return List.of(
        new CaseResult(
            first,
            item.verdict(),
            Counts.NONE,
            List.of(new UnitResult(unit, item.verdict(), Counts.NONE, List.of(item)))));
  }

  private static Judged item(TestUnit unit, boolean confirmed) {
    return new Judged(
        new TestItem(
            new ItemId(unit.id(), ItemId.DUT),
            unit,
            Optional.empty(),
            Optional.empty(),
            false,
            DecidedBy.PROBE,
            List.of(),
            Optional.empty()),
        confirmed ? new Finding.Holds("I read the list.") : SEARCHED,
        confirmed ? DecidedBy.ASSESSOR : DecidedBy.PROBE,
        confirmed ? Optional.of(SEARCHED) : Optional.empty(),
        Optional.empty(),
        false,
        true,
        List.of(),
        List.of(),
        Digest.of("basis"),
        List.of());
  }
}
