package dev.plumbline.app;

import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.declaration.interview.InterviewOutcome;
import dev.plumbline.declaration.interview.InterviewOutcome.Settled;
import dev.plumbline.declaration.interview.InterviewOutcome.Suggestion;
import dev.plumbline.dossier.DossierFolder;
import dev.plumbline.dossier.DossierWriter;
import dev.plumbline.dossier.Ics;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlPath;
import dev.plumbline.yaml.YamlReader;
import dev.plumbline.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps the answers of an interview in the dossier, and writes what they settle into the ICS. */
public final class InterviewNotes {
  /** Where the answers are kept, so that an interview can go on later. */
  public static final String FILE = "record/interview.yaml";

  private static final String ICS = "ics.yaml";

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
    StringBuilder text =
        new StringBuilder("# Answers of 'plumbline interview'; it goes on here.\n");
    answers.forEach(
        (id, choices) ->
            text.append(id).append(": [").append(String.join(", ", choices)).append("]\n"));
    try (DossierWriter writer = folder.write()) {
      writer.replace(FILE, text.toString());
    }
  }

  /**
   * Writes the settled conditions and features into ics.yaml. What the supplier stated there
   * already stays as it is.
   *
   * @return labels that were written
   */
  public List<String> settle(Ics ics, InterviewOutcome outcome, Problems problems)
      throws IOException {
    Optional<YamlText> source = folder.source(ICS, problems);
    if (source.isEmpty()) {
      return List.of();
    }
    YamlText text = source.get();
    List<String> written = new ArrayList<>();
    for (Settled s : outcome.statements()) {
      boolean stated =
          s.isFeature()
              ? ics.features().containsKey(s.label())
              : ics.conditions().containsKey(s.label());
      if (!stated) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put(s.isFeature() ? "present" : "holds", s.holds());
        statement.put("because", s.because());
        text =
            text.set(YamlPath.of(s.isFeature() ? "features" : "conditions", s.label()), statement);
        written.add(s.label());
      }
    }
    if (!written.isEmpty()) {
      try (DossierWriter writer = folder.write()) {
        writer.replace(ICS, text);
      }
    }
    return written;
  }

  /**
   * Answers N/A in ics.yaml where a provision does not apply. What the supplier answered there
   * already stays as it is.
   *
   * @return provisions that were answered
   */
  public List<ProvisionId> answerNotApplicable(Ics ics, InterviewOutcome outcome, Problems problems)
      throws IOException {
    List<Suggestion> open =
        outcome.notApplicable().stream()
            .filter(s -> !ics.answers().containsKey(s.provision()))
            .toList();
    Optional<YamlText> source = open.isEmpty() ? Optional.empty() : folder.source(ICS, problems);
    if (source.isEmpty()) {
      return List.of();
    }
    YamlText text = source.get();
    for (Suggestion s : open) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("support", "N/A");
      answer.put("detail", s.because());
      text = text.set(YamlPath.of("answers", s.provision().value()), answer);
    }
    try (DossierWriter writer = folder.write()) {
      writer.replace(ICS, text);
    }
    return open.stream().map(Suggestion::provision).toList();
  }
}
