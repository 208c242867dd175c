package dev.plumbline.cli.catalogue;

import dev.plumbline.catalogue.Guidance;
import dev.plumbline.cli.option.CliException;
import dev.plumbline.cli.option.EditionOption;
import dev.plumbline.cli.option.ExitCode;
import dev.plumbline.cli.option.FormatOption;
import dev.plumbline.view.EntryText;
import dev.plumbline.view.Json;
import dev.plumbline.view.Text;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline learn [TOPIC]}: the standard for people who have never read it. */
@Command(
    name = "learn",
    mixinStandardHelpOptions = true,
    description = "Explains the standard: the four steps, architectures, device states, terms.",
    footer = {
      "",
      "Examples:",
      "  plumbline learn                 the topics",
      "  plumbline learn four-steps",
      "  plumbline learn terms           all defined terms",
      "  plumbline learn administrator   one term"
    })
public final class LearnCommand implements Runnable {
  @Parameters(arity = "0..1", paramLabel = "TOPIC", description = "A topic or a defined term.")
  private Optional<String> topic = Optional.empty();

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private EditionOption edition;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private final Guidance guidance = new Guidance();

  @Override
  public void run() {
    edition.choice();
    if (topic.isEmpty()) {
      topics();
    } else if (topic.get().equals("terms")) {
      terms(guidance.terms().mappings("terms"));
    } else {
      one(topic.get());
    }
  }

  private void topics() {
    List<Map<String, Object>> topics =
        guidance.topics().stream().map(t -> named("topic", t, "title", title(t))).toList();
    if (format.json()) {
      print(Json.of(topics));
      return;
    }
    topics.forEach(t -> print(String.format("  %-28s %s", t.get("topic"), t.get("title"))));
    print(String.format("  %-28s %s", "terms", "Defined terms; 'plumbline learn TERM' for one"));
  }

  private String title(String topic) {
    return guidance.topic(topic).flatMap(t -> t.text("title")).orElse(topic);
  }

  private void one(String name) {
    Optional<Mapping> found = guidance.topic(name);
    if (found.isPresent()) {
      Mapping t = found.get();
      String text = t.text("text").orElse("").strip();
      if (format.json()) {
        Map<String, Object> json = named("topic", name, "title", t.text("title").orElse(name));
        json.put("text", text);
        json.put("see", t.texts("see"));
        print(Json.of(json));
      } else {
        print(t.text("title").orElse(name));
        print("");
        print(text);
        print("");
        print("See: " + String.join(", ", t.texts("see")));
      }
      return;
    }
    List<Mapping> terms =
        guidance.terms().mappings("terms").stream()
            .filter(
                t ->
                    t.text("term").orElse("").equalsIgnoreCase(name.replace('-', ' '))
                        || t.text("term").orElse("").equalsIgnoreCase(name))
            .toList();
    if (terms.isEmpty()) {
      throw new CliException(
          ExitCode.USAGE,
          "There is no topic or term '"
              + Text.safe(name)
              + "'. 'plumbline learn' lists the topics, 'plumbline learn terms' the terms.");
    }
    terms(terms);
  }

  private void terms(List<Mapping> terms) {
    List<Map<String, Object>> entries =
        terms.stream()
            .map(
                t -> {
                  Map<String, Object> entry = new LinkedHashMap<>();
                  for (String key : List.of("term", "meaning", "use", "editions", "confidence")) {
                    entry.put(key, t.text(key).orElse(""));
                  }
                  return entry;
                })
            .toList();
    if (format.json()) {
      print(Json.of(entries));
      return;
    }
    entries.forEach(
        e -> {
          print(EntryText.of(e));
          print("");
        });
  }

  private static Map<String, Object> named(String key, String value, String other, String text) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(key, value);
    map.put(other, text);
    return map;
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
  }
}
