package dev.plumbline.cli.account;

import dev.plumbline.cli.option.ExitCode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline account remove NAME}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description =
        "Removes an account and its key; its browsers are logged out. What the person signed stays"
            + " on record and stays right.")
final class AccountRemoveCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Of the account.")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AccountFolder folder;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    folder.accounts().remove(name);
    spec.commandLine().getOut().println(name + " can log in no more.");
    return ExitCode.OK.code();
  }
}
