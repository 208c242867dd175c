package dev.plumbline.cli.catalogue;

import dev.plumbline.app.EditionChoice;
import dev.plumbline.app.message.Message;
import dev.plumbline.app.original.OriginalWordings;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.EditionOption;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.EntryText;
import dev.plumbline.view.Json;
import dev.plumbline.view.PassageText;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import dev.plumbline.view.edition.CatalogueEntries;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline catalogue show ID}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows a provision, test unit, test case, IXIT table, condition or feature.",
    footer = {
      "",
      "Where 'catalogue annotate' read your own copy of the standard, its wording stands below ours.",
      "It is left out of --format json.",
      "",
      "Examples:",
      "  plumbline catalogue show 5.1-1-2c",
      "  plumbline catalogue show condition:12"
    })
public final class CatalogueShowCommand implements Runnable {
  @Parameters(
      paramLabel = "ID",
      description = "Such as 5.1-1, 5.1-1-2, 5.1-1-2c, 1-AuthMech, condition:12 or feature:a.")
  @SuppressWarnings("NullAway.Init")
  private String id;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private EditionOption edition;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    EditionChoice chosen = edition.choice();
    Optional<Map<String, Object>> entry = CatalogueEntries.of(chosen).find(id);
    if (entry.isEmpty()) {
      throw new CliException(
          ExitCode.USAGE,
          Message.of("PLB-C508", "id", Text.safe(id), "documents", chosen.documents()));
    }
    var out = spec.commandLine().getOut();
    if (format.json()) {
      out.println(Json.of(entry.get()));
      return;
    }
    out.println(EntryText.of(entry.get()));
    OriginalWordings.of(chosen.id(), System.getenv())
        .find(id)
        .ifPresent(
            passage -> {
              out.println();
              new PassageText(out, Style.ofTerminal()).print(passage, "");
            });
  }
}
