package dev.plumbline.checks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.TableRole;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Check.Outcome;
import dev.plumbline.judging.fact.QuestionLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a check says of a sound device, of a flawed one, and where nothing was seen: each question
 * with its answer and its fact, and the places of the search. A file for each check, so that a
 * claim that changes is read; {@code -Dplumbline.update=true} writes it.
 */
final class ToldPage {
  private static final Path FOLDER = Path.of("src/test/resources/dev/plumbline/checks/told");

  private final Map<String, Scene> scenes = new LinkedHashMap<>();
  private final Check check;

  ToldPage(Check check) {
    this.check = check;
  }

  ToldPage with(String title, Scene scene) {
    scenes.put(title, scene);
    return this;
  }

  void isAsApproved() {
    Path file = FOLDER.resolve(check.getClass().getSimpleName() + ".txt");
    String page =
        "reads tables %s, states %s\n\n"
                .formatted(
                    check.reads().stream().map(TableRole::word).sorted().toList(),
                    new TreeSet<>(check.states()))
            + scenes.entrySet().stream()
                .map(s -> section(s.getKey(), s.getValue().judge(check)))
                .collect(Collectors.joining("\n"));
    try {
      if (Boolean.getBoolean("plumbline.update")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, page);
      }
      assertThat(file).as("run the test with -Dplumbline.update=true to write it").exists();
      assertThat(page).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String section(String title, Outcome outcome) {
    List<String> lines = new ArrayList<>();
    lines.add("# " + title);
    lines.add(outcome.finding().getClass().getSimpleName() + ": " + outcome.finding().reason());
    outcome.questionLog().entries().forEach(e -> lines.add(line(e)));
    outcome.basis().forEach(o -> lines.add("rests on: " + o.key() + " of " + o.subject()));
    outcome.questionLog().lookedAt().forEach(p -> lines.add("looked at: " + p));
    outcome.questionLog().notLookedAt().forEach(p -> lines.add("not looked at: " + p));
    return String.join("\n", lines) + "\n";
  }

  private static String line(QuestionLog.Entry entry) {
    return "- %s (%s) %s: %s%s"
        .formatted(
            entry.question(),
            entry.subject(),
            entry.reply(),
            entry.answer(),
            entry.fact().map(f -> " [" + f.name() + "]").orElse(""));
  }
}
