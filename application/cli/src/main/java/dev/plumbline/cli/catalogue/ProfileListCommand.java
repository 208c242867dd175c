package dev.plumbline.cli.catalogue;

import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.Json;
import dev.plumbline.view.edition.ProfileView;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline profile list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the profiles that ship.",
    footer = {"", "Example:", "  plumbline profile list --format json"})
public final class ProfileListCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    if (format.json()) {
      out.println(Json.of(ProfileView.all().stream().map(ProfileView::json).toList()));
    } else {
      ProfileView.all().forEach(p -> p.summary(out));
    }
  }
}
