package dev.plumbline.cli.account;

import dev.plumbline.app.account.Account;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline account list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the accounts with their persons.")
final class AccountListCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AccountFolder folder;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Account> all = folder.accounts().all();
    if (all.isEmpty()) {
      out.println("There is no account. 'plumbline account add NAME' makes one.");
    }
    all.forEach(a -> out.println(a.name() + "  " + Text.safe(a.person())));
    return ExitCode.OK.code();
  }
}
