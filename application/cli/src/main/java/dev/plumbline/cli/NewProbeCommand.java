package dev.plumbline.cli;

import dev.plumbline.probe.scaffold.ProbeScaffold;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline dev new-probe NAME}. */
@Command(
    name = "new-probe",
    mixinStandardHelpOptions = true,
    description =
        "Writes the folder of a new probe: class, description, and a test that fails until the"
            + " probe asks something.",
    footer = {"", "Example:", "  plumbline dev new-probe mqtt-anonymous-connect"})
final class NewProbeCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      description =
          "The probe's id: two or more words with hyphens, such as mqtt-anonymous-connect.")
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

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ProbeScaffold.Written written = write();
    out.println("Wrote:");
    written.files().forEach(f -> out.println("  " + f));
    out.println("Next:");
    written.left().forEach(step -> out.println("  " + step));
    return ExitCode.OK.code();
  }

  private ProbeScaffold.Written write() throws IOException {
    try {
      return ProbeScaffold.write(project, name);
    } catch (IllegalArgumentException e) {
      throw new CliException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
