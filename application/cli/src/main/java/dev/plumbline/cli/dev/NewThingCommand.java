package dev.plumbline.cli.dev;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.scaffold.Scaffold;
import dev.plumbline.app.scaffold.Scaffolds;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline dev new-… NAME}: writes what a new thing of one kind begins as. */
public abstract class NewThingCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      description = "Its id: two or more words with hyphens, as in the example.")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Option(
      names = "--project",
      paramLabel = "DIR",
      defaultValue = "${sys:plumbline.home:-.}",
      description = "Directory of Plumbline's sources; the one that was started unless given.")
  @SuppressWarnings("NullAway.Init")
  private Path project;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final String kind;

  NewThingCommand(String kind) {
    this.kind = kind;
  }

  @Override
  public Integer call() throws IOException {
    Scaffold.Written written = write();
    PrintWriter out = spec.commandLine().getOut();
    if (!written.files().isEmpty()) {
      out.println("Wrote:");
      written.files().forEach(f -> out.println("  " + f));
    }
    out.println("Added a line to:");
    written.changed().forEach(f -> out.println("  " + f));
    out.println("Next:");
    written.next().forEach(step -> out.println("  " + step));
    return ExitCode.OK.code();
  }

  private Scaffold.Written write() throws IOException {
    try {
      return Scaffolds.of(kind).write(project, name);
    } catch (IllegalArgumentException e) {
      throw new CliException(
          ExitCode.USAGE, Message.of("PLB-C801", "reason", String.valueOf(e.getMessage())));
    }
  }

  /** A probe. */
  @Command(
      name = "new-probe",
      mixinStandardHelpOptions = true,
      description = "Writes a new probe: class, description and a test that passes the contract.",
      footer = {"", "Example:", "  plumbline dev new-probe mqtt-anonymous-connect"})
  static final class OfProbe extends NewThingCommand {
    OfProbe() {
      super("probe");
    }
  }

  /** A check. */
  @Command(
      name = "new-check",
      mixinStandardHelpOptions = true,
      description = "Writes a new check: class, text and a test that passes the contract.",
      footer = {"", "Example:", "  plumbline dev new-check open-ports-are-declared"})
  static final class OfCheck extends NewThingCommand {
    OfCheck() {
      super("check");
    }
  }

  /** An importer. */
  @Command(
      name = "new-importer",
      mixinStandardHelpOptions = true,
      description =
          "Writes a new importer: class, description, samples and a test that passes the contract.",
      footer = {"", "Example:", "  plumbline dev new-importer acme-ports-json"})
  static final class OfImporter extends NewThingCommand {
    OfImporter() {
      super("importer");
    }
  }

  /** A scheme. */
  @Command(
      name = "new-scheme",
      mixinStandardHelpOptions = true,
      description = "Writes a new label, mark or law, with all that nobody knows of it yet.",
      footer = {"", "Example:", "  plumbline dev new-scheme xx-label"})
  static final class OfScheme extends NewThingCommand {
    OfScheme() {
      super("scheme");
    }
  }

  /** A report format. */
  @Command(
      name = "new-report",
      mixinStandardHelpOptions = true,
      description = "Writes a new report format: class and a test that passes the contract.",
      footer = {"", "Example:", "  plumbline dev new-report plain-lines"})
  static final class OfReport extends NewThingCommand {
    OfReport() {
      super("report");
    }
  }

  /** A driver action. */
  @Command(
      name = "new-driver-action",
      mixinStandardHelpOptions = true,
      description = "Adds an action that drivers can make a device do, and its line in the docs.",
      footer = {"", "Example:", "  plumbline dev new-driver-action open-casing"})
  static final class OfDriverAction extends NewThingCommand {
    OfDriverAction() {
      super("driver-action");
    }
  }
}
