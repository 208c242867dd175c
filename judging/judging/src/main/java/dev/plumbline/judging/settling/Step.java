package dev.plumbline.judging.settling;

import dev.plumbline.core.ItemId;
import java.util.List;

/**
 * One thing to do, and the open items that it bears on.
 *
 * @param line what to do, as a sentence or a command; {@code DIR} stands for the dossier
 * @param settles items that need nothing else, as far as is known
 * @param helps items that need something else as well
 */
public record Step(String line, List<ItemId> settles, List<ItemId> helps) {
  public Step {
    settles = List.copyOf(settles);
    helps = List.copyOf(helps);
  }

  /** All items that it bears on. */
  public int items() {
    return settles.size() + helps.size();
  }

  /** How much it brings, as a clause: "settles 12 items, helps with 3". */
  public String gain() {
    String helped = helps.isEmpty() ? "" : "helps with " + count(helps.size());
    return settles.isEmpty()
        ? helped
        : "settles " + count(settles.size()) + (helped.isEmpty() ? "" : ", " + helped);
  }

  private static String count(int n) {
    return n == 1 ? "1 item" : n + " items";
  }
}
