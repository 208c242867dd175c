package dev.plumbline.cli;

import dev.plumbline.app.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
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
      WaiveCommand.class,
      WalkCommand.class,
      ServeCommand.class,
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
final class PlumblineCommand implements Runnable {
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

  boolean ownsProcess() {
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
    throw new ParameterException(
        spec.commandLine(), "Name a command; 'plumbline demo' is a start.");
  }
}
