package dev.plumbline.cli.catalogue;

import dev.plumbline.app.portfolio.SchemeStanding;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.cli.option.DayOption;
import dev.plumbline.cli.option.DossierArgument;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.PolicyOption;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.view.Json;
import dev.plumbline.view.Style;
import dev.plumbline.view.scheme.EligibilityJson;
import dev.plumbline.view.scheme.EligibilityView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline schemes for DIR}. */
@Command(
    name = "for",
    mixinStandardHelpOptions = true,
    description = {
      "Shows for each level of each scheme whether a product is eligible, and what is missing.",
      "Judges what is declared and what was seen; touches no device."
    },
    footer = {
      "",
      "Examples:",
      "  plumbline schemes for my-camera",
      "  plumbline schemes for my-camera --brief",
      "  plumbline schemes for my-camera --on 2027-12-11 --format json",
      "  plumbline schemes for my-camera --format html -o labels.html"
    })
public final class SchemesForCommand implements Callable<Integer> {
  /** Form of the answers. */
  private enum Form {
    TEXT,
    JSON,
    HTML
  }

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text (default), json or html.")
  @SuppressWarnings("NullAway.Init")
  private Form form;

  @Option(names = "-o", paramLabel = "FILE", description = "Write to this file.")
  private Optional<Path> output = Optional.empty();

  /** The spelling of earlier versions. */
  @Option(names = "--output", hidden = true)
  private Optional<Path> earlier = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private PolicyOption policy;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DayOption on;

  @Option(names = "--brief", description = "As text: the matrix and the next levels only.")
  private boolean brief;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Workspace workspace = dossier.sound(spec.commandLine().getErr());
    LocalDate day = on.day();
    SchemeStanding standing = SchemeStanding.of(workspace, policy.choice().policy(), day);
    String told =
        switch (form) {
          case TEXT -> new EligibilityView(standing).text(brief, style()) + "\n";
          case JSON -> Json.of(EligibilityJson.of(standing)) + "\n";
          case HTML -> new EligibilityView(standing).page();
        };
    if (chosen().isPresent()) {
      WholeFile.write(chosen().get(), told);
    } else {
      spec.commandLine().getOut().print(told);
      spec.commandLine().getOut().flush();
    }
    return ExitCode.OK.code();
  }

  private Style style() {
    return chosen().isPresent() ? new Style(false) : Style.ofTerminal();
  }

  private Optional<Path> chosen() {
    return output.or(() -> earlier);
  }
}
