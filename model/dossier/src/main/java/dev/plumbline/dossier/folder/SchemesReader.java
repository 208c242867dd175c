package dev.plumbline.dossier.folder;

import dev.plumbline.core.Attestor;
import dev.plumbline.core.Digest;
import dev.plumbline.core.NearestName;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.SchemeEvidence;
import dev.plumbline.dossier.file.DossierFiles;
import dev.plumbline.dossier.file.DossierFiles.Need;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.dossier.product.ProductReader;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import dev.plumbline.yaml.YamlReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads schemes.yaml. An entry with a fault is left out: it counts for nothing. */
public final class SchemesReader {
  static final String FILE = "schemes.yaml";

  private static final List<String> NEEDED =
      List.of("scheme", "level", "ask", "by", "as", "date", "proves");
  private static final List<String> KEYS =
      List.of("scheme", "level", "ask", "evidence", "by", "as", "date", "until", "proves");

  private final DossierFiles files;
  private final Problems problems;

  SchemesReader(DossierFiles files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  List<SchemeEvidence> read(EvidenceIndex index) {
    Optional<Mapping> root =
        files
            .text(FILE, Need.OPTIONAL, problems)
            .flatMap(t -> YamlReader.read(t, FILE, problems))
            .flatMap(n -> Shape.root(n, problems));
    return root
        .map(r -> Shape.of(r, problems, List.of("shown")).mappings("shown"))
        .orElse(List.of())
        .stream()
        .flatMap(m -> entry(Shape.of(m, problems, KEYS), index).stream())
        .toList();
  }

  private Optional<SchemeEvidence> entry(Shape shape, EvidenceIndex index) {
    List<String> absent = NEEDED.stream().filter(k -> shape.text(k).isEmpty()).toList();
    if (!absent.isEmpty()) {
      problems.error(
          "PLB-1080",
          shape.place(),
          "The entry lacks: " + String.join(", ", absent) + ".",
          "Write what is asked, who says that it is so, in what part, since when, and what it"
              + " proves.");
      return Optional.empty();
    }
    List<Scalar> named = shape.scalars("evidence");
    List<Digest> evidence = new ArrayList<>();
    named.forEach(n -> file(n, index).ifPresent(f -> evidence.add(f.sha256())));
    Optional<Attestor> as = attestor(shape);
    Optional<LocalDate> date = day(shape, "date");
    Optional<LocalDate> until = day(shape, "until");
    boolean faulty =
        evidence.size() < named.size()
            || as.isEmpty()
            || date.isEmpty()
            || (shape.has("until") && until.isEmpty());
    if (faulty) {
      return Optional.empty();
    }
    return Optional.of(
        new SchemeEvidence(
            shape.text("scheme").orElse(""),
            shape.text("level").orElse(""),
            shape.text("ask").orElse(""),
            evidence,
            shape.text("by").orElse(""),
            as.get(),
            date.get(),
            until,
            shape.text("proves").orElse(""),
            places(shape)));
  }

  private Optional<EvidenceFile> file(Scalar named, EvidenceIndex index) {
    Optional<EvidenceFile> file = index.named(named.text());
    if (file.isEmpty()) {
      problems.error(
          "PLB-1083",
          named.place(),
          "evidence.yaml has no '" + Shape.shown(named.text()) + "'.",
          "Name an entry by its path, or by its SHA-256 or the first 8 digits of it or more.");
    }
    return file;
  }

  private Optional<Attestor> attestor(Shape shape) {
    String written = shape.text("as").orElse("");
    Optional<Attestor> as =
        Arrays.stream(Attestor.values()).filter(a -> word(a).equals(written)).findFirst();
    if (as.isEmpty()) {
      List<String> words = words();
      problems.error(
          "PLB-1082",
          shape.place("as"),
          "'" + Shape.shown(written) + "' is no part in which somebody says so.",
          NearestName.among(words, written)
              .map(n -> "Did you mean '" + n + "'?")
              .orElse("Write one of: " + String.join(", ", words) + "."));
    }
    return as;
  }

  private Optional<LocalDate> day(Shape shape, String key) {
    Optional<String> text = shape.text(key);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!ProductReader.isDate(text.get())) {
      problems.error(
          "PLB-1081",
          shape.place(key),
          "'" + Shape.shown(text.get()) + "' is no date.",
          "Write it as 2026-11-24.");
      return Optional.empty();
    }
    return Optional.of(LocalDate.parse(text.get()));
  }

  private static Map<String, Place> places(Shape shape) {
    Map<String, Place> places = new LinkedHashMap<>();
    places.put(SchemeEvidence.ENTRY, shape.place());
    KEYS.stream().filter(shape::has).forEach(k -> places.put(k, shape.place(k)));
    return places;
  }

  private static List<String> words() {
    return Arrays.stream(Attestor.values()).map(SchemesReader::word).toList();
  }

  private static String word(Attestor attestor) {
    return attestor.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
