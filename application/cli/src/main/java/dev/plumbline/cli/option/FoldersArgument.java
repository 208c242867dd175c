package dev.plumbline.cli.option;

import dev.plumbline.app.DossierSearch;
import dev.plumbline.app.message.Message;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import picocli.CommandLine.Parameters;

/** The argument that names many dossiers. */
public final class FoldersArgument {
  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "Dossiers, or folders that hold dossiers; links are not followed.")
  @SuppressWarnings("NullAway.Init")
  private List<Path> folders;

  /**
   * The dossiers, each once.
   *
   * @throws CliException if a folder is none, or there is no dossier in any
   */
  public List<Path> dossiers() throws IOException {
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new CliException(
            ExitCode.USAGE, Message.of("PLB-C103", "folder", Text.safe(folder.toString())));
      }
    }
    List<Path> found = DossierSearch.in(folders);
    if (found.isEmpty()) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C104"));
    }
    return found;
  }

  /** Tells on a terminal how far the work is. */
  public static IntConsumer progress(int whole, PrintWriter err) {
    return Style.ofTerminal().colours()
        ? done -> {
          synchronized (err) {
            err.print("\r  " + done + " of " + whole + " dossiers" + (done == whole ? "\n" : ""));
            err.flush();
          }
        }
        : done -> {};
  }
}
