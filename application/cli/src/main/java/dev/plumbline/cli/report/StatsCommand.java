package dev.plumbline.cli.report;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.portfolio.ProductStatistics;
import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.DayOption;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.FoldersArgument;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.cli.option.PolicyOption;
import dev.plumbline.view.Json;
import dev.plumbline.view.Style;
import dev.plumbline.view.portfolio.StatsBefore;
import dev.plumbline.view.portfolio.StatsJson;
import dev.plumbline.view.portfolio.StatsText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline stats DIR…}. */
@Command(
    name = "stats",
    mixinStandardHelpOptions = true,
    description = {
      "Shows for each provision what became of it over many products, without telling of one.",
      "Each share that is shown has at least k makers behind it; what has fewer is kept back, and"
          + " so is what would give it away. Shares are in steps of 5 %.",
      "Judges what is declared and what was seen; touches no device."
    },
    footer = {
      "",
      "Examples:",
      "  plumbline stats products/",
      "  plumbline stats products/ --format json > 2026.json",
      "  plumbline stats products/ --since 2026.json"
    })
public final class StatsCommand implements Callable<Integer> {
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
      names = "-k",
      paramLabel = "MAKERS",
      defaultValue = "5",
      description = "Fewest makers behind a number that is shown (default and least: 5).")
  private int k;

  @Option(
      names = "--since",
      paramLabel = "FILE",
      description = "Show the change since what '--format json' wrote then.")
  private Optional<Path> since = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (k < ProductStatistics.LEAST) {
      throw new CliException(
          ExitCode.USAGE,
          Message.of("PLB-C601", "least", Integer.toString(ProductStatistics.LEAST)));
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Optional<StatsBefore> before =
        since.isPresent() ? Optional.of(StatsBefore.read(since.get())) : Optional.empty();
    List<Path> found = folders.dossiers();
    ProductStatistics statistics;
    try (ResultIndex index = ResultIndex.of(System.getenv())) {
      statistics =
          ProductStatistics.of(
              index,
              found,
              policy.choice(),
              on.day(),
              k,
              FoldersArgument.progress(found.size(), err));
    }
    if (format.json()) {
      out.println(Json.of(StatsJson.of(statistics)));
    } else {
      StatsText.of(statistics, before, Style.ofTerminal()).forEach(out::println);
    }
    if (statistics.unusable() > 0) {
      err.println(
          statistics.unusable()
              + " dossiers have errors and are left out; 'plumbline portfolio' names them.");
    }
    return statistics.unusable() == 0 ? ExitCode.OK.code() : ExitCode.DOSSIER.code();
  }
}
