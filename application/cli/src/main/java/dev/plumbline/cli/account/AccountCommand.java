package dev.plumbline.cli.account;

import dev.plumbline.cli.option.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline account}: who may log in to a workbench over the network. */
@Command(
    name = "account",
    mixinStandardHelpOptions = true,
    description = {
      "Makes, lists and removes accounts of the workbench for 'plumbline serve --listen'.",
      "An account is bound to one person; its own key signs what that person decides. Accounts lie"
          + " with your keys, outside of every dossier."
    },
    footer = {
      "",
      "Examples:",
      "  plumbline account add ann --person 'Ann Assessor'",
      "  plumbline account list",
      "  plumbline account password ann",
      "  plumbline account passkeys ann",
      "  plumbline account remove ann"
    },
    subcommands = {
      AccountAddCommand.class,
      AccountListCommand.class,
      AccountPasswordCommand.class,
      AccountPasskeysCommand.class,
      AccountRemoveCommand.class
    })
public final class AccountCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    throw UsageException.without(
        spec.commandLine(), "add NAME, list, password NAME, passkeys NAME, or remove NAME");
  }
}
