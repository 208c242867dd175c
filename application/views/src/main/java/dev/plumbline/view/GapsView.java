package dev.plumbline.view;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.attack.Attacks;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.catalogue.guidance.Guidance;
import dev.plumbline.declaration.Gap;
import dev.plumbline.declaration.GapList;
import dev.plumbline.declaration.Gaps;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.exposure.FailingItems;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a dossier does not meet, or does not tell, on paper, and the items that fail. */
public record GapsView(Workspace workspace, GapList gaps, Assessment result) {

  /** Looks at a dossier as it is on a day. */
  public static GapsView of(Workspace workspace, LocalDate day) {
    return new GapsView(
        workspace,
        Gaps.of(workspace.catalogue(), new Guidance(), Attacks.load(), workspace.dossier()),
        new Assessor(workspace.catalogue()).judge(workspace.dossier(), CryptoPolicies.load(), day));
  }

  /** The gaps and what fails, as plain values. */
  public List<Map<String, Object>> json() {
    List<Map<String, Object>> all = new ArrayList<>();
    gaps.gaps().forEach(g -> all.add(json(g)));
    FailingItems failing = FailingItems.of(result, Attacks.load());
    failing.all().forEach(i -> all.add(json(i, failing)));
    return all;
  }

  /**
   * Prints them.
   *
   * @param brief without the guidance
   */
  public void print(boolean brief, Style style, PrintWriter out) {
    for (GapList.OpenAttack attack : gaps.attacks()) {
      out.println(
          "Ways in that " + attack.attack().name() + " could use on this product (on paper):");
      attack
          .vectors()
          .forEach(
              v ->
                  out.println(
                      Text.wrap(
                          v.vector().summary()
                              + " Closed by "
                              + String.join(
                                  ", ",
                                  v.gaps().stream().map(g -> g.provision().id().value()).toList())
                              + ".",
                          "  ")));
    }
    for (Gap gap : gaps.gaps()) {
      out.println();
      out.println(
          gap.provision().id()
              + "  "
              + gap.provision().title()
              + "  ("
              + gap.provision().printedStatus()
              + ")");
      out.println(Text.wrap(Text.safe(gap.reason()), "    "));
      if (!brief) {
        gap.guidance()
            .ifPresent(
                g -> {
                  out.println(Text.wrap("Asks: " + g.asks(), "    "));
                  out.println(Text.wrap("How: " + g.done(), "    "));
                  out.println(Text.wrap("Beware: " + g.pitfalls(), "    "));
                });
      }
    }
    new NextStepsText(style).failing(result, out);
    out.println();
    out.println(
        gaps.gaps().size()
            + " of "
            + workspace.catalogue().provisions().size()
            + " provisions are not met or not known on paper; "
            + FailingItems.of(result, List.of()).all().size()
            + " test items fail.");
  }

  private static Map<String, Object> json(Judged item, FailingItems failing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("provision", item.item().unit().id().provision().value());
    json.put("kind", "fails");
    json.put("item", item.item().id().toString());
    json.put("reason", item.finding().reason());
    json.put("attacks", failing.attacksOn(item));
    return json;
  }

  private static Map<String, Object> json(Gap gap) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("provision", gap.provision().id().value());
    json.put("kind", gap.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.put("reason", gap.reason());
    json.put("attacks", List.copyOf(gap.attacks()));
    return json;
  }
}
