package dev.plumbline.cli;

import dev.plumbline.catalogue.scheme.Level;
import dev.plumbline.catalogue.scheme.Scheme;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.view.Json;
import dev.plumbline.view.SchemeText;
import dev.plumbline.view.Text;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline schemes list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the schemes with their levels.",
    footer = {"", "Example:", "  plumbline schemes list --format json"})
final class SchemesListCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    SchemeCatalogue schemes = Schemes.load();
    if (format.json()) {
      out.println(Json.of(schemes.schemes().stream().map(SchemesListCommand::json).toList()));
      return;
    }
    for (Scheme scheme : schemes.schemes()) {
      out.printf(
          "%-20s %-14s %-9s %s%n",
          scheme.id(),
          SchemeText.word(scheme.kind()),
          SchemeText.word(scheme.state()),
          scheme.name());
      out.println(
          Text.wrap(
              "levels: "
                  + scheme.levels().stream().map(Level::id).collect(Collectors.joining(", ")),
              "    "));
    }
    out.println();
    out.println(
        schemes.schemes().size()
            + " schemes, as of "
            + schemes.asOf()
            + ". 'plumbline schemes show ID' tells what is known of one, and what is not.");
  }

  private static Map<String, Object> json(Scheme scheme) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", scheme.id());
    json.put("name", scheme.name());
    json.put("kind", SchemeText.word(scheme.kind()));
    json.put("state", SchemeText.word(scheme.state()));
    json.put("levels", scheme.levels().stream().map(Level::id).toList());
    return json;
  }
}
