package dev.plumbline.cli.report;

import dev.plumbline.cli.option.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline documents}: what laws and labels want written. */
@Command(
    name = "documents",
    mixinStandardHelpOptions = true,
    description = "Makes the documents that a manufacturer owes, from what the dossier declares.",
    footer = {
      "",
      "Examples:",
      "  plumbline documents list",
      "  plumbline documents write my-camera support-period uk-psti-statement --format docx"
    },
    subcommands = {DocumentsListCommand.class, DocumentsWriteCommand.class})
public final class DocumentsCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    throw UsageException.without(spec.commandLine(), "list, or write DIR ID");
  }
}
