package dev.plumbline.view;

import dev.plumbline.app.Searches;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.judging.Judged;
import java.io.PrintWriter;
import java.util.List;

/** What was searched, for a person who shall confirm it. */
public record SearchText(Searches searches) {

  /** An item: what was asked, what was looked at and what was not. */
  public void print(ItemId id, PrintWriter out) {
    searches.items().stream().filter(i -> i.item().id().equals(id)).forEach(i -> print(i, out));
  }

  private static void print(Judged item, PrintWriter out) {
    out.println();
    out.println(Text.safe(item.item().id() + ": " + item.item().unit().check()));
    out.println(Text.wrap(Text.safe(item.finding().reason()), "  "));
    if (item.finding() instanceof Finding.Searched s) {
      out.println("  Looked at:");
      s.lookedAt().forEach(p -> out.println(Text.wrap(Text.safe(p), "    ")));
      out.println("  Not looked at:");
      List<String> left =
          s.notLookedAt().isEmpty()
              ? List.of("nothing that is known; other places can exist")
              : s.notLookedAt();
      left.forEach(p -> out.println(Text.wrap(Text.safe(p), "    ")));
    }
  }
}
