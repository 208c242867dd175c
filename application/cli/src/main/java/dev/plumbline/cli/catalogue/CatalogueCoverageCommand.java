package dev.plumbline.cli.catalogue;

import dev.plumbline.app.EditionChoice;
import dev.plumbline.cli.option.EditionOption;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.Json;
import dev.plumbline.view.edition.CoverageView;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline catalogue coverage}. */
@Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    description = {
      "Shows who decides each test unit: a probe's observations, a rule, or a person.",
      "As JSON, those of both editions unless one is named."
    },
    footer = {
      "%nExamples:",
      "  plumbline catalogue coverage --edition 2.1.1",
      "  plumbline catalogue coverage --format json | jq '.[] | select(.shown.with == \"FAIL\")'"
    })
public final class CatalogueCoverageCommand implements Runnable {
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
    PrintWriter out = spec.commandLine().getOut();
    if (format.json()) {
      out.println(Json.of(CoverageView.json(asked())));
      return;
    }
    CoverageView.lines(edition.choice()).forEach(out::println);
  }

  private List<EditionChoice> asked() {
    return spec.commandLine().getParseResult().hasMatchedOption("--edition")
        ? List.of(edition.choice())
        : EditionChoice.all();
  }
}
