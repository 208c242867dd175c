package dev.plumbline.cli.verdict;

import dev.plumbline.app.AssessedDossier;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.PolicyOption;
import dev.plumbline.view.ExplanationText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline explain DIR ITEM}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Shows the whole way from catalogue over declaration and observation to the verdict of an item.",
    footer = {
      "",
      "Examples:",
      "  plumbline explain my-camera 5.6-1-2c@DUT",
      "  plumbline explain my-camera 5.1-1-2c@1-AuthMech/AuthMech-1"
    })
public final class ExplainCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Parameters(
      index = "1",
      paramLabel = "ITEM",
      description = "UNIT or UNIT@SUBJECT, as 'plan --items' lists them.")
  @SuppressWarnings("NullAway.Init")
  private String item;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private PolicyOption policy;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    AssessedDossier assessed = dossier.assessed(policy.choice(), spec.commandLine().getErr());
    ExplanationText.of(assessed, item).forEach(spec.commandLine().getOut()::println);
  }
}
