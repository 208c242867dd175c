package dev.plumbline.cli.catalogue;

import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.Json;
import dev.plumbline.view.Style;
import dev.plumbline.view.edition.ProfileView;
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
public final class ProfileShowCommand implements Runnable {
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
    ProfileView profile = ProfileView.named(id);
    PrintWriter out = spec.commandLine().getOut();
    if (format.json()) {
      out.println(Json.of(profile.json()));
    } else {
      profile.print(Style.ofTerminal(), out);
    }
  }
}
