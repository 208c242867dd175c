package dev.plumbline.cli.account;

import dev.plumbline.cli.option.ExitCode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline account password NAME}. */
@Command(
    name = "password",
    mixinStandardHelpOptions = true,
    description =
        "Gives an account another password. Browsers that are logged in with it have to log in"
            + " again.")
final class AccountPasswordCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Of the account.")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AccountFolder folder;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private NewPassword password;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    folder.accounts().change(name, password.read());
    spec.commandLine().getOut().println("The password of " + name + " is changed.");
    return ExitCode.OK.code();
  }
}
