package dev.plumbline.judging.plan;

import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.TestGroup;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.judging.check.TestItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A test group in the plan.
 *
 * @param answer the supplier's answer in the ICS, if any
 * @param reason what makes the standing, as a sentence
 * @param units the items of each unit; empty where the group is not tested
 * @param aside where the group is not tested, what a check may show all the same; no item of the
 *     plan, and no verdict counts it
 */
public record PlannedGroup(
    Provision provision,
    TestGroup group,
    Optional<IcsAnswer> answer,
    Standing standing,
    String reason,
    Map<UnitId, List<TestItem>> units,
    List<TestItem> aside) {
  public PlannedGroup {
    aside = List.copyOf(aside);
    units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
  }

  public List<TestItem> items() {
    List<TestItem> all = new ArrayList<>();
    units.values().forEach(all::addAll);
    return Collections.unmodifiableList(all);
  }

  public List<TestItem> items(UnitId unit) {
    return units.getOrDefault(unit, List.of());
  }

  public Counts counts() {
    List<TestItem> items = items();
    int planned = (int) items.stream().filter(i -> i.blocked().isEmpty()).count();
    return new Counts(items.size(), planned, 0, 0);
  }
}
