package dev.plumbline.cli;

import dev.plumbline.documents.Definition;
import dev.plumbline.documents.Definitions;
import dev.plumbline.view.Json;
import dev.plumbline.view.Text;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
final class DocumentsListCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    List<Definition> all = List.copyOf(Definitions.load().values());
    if (format.json()) {
      out.println(Json.of(all.stream().map(DocumentsListCommand::json).toList()));
      return;
    }
    for (Definition definition : all) {
      out.println(definition.id());
      out.println(Text.wrap(definition.title() + ". " + definition.about(), "  "));
      definition
          .sources()
          .forEach(
              s ->
                  out.println(
                      Text.wrap(s.what() + " (confidence: " + s.confidence() + ").", "    ")));
    }
  }

  private static Map<String, Object> json(Definition definition) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", definition.id());
    json.put("title", definition.title());
    json.put("about", definition.about());
    json.put(
        "sources",
        definition.sources().stream()
            .map(s -> Map.of("what", s.what(), "confidence", s.confidence()))
            .toList());
    json.put("passes", definition.passes());
    return json;
  }
}
