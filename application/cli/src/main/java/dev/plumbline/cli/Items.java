package dev.plumbline.cli;

import dev.plumbline.core.ItemId;
import dev.plumbline.core.UnitId;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.view.Text;
import java.util.List;

/** Finds the test item that a command line names. */
final class Items {
  private Items() {}

  /**
   * The item.
   *
   * @param name {@code UNIT@SUBJECT}, or {@code UNIT} where the unit has one item
   * @throws CliException if there is none, or several
   */
  static ItemId find(Assessment result, String name) {
    String unit = name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
    List<String> ofProvision = ofProvision(result, name);
    if (!ofProvision.isEmpty()) {
      throw new CliException(
          ExitCode.USAGE,
          Text.safe(name)
              + " is a provision with "
              + Text.count(ofProvision.size(), "item")
              + "; choose one: "
              + Text.safe(String.join(", ", ofProvision)));
    }
    if (!UnitId.isValid(unit)) {
      throw new CliException(
          ExitCode.USAGE,
          "'" + Text.safe(name) + "' is not a test unit; write it like 5.6-1-2c@DUT.");
    }
    List<ItemId> of =
        result.items().map(i -> i.item().id()).filter(i -> i.unit().value().equals(unit)).toList();
    List<ItemId> exact =
        name.contains("@") ? of.stream().filter(i -> i.toString().equals(name)).toList() : of;
    if (exact.size() == 1) {
      return exact.getFirst();
    }
    String known =
        of.isEmpty()
            ? "The plan has no item of unit " + unit + "."
            : "Items of this unit: " + Text.safe(of.toString());
    throw new CliException(
        ExitCode.USAGE, "No single item is named '" + Text.safe(name) + "'. " + known);
  }

  /** The items of a provision, with their verdicts; none where the name is not a provision's. */
  private static List<String> ofProvision(Assessment result, String name) {
    return result.sections().stream()
        .flatMap(s -> s.groups().stream())
        .filter(g -> g.provision().id().toString().equals(name))
        .flatMap(GroupResult::items)
        .map(i -> i.item().id() + " (" + i.verdict() + ")")
        .toList();
  }
}
