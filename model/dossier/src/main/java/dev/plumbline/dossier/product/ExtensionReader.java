package dev.plumbline.dossier.product;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Extension;
import dev.plumbline.dossier.Extension.Carried;
import dev.plumbline.dossier.Extension.Result;
import dev.plumbline.dossier.Extension.Withdrawn;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code extends} of product.yaml. What is taken over has to have a reason. */
public final class ExtensionReader {
  /** Key of product.yaml that names the base of a variant. */
  public static final String KEY = "extends";

  private static final List<String> KEYS =
      List.of("dossier", "because", "differs", "carries", "withdraws");
  private static final Pattern RESULT =
      Pattern.compile("\\d{1,2}(\\.\\d{1,2})?(-\\d{1,2}[A-Z]?(-\\d{1,2}[a-z])?)?");
  private static final Pattern ROW =
      Pattern.compile("\\d{1,2}-[A-Za-z]+/[^/+@,\\s\\p{Cntrl}]{1,80}");

  private final Problems problems;

  ExtensionReader(Problems problems) {
    this.problems = problems;
  }

  /** What the file says; empty when it extends nothing, or its base has no name. */
  Optional<Extension> read(Shape file) {
    return file.child(KEY, KEYS).flatMap(this::extension);
  }

  private Optional<Extension> extension(Shape shape) {
    Optional<String> dossier = shape.text("dossier");
    if (dossier.isEmpty()) {
      problems.error(
          "PLB-2030",
          shape.place("dossier"),
          "'extends' does not name the base.",
          "Write the way to its dossier, such as 'dossier: ../smart-camera'.");
      return Optional.empty();
    }
    return Optional.of(
        new Extension(
            dossier.get(),
            because(shape, "why what is declared of the base is true of this product"),
            shape.scalars("differs").stream().map(s -> s.text().strip()).toList(),
            shape.mappings("carries").stream().map(this::carried).toList(),
            shape.mappings("withdraws").stream().flatMap(m -> withdrawn(m).stream()).toList(),
            shape.place("dossier")));
  }

  private Carried carried(Mapping mapping) {
    Shape shape = Shape.of(mapping, problems, List.of("results", "because"));
    List<Result> results = new ArrayList<>();
    for (Scalar s : shape.scalars("results")) {
      if (RESULT.matcher(s.text().strip()).matches()) {
        results.add(new Result(s.text().strip(), s.place()));
      } else {
        unknown(s.place(), Shape.shown(s.text()));
      }
    }
    if (!shape.has("results")) {
      unknown(shape.place(), "nothing");
    }
    return new Carried(
        results, because(shape, "why these results hold for this product too"), shape.place());
  }

  private void unknown(Place place, String written) {
    problems.error(
        "PLB-2036",
        place,
        "Results carry over by section, provision or test unit; here stands " + written + ".",
        "Write such as 'results: [\"5.5\", 5.6-1, 5.1-1-2a]'.");
  }

  private Optional<Withdrawn> withdrawn(Mapping mapping) {
    Shape shape = Shape.of(mapping, problems, List.of("row", "because"));
    String row = shape.text("row").orElse("");
    String because = because(shape, "why this product has no such row");
    if (!ROW.matcher(row).matches()) {
      problems.error(
          "PLB-2035",
          shape.place("row"),
          "'" + Shape.shown(row) + "' is no name of a row.",
          "Write table and label, such as 'row: 15-PhyIntf/PhyIntf-2'.");
      return Optional.empty();
    }
    return Optional.of(new Withdrawn(row, because, shape.place("row")));
  }

  private String because(Shape shape, String what) {
    Optional<String> because = shape.text("because");
    if (because.isEmpty()) {
      problems.error(
          "PLB-2034",
          shape.place("because"),
          "The reason is missing.",
          "Write 'because:' with " + what + ".");
    }
    return because.orElse("");
  }
}
