package dev.plumbline.cli;

import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.profile.Profile;
import dev.plumbline.catalogue.profile.ShippedProfiles;
import dev.plumbline.view.Json;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline profile show ID}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows a profile: what it adds, what it tightens, what is unknown of it.",
    footer = {"", "Example:", "  plumbline profile show smart-lock"})
final class ProfileShowCommand implements Runnable {
  private static final String INDENT = "    ";

  @Parameters(paramLabel = "ID", description = "Id of a profile, as 'profile list' shows it.")
  @SuppressWarnings("NullAway.Init")
  private String id;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    Profile profile =
        ShippedProfiles.find(id)
            .orElseThrow(
                () ->
                    new CliException(
                        ExitCode.USAGE,
                        "There is no profile '"
                            + Text.safe(id)
                            + "'; there are "
                            + String.join(", ", ShippedProfiles.ids())
                            + "."));
    PrintWriter out = spec.commandLine().getOut();
    if (format.json()) {
      out.println(Json.of(ProfileListCommand.json(profile)));
      return;
    }
    Style style = Style.ofTerminal();
    out.println(style.bold(profile.title()));
    out.println(
        Text.wrap(
            profile.id() + ", extends V" + profile.base() + "; owner: " + profile.owner(), ""));
    profile
        .unknown()
        .forEach(u -> out.println(Text.wrap("- " + style.yellow("unknown:") + " " + u, INDENT)));
    for (Provision p : profile.provisions()) {
      out.println();
      out.println(style.bold(p.id() + " " + p.title()) + "  " + p.printedStatus());
      out.println(Text.wrap(p.summary(), INDENT));
      profile.groups().stream()
          .filter(g -> g.id().equals(p.id()))
          .flatMap(g -> g.cases().stream())
          .flatMap(c -> c.units().stream())
          .forEach(u -> out.println(Text.wrap(u.id() + ": " + u.check(), INDENT)));
    }
    profile
        .stricter()
        .forEach(
            s -> {
              out.println();
              out.println(style.bold(s.provision() + " becomes a requirement"));
              out.println(Text.wrap(s.because(), INDENT));
            });
  }
}
