package dev.plumbline.cli.catalogue;

import dev.plumbline.cli.option.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline profile}: what verticals and stricter readings ask beyond an edition. */
@Command(
    name = "profile",
    mixinStandardHelpOptions = true,
    description = "Shows and checks profiles: what verticals and stricter readings add as data.",
    footer = {
      "",
      "Examples:",
      "  plumbline profile list",
      "  plumbline profile show smart-lock",
      "  plumbline profile check my-camera/profiles/ours.yaml",
      "  plumbline profile schemas my-camera",
      "",
      "A dossier names its profiles in product.yaml: profiles: [smart-lock]."
    },
    subcommands = {
      ProfileListCommand.class,
      ProfileShowCommand.class,
      ProfileCheckCommand.class,
      ProfileSchemasCommand.class
    })
public final class ProfileCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    throw UsageException.without(
        spec.commandLine(), "list, show ID, check FILE|DIR, or schemas DIR");
  }
}
