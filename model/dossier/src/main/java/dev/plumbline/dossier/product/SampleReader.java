package dev.plumbline.dossier.product;

import dev.plumbline.core.NearestName;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Product.PasswordSample;
import dev.plumbline.dossier.file.Csv;
import dev.plumbline.dossier.file.DossierFiles;
import dev.plumbline.dossier.file.DossierFiles.Need;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads pre-installed passwords of several units, from CSV with a heading line (RFC 4180) or from
 * YAML with a list {@code samples}. Messages never quote a password.
 */
public final class SampleReader {
  private static final List<String> COLUMNS =
      List.of("mechanism", "unit", "mac", "user", "password");

  private final Problems problems;

  SampleReader(Problems problems) {
    this.problems = problems;
  }

  List<PasswordSample> read(DossierFiles files, String file) {
    Optional<String> text = files.text(file, Need.REQUIRED, problems);
    if (text.isEmpty()) {
      return List.of();
    }
    return file.endsWith(".yaml") ? fromYaml(text.get(), file) : fromCsv(text.get(), file);
  }

  private List<PasswordSample> fromYaml(String text, String file) {
    List<PasswordSample> samples = new ArrayList<>();
    Optional<Mapping> root =
        YamlReader.read(text, file, problems).flatMap(n -> Shape.root(n, problems));
    if (root.isPresent()) {
      for (Mapping item : Shape.of(root.get(), problems, List.of("samples")).mappings("samples")) {
        Shape shape = Shape.of(item, problems, COLUMNS);
        Map<String, String> row = new LinkedHashMap<>();
        for (String column : COLUMNS) {
          shape.scalar(column).ifPresent(s -> row.put(column, s.text()));
        }
        sample(row, item.place()).ifPresent(samples::add);
      }
    }
    return samples;
  }

  private List<PasswordSample> fromCsv(String text, String file) {
    List<Csv.Row> rows = Csv.read(text);
    if (rows.isEmpty()) {
      bad(Place.of(file), "The file has no heading line.");
      return List.of();
    }
    List<String> heading = rows.getFirst().cells().stream().map(String::strip).toList();
    for (String name : heading) {
      if (!COLUMNS.contains(name)) {
        bad(
            new Place(file, 1, 0),
            "'"
                + Shape.shown(name)
                + "' is no column of samples"
                + NearestName.among(COLUMNS, name).map(n -> " (did you mean " + n + "?)").orElse("")
                + ".");
        return List.of();
      }
    }
    List<PasswordSample> samples = new ArrayList<>();
    for (Csv.Row row : rows.subList(1, rows.size())) {
      Place place = new Place(file, row.line(), 0);
      if (row.cells().size() != heading.size()) {
        bad(
            place,
            "The line has "
                + row.cells().size()
                + " cells, the heading "
                + heading.size()
                + "; or a quote is not closed.");
        continue;
      }
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < heading.size(); i++) {
        cells.put(heading.get(i), row.cells().get(i));
      }
      sample(cells, place).ifPresent(samples::add);
    }
    return samples;
  }

  private Optional<PasswordSample> sample(Map<String, String> row, Place place) {
    String mechanism = row.getOrDefault("mechanism", "").strip();
    String unit = row.getOrDefault("unit", "").strip();
    if (mechanism.isEmpty() || unit.isEmpty() || !row.containsKey("password")) {
      bad(place, "A sample needs mechanism, unit and password.");
      return Optional.empty();
    }
    return Optional.of(
        new PasswordSample(
            mechanism,
            unit,
            row.getOrDefault("mac", "").strip(),
            row.getOrDefault("user", "").strip(),
            row.getOrDefault("password", "")));
  }

  private void bad(Place place, String what) {
    problems.error(
        "PLB-2020",
        place,
        what,
        "Give a CSV file the heading mechanism,unit,mac,user,password and one line a unit.");
  }
}
