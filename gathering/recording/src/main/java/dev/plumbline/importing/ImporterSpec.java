package dev.plumbline.importing;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an importer reads; from the {@code importer.yaml} beside its class.
 *
 * @param id kebab-case, such as {@code nmap-xml}; the package is the id without hyphens
 * @param version of the importer
 * @param tool the tool's name, as its makers write it
 * @param formats what is read, such as {@code XML (-oX)}
 * @param how the command that makes such a file, with the options that matter
 * @param produces keys of its observations
 * @param known beginnings of the tool's versions that it was tried with; empty where files tell no
 *     version
 */
public record ImporterSpec(
    String id,
    String version,
    String tool,
    String formats,
    String how,
    List<String> produces,
    List<String> known) {
  private static final String NAME = "importer.yaml";

  /** Read once a class: importers are asked who they are again and again. */
  private static final ClassValue<ImporterSpec> READ =
      new ClassValue<>() {
        @Override
        protected ImporterSpec computeValue(Class<?> importer) {
          return beside(importer);
        }
      };

  public ImporterSpec {
    produces = List.copyOf(produces);
    known = List.copyOf(known);
  }

  /** Whether a version of the tool is one that the importer was tried with. */
  public boolean knows(String toolVersion) {
    return known.isEmpty() || known.stream().anyMatch(toolVersion::startsWith);
  }

  /**
   * Reads the {@code importer.yaml} that lies beside the class.
   *
   * @throws IllegalStateException if it is missing or wrong; the message lists every problem
   */
  public static ImporterSpec load(Class<? extends Importer> importer) {
    return READ.get(importer);
  }

  private static ImporterSpec beside(Class<?> importer) {
    String file = importer.getPackageName().replace('.', '/') + "/" + NAME;
    try (InputStream in = importer.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + file + " beside " + importer.getName());
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ImporterSpec read(String text, String file) {
    Problems problems = new Problems();
    Optional<Mapping> root =
        YamlReader.read(text, file, problems)
            .filter(Mapping.class::isInstance)
            .map(Mapping.class::cast);
    if (root.isEmpty()) {
      problems.error("PLB-8000", Place.of(file), "There is no mapping.", "Write the fields.");
      throw unusable(file, problems);
    }
    Mapping fields = root.get();
    for (String key : List.of("id", "version", "tool", "formats", "how")) {
      if (fields.text(key).filter(t -> !t.isBlank()).isEmpty()) {
        problems.error("PLB-8000", fields.place(), "'" + key + "' is missing.", "Write it.");
      }
    }
    if (fields.texts("produces").isEmpty()) {
      problems.error("PLB-8000", fields.place(), "It produces nothing.", "List its keys.");
    }
    if (problems.hasErrors()) {
      throw unusable(file, problems);
    }
    return new ImporterSpec(
        fields.text("id").orElse(""),
        fields.text("version").orElse(""),
        fields.text("tool").orElse(""),
        fields.text("formats").orElse(""),
        fields.text("how").orElse(""),
        fields.texts("produces"),
        fields.texts("known"));
  }

  private static IllegalStateException unusable(String file, Problems problems) {
    return new IllegalStateException(
        problems.sorted().stream()
            .map(Object::toString)
            .collect(Collectors.joining("\n", file + " cannot be used:\n", "")));
  }
}
