package dev.plumbline.documents;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.declaration.data.SupplyFields;
import dev.plumbline.declaration.data.SupplyFields.SupplyField;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.yaml.YamlReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code supply.yaml} of a dossier: facts of the manufacturer that documents need.
 *
 * @param facts by key; what is absent or malformed is not there
 */
public record Supply(Map<String, String> facts) {
  public Supply {
    facts = Map.copyOf(facts);
  }

  /**
   * Reads the file.
   *
   * @param problems receives all that is wrong: {@code PLB-1xxx} YAML, {@code PLB-26xx} values
   * @return without facts where the dossier has none, or one of comments alone
   */
  public static Supply read(DossierFolder folder, Problems problems) {
    return folder
        .optional(DossierFolder.SUPPLY, problems)
        .flatMap(t -> YamlReader.read(t, DossierFolder.SUPPLY, problems))
        .flatMap(n -> Shape.root(n, problems))
        .map(
            m ->
                read(
                    Shape.of(
                        m, problems, SupplyFields.all().stream().map(SupplyField::key).toList()),
                    problems))
        .orElseGet(() -> new Supply(Map.of()));
  }

  private static Supply read(Shape shape, Problems problems) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (SupplyField field : SupplyFields.all()) {
      Optional<String> text = shape.text(field.key()).map(String::strip);
      if (text.isPresent()) {
        Optional<String> fault = fault(field, text.get());
        fault.ifPresent(f -> problem(shape.place(field.key()), f, field, problems));
        if (fault.isEmpty()) {
          facts.put(field.key(), text.get());
        }
      }
    }
    return new Supply(facts);
  }

  private static Optional<String> fault(SupplyField field, String text) {
    return switch (field.kind()) {
      case TEXT -> Optional.empty();
      case DAY -> day(text).isPresent() ? Optional.empty() : Optional.of("is no day");
      case LINK ->
          text.matches("https://[^\\s<>\"]+") ? Optional.empty() : Optional.of("is no https link");
      case POINT -> point(text).isPresent() ? Optional.empty() : Optional.of("is no day or time");
    };
  }

  private static void problem(Place place, String fault, SupplyField field, Problems problems) {
    problems.error(
        "PLB-2601",
        place,
        "The value of '" + field.key() + "' " + fault + ".",
        switch (field.kind()) {
          case LINK -> "Write it like https://www.example.com/security.";
          case POINT -> "Write it like 2027-10-31 or 2027-10-31T12:00:00Z.";
          case TEXT, DAY -> "Write it like 2031-12-31.";
        });
  }

  static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** A moment; of a day its last second in UTC. */
  static Optional<Instant> point(String text) {
    Optional<LocalDate> day = day(text);
    if (day.isPresent()) {
      return day.map(d -> d.atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC));
    }
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
