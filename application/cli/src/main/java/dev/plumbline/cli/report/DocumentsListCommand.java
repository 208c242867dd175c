package dev.plumbline.cli.report;

import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.DocumentsView;
import dev.plumbline.view.Json;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline documents list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Lists the documents, what each is for, and where we have from what it must hold.",
    footer = {"", "Example:", "  plumbline documents list --format json"})
public final class DocumentsListCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    DocumentsView documents = DocumentsView.load();
    if (format.json()) {
      out.println(Json.of(documents.json()));
    } else {
      documents.lines().forEach(out::println);
    }
  }
}
