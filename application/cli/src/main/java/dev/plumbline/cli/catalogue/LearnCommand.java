package dev.plumbline.cli.catalogue;

import dev.plumbline.app.message.Message;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.EditionOption;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.GuidanceView;
import dev.plumbline.view.Text;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline learn [TOPIC]}: the standard for people who have never read it. */
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    description = "Explains the standard: the four steps, architectures, device states, terms.",
    footer = {
      "",
      "Examples:",
      "  plumbline learn                 the topics",
      "  plumbline learn four-steps",
      "  plumbline learn terms           all defined terms",
      "  plumbline learn administrator   one term"
    })
public final class LearnCommand implements Runnable {
  @Parameters(arity = "0..1", paramLabel = "TOPIC", description = "A topic or a defined term.")
  private Optional<String> topic = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private EditionOption edition;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    edition.choice();
    GuidanceView view = new GuidanceView();
    if (topic.isEmpty()) {
      print(view.topics(format.json()));
      return;
    }
    print(
        view.find(topic.get(), format.json())
            .orElseThrow(
                () ->
                    new CliException(
                        ExitCode.USAGE, Message.of("PLB-C504", "topic", Text.safe(topic.get())))));
  }

  private void print(List<String> lines) {
    lines.forEach(spec.commandLine().getOut()::println);
  }
}
