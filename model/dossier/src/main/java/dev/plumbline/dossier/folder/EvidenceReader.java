package dev.plumbline.dossier.folder;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.file.DossierFiles;
import dev.plumbline.dossier.file.DossierFiles.Need;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.dossier.product.ProductReader;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads evidence.yaml and looks whether the files are there. */
public final class EvidenceReader {
  static final String FILE = "evidence.yaml";
  static final String FOLDER = "evidence";

  /** All files that evidence.yaml lists may have this many bytes together. */
  static final long MAX_TOTAL = 1024L * 1024 * 1024;

  private static final List<String> KEYS =
      List.of(
          "sha256",
          "path",
          "what",
          "tool",
          "toolVersion",
          "command",
          "operator",
          "at",
          "softwareVersion");

  private final DossierFiles files;
  private final Problems problems;
  private long total;

  EvidenceReader(DossierFiles files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  EvidenceIndex read() {
    Map<String, EvidenceFile> found = new LinkedHashMap<>();
    Map<String, Place> places = new LinkedHashMap<>();
    Optional<Mapping> root =
        files
            .text(FILE, Need.OPTIONAL, problems)
            .flatMap(t -> YamlReader.read(t, FILE, problems))
            .flatMap(n -> Shape.root(n, problems));
    for (Mapping item :
        root.map(r -> Shape.of(r, problems, List.of("files")).mappings("files"))
            .orElse(List.of())) {
      entry(Shape.of(item, problems, KEYS))
          .ifPresent(
              e -> {
                if (found.putIfAbsent(e.sha256().hex(), e) != null) {
                  problems.error(
                      "PLB-1056",
                      item.place(),
                      "A file with this SHA-256 is listed already.",
                      "Keep one of the two entries.");
                } else {
                  places.put(e.sha256().hex(), item.place());
                }
              });
    }
    unlisted(found);
    return new EvidenceIndex(found, places);
  }

  private Optional<EvidenceFile> entry(Shape shape) {
    String hex = shape.text("sha256").orElse("").toLowerCase(Locale.ROOT);
    if (!hex.matches("[0-9a-f]{64}")) {
      problems.error(
          "PLB-1054",
          shape.place("sha256"),
          "The entry has no SHA-256 of 64 hex digits.",
          "Write what 'sha256sum FILE' prints.");
      return Optional.empty();
    }
    String path = shape.text("path").orElse(FOLDER + "/" + hex);
    Optional<String> fault = DossierFiles.pathFault(path);
    if (fault.isPresent() || !path.startsWith(FOLDER + "/")) {
      problems.error(
          "PLB-1050",
          shape.place("path"),
          "The path '" + Shape.shown(path) + "' " + fault.orElse("is not below evidence/") + ".",
          "Put the file into the folder evidence and name it from the dossier's root.");
      return Optional.empty();
    }
    if (shape.text("what").isEmpty()) {
      problems.warning(
          "PLB-1058",
          shape.place(),
          "The entry does not say what the file shows.",
          "Write it in 'what'; a stranger has to know why it is here.");
    }
    size(path, shape);
    return Optional.of(
        new EvidenceFile(
            new Digest(hex),
            path,
            shape.text("what").orElse(""),
            shape.text("tool").orElse(""),
            shape.text("toolVersion").orElse(""),
            shape.text("command").orElse(""),
            shape.text("operator").orElse(""),
            at(shape),
            shape.text("softwareVersion").orElse("")));
  }

  private Instant at(Shape shape) {
    String text = shape.text("at").orElse("");
    try {
      return Instant.parse(ProductReader.isDate(text) ? text + "T00:00:00Z" : text);
    } catch (DateTimeParseException e) {
      problems.error(
          "PLB-1055",
          shape.place("at"),
          text.isEmpty()
              ? "The entry does not say when it was taken."
              : "'" + Shape.shown(text) + "' is no time.",
          "Write it as 'at: 2026-11-24T09:30:00Z', or the day alone.");
      return Instant.EPOCH;
    }
  }

  private void size(String path, Shape shape) {
    Problems reasons = new Problems();
    Optional<Path> file = files.regular(path, Need.OPTIONAL, reasons);
    if (file.isEmpty()) {
      reasons.sorted().forEach(problems::add);
      if (reasons.sorted().isEmpty()) {
        problems.error(
            "PLB-1051",
            shape.place(),
            "The file " + Shape.shown(path) + " cannot be used: it is missing or no regular file.",
            "Bring it back, or correct the path; nothing can rest on it meanwhile.");
      }
      return;
    }
    long before = total;
    try {
      total += Files.size(file.get());
    } catch (IOException e) {
      problems.error(
          "PLB-1016",
          Place.of(path),
          "The file cannot be read: " + DossierFiles.reason(e) + ".",
          "Give yourself the right to read it.");
    }
    if (before <= MAX_TOTAL && total > MAX_TOTAL) {
      problems.error(
          "PLB-1057",
          shape.place(),
          "With this file the evidence has more than " + MAX_TOTAL + " bytes.",
          "Keep what verdicts rest on; cut long recordings.");
    }
  }

  private void unlisted(Map<String, EvidenceFile> listed) {
    Set<String> paths =
        listed.values().stream().map(EvidenceFile::path).collect(Collectors.toSet());
    for (String name : files.names(FOLDER, problems)) {
      String path = FOLDER + "/" + name;
      boolean known = paths.stream().anyMatch(p -> p.equals(path) || p.startsWith(path + "/"));
      if (!known && !name.startsWith(".")) {
        problems.warning(
            "PLB-1053",
            Place.of(path),
            "evidence.yaml does not list this file.",
            "Add an entry that says what it shows, or remove it; it counts for nothing.");
      }
    }
  }
}
