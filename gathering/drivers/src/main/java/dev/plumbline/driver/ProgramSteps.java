package dev.plumbline.driver;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.core.disk.Scratch;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.run.DriverSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a program of the dossier: one line of JSON in, one line of JSON out. */
final class ProgramSteps {
  /** What the user types to allow it. */
  static final String PERMISSION = "--run-driver-programs";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final DossierFolder folder;
  private final Optional<Programs> allowed;
  private final DriverSource.Ground ground;
  private final Set<String> noted = new HashSet<>();

  ProgramSteps(DossierFolder folder, Optional<Programs> allowed, DriverSource.Ground ground) {
    this.folder = folder;
    this.allowed = allowed;
    this.ground = ground;
  }

  Map<String, String> perform(
      DriverStep.Program step, DriverAction action, Variables variables, Optional<byte[]> handed)
      throws InterruptedException {
    if (allowed.isEmpty()) {
      throw StepFailure.missing(
          "leave to run " + step.file() + " of the dossier; give it with " + PERMISSION);
    }
    // Looked up again: the file may have been replaced by a link since it was read.
    Path file =
        folder
            .file(step.file(), new Problems())
            .filter(Files::isExecutable)
            .orElseThrow(() -> StepFailure.errored("there is no executable " + step.file()));
    Digest digest = allowed.get().same(step.file(), file);
    if (noted.add(step.file())) {
      ground.note("program " + step.file() + " SHA-256 " + digest.hex());
    }
    Optional<Path> given = Optional.empty();
    try {
      given = handed.isPresent() ? Optional.of(stored(handed.get())) : Optional.empty();
      String request = request(step, action, variables, given);
      ProgramCall.Outcome outcome =
          new ProgramCall(file, folder.directory(), step.limit()).ask(request);
      if (!outcome.complaints().isBlank()) {
        ground.note(step.file() + " says: " + DriverResponse.shown(outcome.complaints()));
      }
      return read(step.file(), outcome);
    } catch (IOException e) {
      throw StepFailure.errored(step.file() + " cannot be run: " + e.getMessage());
    } finally {
      given.ifPresent(ProgramSteps::delete);
    }
  }

  private static String request(
      DriverStep.Program step, DriverAction action, Variables variables, Optional<Path> given) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("action", variables.reaching() ? AccessTrial.REACH : action.word());
    Map<String, String> arguments = new LinkedHashMap<>(variables.all());
    step.with().forEach((name, value) -> arguments.put(name, value.fill(variables)));
    request.put("arguments", arguments);
    given.ifPresent(f -> request.put("file", f.toString()));
    return JSON.writeValueAsString(request);
  }

  private static Map<String, String> read(String file, ProgramCall.Outcome outcome) {
    if (outcome.fault().isPresent()) {
      throw StepFailure.errored(file + " " + outcome.fault().get());
    }
    JsonNode answer = json(file, outcome.line());
    String reason = DriverResponse.shown(answer.path("reason").asString(""));
    return switch (answer.path("result").asString("")) {
      case "done" -> values(answer.path("values"));
      case "refused" -> throw StepFailure.refused(reason);
      case "errored" -> throw StepFailure.errored(reason);
      case "missing" -> throw StepFailure.missing(reason);
      default ->
          throw StepFailure.errored(
              file + " answered no result: " + DriverResponse.shown(outcome.line()));
    };
  }

  private static JsonNode json(String file, String line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      throw StepFailure.errored(file + " answered no JSON: " + DriverResponse.shown(line));
    }
  }

  private static Map<String, String> values(JsonNode node) {
    Map<String, String> values = new LinkedHashMap<>();
    node.properties()
        .forEach(
            e ->
                values.put(
                    e.getKey(),
                    e.getValue().isValueNode()
                        ? e.getValue().asString()
                        : e.getValue().toString()));
    return values;
  }

  private static Path stored(byte[] content) throws IOException {
    Path file = Scratch.ofProcess().file("driver", ".bin");
    Files.write(file, content);
    return file;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A file in the temporary folder that the system will remove.
    }
  }
}
