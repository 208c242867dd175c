package dev.plumbline.cli;

import dev.plumbline.app.Workspace;
import dev.plumbline.catalogue.Attacks;
import dev.plumbline.catalogue.Guidance;
import dev.plumbline.engine.declaration.Gap;
import dev.plumbline.engine.declaration.GapList;
import dev.plumbline.engine.declaration.Gaps;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline gaps DIR}. */
@Command(
    name = "gaps",
    mixinStandardHelpOptions = true,
    description =
        "Shows what is not met or not known, by the attacks it leaves open, and what to do.",
    footer = {"", "Example:", "  plumbline gaps my-camera --brief"})
final class GapsCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Option(names = "--brief", description = "Without the guidance.")
  private boolean brief;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Workspace workspace = dossier.usable(spec.commandLine().getErr());
    GapList gaps =
        Gaps.of(workspace.catalogue(), new Guidance(), Attacks.load(), workspace.dossier());
    if (format.json()) {
      out.println(Json.of(gaps.gaps().stream().map(GapsCommand::json).toList()));
      return;
    }
    for (GapList.OpenAttack attack : gaps.attacks()) {
      out.println(attack.attack().name() + " finds open:");
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
    out.println();
    out.println(
        gaps.gaps().size()
            + " of "
            + workspace.catalogue().provisions().size()
            + " provisions are not met or not known.");
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
