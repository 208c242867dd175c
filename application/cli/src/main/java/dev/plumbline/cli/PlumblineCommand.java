package dev.plumbline.cli;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.version.Version;
import dev.plumbline.cli.account.AccountCommand;
import dev.plumbline.cli.catalogue.CatalogueCommand;
import dev.plumbline.cli.catalogue.LearnCommand;
import dev.plumbline.cli.catalogue.ProfileCommand;
import dev.plumbline.cli.catalogue.SchemesCommand;
import dev.plumbline.cli.declaration.CheckCommand;
import dev.plumbline.cli.declaration.DraftCommand;
import dev.plumbline.cli.declaration.ExportCommand;
import dev.plumbline.cli.declaration.FmtCommand;
import dev.plumbline.cli.declaration.ImportDossierCommand;
import dev.plumbline.cli.declaration.InterviewCommand;
import dev.plumbline.cli.declaration.MigrateCommand;
import dev.plumbline.cli.declaration.NewCommand;
import dev.plumbline.cli.declaration.TrustCommand;
import dev.plumbline.cli.dev.CiCommand;
import dev.plumbline.cli.dev.CompletionCommand;
import dev.plumbline.cli.dev.DevCommand;
import dev.plumbline.cli.device.AssessCommand;
import dev.plumbline.cli.device.CaptureCommand;
import dev.plumbline.cli.device.DemoCommand;
import dev.plumbline.cli.device.DriverCommand;
import dev.plumbline.cli.device.FirmwareCommand;
import dev.plumbline.cli.device.ImportCommand;
import dev.plumbline.cli.device.ReplayCommand;
import dev.plumbline.cli.device.TestCommand;
import dev.plumbline.cli.option.ProcessOwner;
import dev.plumbline.cli.option.UsageException;
import dev.plumbline.cli.report.DocumentsCommand;
import dev.plumbline.cli.report.PortfolioCommand;
import dev.plumbline.cli.report.ReportCommand;
import dev.plumbline.cli.report.StatsCommand;
import dev.plumbline.cli.team.AskCommand;
import dev.plumbline.cli.team.AssignCommand;
import dev.plumbline.cli.team.CommentCommand;
import dev.plumbline.cli.team.MergeCommand;
import dev.plumbline.cli.team.ReviewCommand;
import dev.plumbline.cli.team.SignoffCommand;
import dev.plumbline.cli.verdict.ConfirmCommand;
import dev.plumbline.cli.verdict.DecideCommand;
import dev.plumbline.cli.verdict.DeltaCommand;
import dev.plumbline.cli.verdict.DiffCommand;
import dev.plumbline.cli.verdict.ExplainCommand;
import dev.plumbline.cli.verdict.GapsCommand;
import dev.plumbline.cli.verdict.JudgeCommand;
import dev.plumbline.cli.verdict.PlanCommand;
import dev.plumbline.cli.verdict.SealCommand;
import dev.plumbline.cli.verdict.StatusCommand;
import dev.plumbline.cli.verdict.StillHoldsCommand;
import dev.plumbline.cli.verdict.WaiveCommand;
import dev.plumbline.cli.verdict.WalkCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root of all commands. */
@Command(
    name = "plumbline",
    mixinStandardHelpOptions = true,
    versionProvider = PlumblineCommand.OfBuild.class,
    description =
        "Assesses a consumer IoT product against ETSI EN 303 645 with TS 103 701: checks the"
            + " declaration, plans, probes the device, judges every test unit with evidence, and"
            + " reports.",
    footer = {
      "",
      "Where to begin:",
      "  plumbline demo              see the whole of it on a simulated camera",
      "  plumbline learn             the standard in an afternoon",
      "  plumbline new my-product    a dossier for your own product, then interview, check, test",
      "",
      "Exit codes: 0 all PASS, 10 any FAIL, 11 nothing FAILs but not all is decided,",
      "12 the dossier has problems, 13 nobody agreed to what it wants of this machine,",
      "1 a defect of Plumbline, 2 wrong use."
    },
    subcommands = {
      DemoCommand.class,
      LearnCommand.class,
      CatalogueCommand.class,
      NewCommand.class,
      InterviewCommand.class,
      DraftCommand.class,
      CheckCommand.class,
      GapsCommand.class,
      SchemesCommand.class,
      ProfileCommand.class,
      FmtCommand.class,
      PlanCommand.class,
      TrustCommand.class,
      TestCommand.class,
      DriverCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      ImportDossierCommand.class,
      CaptureCommand.class,
      FirmwareCommand.class,
      JudgeCommand.class,
      ReplayCommand.class,
      ExplainCommand.class,
      DecideCommand.class,
      ConfirmCommand.class,
      StillHoldsCommand.class,
      WaiveCommand.class,
      WalkCommand.class,
      ReviewCommand.class,
      CommentCommand.class,
      AskCommand.class,
      AssignCommand.class,
      SignoffCommand.class,
      MergeCommand.class,
      ServeCommand.class,
      AccountCommand.class,
      StatusCommand.class,
      SealCommand.class,
      DiffCommand.class,
      MigrateCommand.class,
      DeltaCommand.class,
      ReportCommand.class,
      AssessCommand.class,
      PortfolioCommand.class,
      StatsCommand.class,
      DocumentsCommand.class,
      CiCommand.class,
      CompletionCommand.class,
      DevCommand.class
    })
final class PlumblineCommand implements Runnable, ProcessOwner {
  private final boolean ownsProcess;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  PlumblineCommand() {
    this(false);
  }

  /**
   * The root of a program.
   *
   * @param ownsProcess whether the process does nothing but run the command
   */
  PlumblineCommand(boolean ownsProcess) {
    this.ownsProcess = ownsProcess;
  }

  @Override
  public boolean ownsProcess() {
    return ownsProcess;
  }

  /** The version that the build wrote. */
  static final class OfBuild implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Version.TOOL};
    }
  }

  @Override
  public void run() {
    throw new UsageException(spec.commandLine(), Message.of("PLB-C903"));
  }
}
