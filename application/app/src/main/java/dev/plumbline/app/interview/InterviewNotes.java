package dev.plumbline.app.interview;

import dev.plumbline.core.Problems;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the answers of an interview in the dossier. */
public final class InterviewNotes {
  /** Where the answers are kept, so that an interview can go on later. */
  public static final String FILE = "record/interview.yaml";

  private final DossierFolder folder;

  public InterviewNotes(DossierFolder folder) {
    this.folder = folder;
  }

  /** The answers given so far, by question. */
  public Map<String, List<String>> read(Problems problems) {
    Path file = folder.directory().resolve(FILE);
    return Files.isRegularFile(file) ? read(FILE, problems) : Map.of();
  }

  private Map<String, List<String>> read(String file, Problems problems) {
    return folder
        .text(file, problems)
        .flatMap(t -> YamlReader.read(t, file, problems))
        .map(InterviewNotes::answers)
        .orElse(Map.of());
  }

  /** Answers from a file outside the dossier: a mapping of question to choice or choices. */
  public static Map<String, List<String>> answers(Path file, Problems problems) throws IOException {
    return YamlReader.read(Files.readString(file), file.toString(), problems)
        .map(InterviewNotes::answers)
        .orElse(Map.of());
  }

  private static Map<String, List<String>> answers(YamlNode root) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    if (root instanceof Mapping mapping) {
      mapping.fields().forEach((id, field) -> answers.put(id, field.value().scalars()));
    }
    return answers;
  }

  /** Keeps the answers. */
  public void keep(Map<String, List<String>> answers) throws IOException {
    try (DossierWriter writer = folder.write()) {
      writer.replace(FILE, text(answers));
    }
  }

  /** The text of the file that holds these answers. */
  public static String text(Map<String, List<String>> answers) {
    StringBuilder text =
        new StringBuilder("# Answers of 'plumbline interview'; it goes on here.\n");
    answers.forEach(
        (id, choices) ->
            text.append(id).append(": [").append(String.join(", ", choices)).append("]\n"));
    return text.toString();
  }
}
