package dev.plumbline.cli.option;

import dev.plumbline.app.run.Driving;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.view.TerminalPerson;
import picocli.CommandLine.Option;

/** Leave to run programs of a dossier, and the person at the terminal. */
public final class DriverOption {
  @Option(
      names = "--run-driver-programs",
      description =
          "Run the programs that driver.yaml names. Read them first: they run with your rights.")
  private boolean programs;

  public Driving driving(Workspace workspace) {
    return new Driving(workspace, programs, TerminalPerson.present());
  }
}
