package dev.plumbline.cli.account;

import dev.plumbline.app.account.Passkey;
import dev.plumbline.app.account.Passkeys;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline account passkeys NAME}. */
@Command(
    name = "passkeys",
    mixinStandardHelpOptions = true,
    description =
        "Lists the passkeys of an account, or removes one, such as that of a lost phone. People add"
            + " passkeys in the workbench, on the page behind their name.")
final class AccountPasskeysCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Of the account.")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Option(
      names = "--remove",
      paramLabel = "ID",
      description =
          "Remove the passkey that the list shows with this id. Browsers that are logged in with it"
              + " have to log in again; the password still works.")
  private Optional<String> removed = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private AccountFolder folder;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Passkeys passkeys = new Passkeys(folder.accounts());
    if (removed.isPresent()) {
      passkeys.remove(name, removed.get());
      out.println("The passkey " + removed.get() + " of " + name + " is removed.");
      return ExitCode.OK.code();
    }
    List<Passkey> all = passkeys.ofExisting(name);
    if (all.isEmpty()) {
      out.println(name + " has no passkey.");
    }
    all.forEach(p -> out.println(line(p)));
    return ExitCode.OK.code();
  }

  private static String line(Passkey passkey) {
    return passkey.mark()
        + "  for "
        + passkey.host()
        + "  added "
        + passkey.added()
        + "  used "
        + passkey.used().map(Instant::toString).orElse("never")
        + "  "
        + Text.safe(passkey.name());
  }
}
