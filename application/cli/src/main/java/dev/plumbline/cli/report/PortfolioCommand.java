package dev.plumbline.cli.report;

import dev.plumbline.app.portfolio.PortfolioSurvey;
import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.cli.option.DayOption;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.FoldersArgument;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.cli.option.PolicyOption;
import dev.plumbline.view.Json;
import dev.plumbline.view.Style;
import dev.plumbline.view.portfolio.PortfolioJson;
import dev.plumbline.view.portfolio.PortfolioText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline portfolio DIR…}. */
@Command(
    name = "portfolio",
    mixinStandardHelpOptions = true,
    description = {
      "Shows where many products stand: verdicts, common failures, readiness for labels, support"
          + " that ends, results that have gone stale.",
      "Judges what is declared and what was seen; touches no device."
    },
    footer = {
      "",
      "Examples:",
      "  plumbline portfolio products/",
      "  plumbline portfolio camera lock --on 2027-12-11 --format json",
      "  plumbline portfolio products/ --html portfolio.html"
    })
public final class PortfolioCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FoldersArgument folders;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private PolicyOption policy;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DayOption on;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page with table and charts too.")
  private Optional<Path> html = Optional.empty();

  @Option(
      names = "--within",
      paramLabel = "MONTHS",
      defaultValue = "12",
      description = "Show support that ends within so many months (default: 12).")
  private int within;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<Path> found = folders.dossiers();
    LocalDate day = on.day();
    LocalDate horizon = day.plusMonths(within);
    PortfolioSurvey survey;
    try (ResultIndex index = ResultIndex.of(System.getenv())) {
      survey =
          PortfolioSurvey.of(
              index,
              found,
              policy.choice(),
              day,
              FoldersArgument.progress(found.size(), spec.commandLine().getErr()));
    }
    if (html.isPresent()) {
      survey.writePage(html.get(), horizon);
    }
    if (format.json()) {
      out.println(Json.of(PortfolioJson.of(survey.portfolio(), horizon)));
    } else {
      new PortfolioText(survey.portfolio(), horizon, Style.ofTerminal())
          .lines()
          .forEach(out::println);
      html.ifPresent(f -> out.println("The page: " + f.toAbsolutePath().normalize()));
    }
    return survey.hasErrors() ? ExitCode.DOSSIER.code() : ExitCode.OK.code();
  }
}
