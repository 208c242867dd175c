package dev.plumbline.cli.team;

import dev.plumbline.app.merge.DossierMerge;
import dev.plumbline.app.merge.MergeDriver;
import dev.plumbline.app.merge.MergeReport;
import dev.plumbline.app.message.Message;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.view.Text;
import dev.plumbline.view.team.MergeText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline merge DIR}. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = {
      "Joins the work of two people: records of both, and the ICS and the IXIT by row and cell."
          + " Signatures stay right, bytes that nobody changed stay as they are.",
      "Without --with it joins the files that git left with conflicts. Where both changed one cell,"
          + " both values stay in the file between marks, and who wrote each is shown."
    },
    footer = {
      "",
      "Examples:",
      "  plumbline merge my-camera                        after 'git merge' told of conflicts",
      "  plumbline merge my-camera --install              let git join dossiers by itself",
      "  plumbline merge my-camera --with ../from-lab     a copy that a colleague sent",
      "  plumbline merge my-camera --with ../from-lab --base ../as-sent",
      "",
      "Exit codes: 0 merged, 14 something is left to choose."
    })
public final class MergeCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "DIR", description = "Directory of the dossier.")
  private Optional<Path> directory = Optional.empty();

  @Option(
      names = "--with",
      paramLabel = "OTHER",
      description = "Join this copy of the dossier into DIR; it stays as it is.")
  private Optional<Path> with = Optional.empty();

  @Option(
      names = "--base",
      paramLabel = "DIR[@REV]",
      description =
          "With --with: what both began with, as a directory or at a revision of git. Without it,"
              + " what differs is for a person to choose.")
  private Optional<String> base = Optional.empty();

  @Option(
      names = "--install",
      description =
          "Set the merge driver up in the git repository of DIR, for this clone, and name it in"
              + " .gitattributes.")
  private boolean install;

  /** What git passes to the driver: base, ours, theirs, the path in the repository. */
  @Option(names = "--driver", arity = "4", hidden = true)
  private List<String> driver = List.of();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!driver.isEmpty()) {
      boolean clean =
          MergeDriver.merge(
              Path.of(driver.get(0)),
              Path.of(driver.get(1)),
              Path.of(driver.get(2)),
              driver.get(3));
      return clean ? ExitCode.OK.code() : 1;
    }
    Path dossier =
        directory.orElseThrow(() -> new CliException(ExitCode.USAGE, Message.of("PLB-C702")));
    if (install && with.isPresent()) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C703"));
    }
    if (base.isPresent() && with.isEmpty()) {
      throw new CliException(ExitCode.USAGE, Message.of("PLB-C704"));
    }
    PrintWriter out = spec.commandLine().getOut();
    return install ? install(dossier, out) : merge(dossier, out);
  }

  private int merge(Path dossier, PrintWriter out) throws IOException {
    MergeReport report =
        with.isPresent()
            ? DossierMerge.withCopy(dossier, with.get(), base)
            : DossierMerge.ofBranches(dossier);
    MergeText.lines(report).forEach(out::println);
    return (report.isOpen() ? ExitCode.CONFLICT : ExitCode.OK).code();
  }

  private static int install(Path dossier, PrintWriter out) throws IOException {
    MergeDriver.Installed installed = MergeDriver.install(dossier, program());
    out.println("git merges dossiers in this clone by: " + Text.safe(installed.driver()));
    if (installed.attributesAdded()) {
      out.println("Commit " + Text.safe(dossier.resolve(".gitattributes").toString()) + ".");
    }
    return ExitCode.OK.code();
  }

  /** What starts Plumbline from any folder. */
  private static String program() {
    String program = System.getProperty("plumbline.program", "plumbline");
    return program.startsWith("./")
        ? Path.of(System.getProperty("plumbline.home", "."), program)
            .toAbsolutePath()
            .normalize()
            .toString()
        : program;
  }
}
