package dev.plumbline.cli.report;

import dev.plumbline.app.SchemeStanding;
import dev.plumbline.app.Survey;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.cli.option.DayOption;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.FoldersArgument;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.cli.option.PolicyOption;
import dev.plumbline.core.Problem;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.insight.portfolio.JudgedProduct;
import dev.plumbline.insight.portfolio.Portfolio;
import dev.plumbline.insight.portfolio.PortfolioEntry;
import dev.plumbline.insight.portfolio.UnjudgedProduct;
import dev.plumbline.judging.Assessment;
import dev.plumbline.reports.html.PortfolioPage;
import dev.plumbline.view.Json;
import dev.plumbline.view.PortfolioJson;
import dev.plumbline.view.PortfolioText;
import dev.plumbline.view.Style;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
    Portfolio portfolio =
        new Portfolio(
            day,
            new Survey(policy.choice().policy(), day)
                .of(
                    found,
                    new Looking(Schemes.load(), CatalogueLoader.all(), day),
                    FoldersArgument.progress(found.size(), spec.commandLine().getErr())));
    LocalDate horizon = day.plusMonths(within);
    if (html.isPresent()) {
      WholeFile.write(html.get(), page -> PortfolioPage.write(portfolio, horizon, page));
    }
    if (format.json()) {
      out.println(Json.of(PortfolioJson.of(portfolio, horizon)));
    } else {
      new PortfolioText(portfolio, horizon, Style.ofTerminal()).lines().forEach(out::println);
      html.ifPresent(f -> out.println("The page: " + f.toAbsolutePath().normalize()));
    }
    return portfolio.unjudged().isEmpty() ? ExitCode.OK.code() : ExitCode.DOSSIER.code();
  }

  /** What a portfolio keeps of each dossier. */
  private record Looking(SchemeCatalogue schemes, Map<EditionId, Catalogue> editions, LocalDate day)
      implements Survey.Look<PortfolioEntry> {
    @Override
    public PortfolioEntry judged(Path folder, Workspace workspace, Assessment assessment) {
      return JudgedProduct.of(
          folder.toString(),
          workspace.dossier(),
          assessment,
          SchemeStanding.levels(workspace, assessment, schemes, editions, day));
    }

    @Override
    public PortfolioEntry unusable(Path folder, List<Problem> errors) {
      Problem first = errors.getFirst();
      return new UnjudgedProduct(
          folder.toString(), errors.size(), first.place() + ": " + first.what());
    }
  }
}
