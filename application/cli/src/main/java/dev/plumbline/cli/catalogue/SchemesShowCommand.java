package dev.plumbline.cli.catalogue;

import dev.plumbline.app.message.Message;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.Json;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import dev.plumbline.view.scheme.SchemeView;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline schemes show ID}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows what is known of a scheme, what is not, and where that is from.",
    footer = {"", "Example:", "  plumbline schemes show sg-cls"})
public final class SchemesShowCommand implements Runnable {
  @Parameters(paramLabel = "ID", description = "Id of the scheme, such as uk-psti.")
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
    PrintWriter out = spec.commandLine().getOut();
    SchemeView scheme =
        SchemeView.find(id)
            .orElseThrow(
                () ->
                    new CliException(
                        ExitCode.USAGE, Message.of("PLB-C503", "scheme", Text.safe(id))));
    if (format.json()) {
      out.println(Json.of(scheme.json()));
    } else {
      scheme.lines(Style.ofTerminal()).forEach(out::println);
    }
  }
}
