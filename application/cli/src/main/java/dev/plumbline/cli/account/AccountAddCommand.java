package dev.plumbline.cli.account;

import dev.plumbline.app.account.Account;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline account add NAME}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description =
        "Makes an account with a key of its own. The password is asked for and not shown; it needs"
            + " 15 characters, and nothing that everybody tries first.")
final class AccountAddCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      description = "To log in with: small letters, digits, points, dashes, underscores.")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Option(
      names = "--person",
      paramLabel = "NAME",
      required = true,
      description = "The person whose decisions it records, as the record is to show it.")
  @SuppressWarnings("NullAway.Init")
  private String person;

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
    Account account = folder.accounts().add(name, person, password.read());
    spec.commandLine()
        .getOut()
        .println(account.name() + " can log in as " + Text.safe(account.person()) + ".");
    return ExitCode.OK.code();
  }
}
