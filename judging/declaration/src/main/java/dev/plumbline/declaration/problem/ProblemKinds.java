package dev.plumbline.declaration.problem;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Severity;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The kinds of problem that a dossier can have, the reader's among them. */
public final class ProblemKinds {

  /** A family of kinds; its number follows {@code PLB-} in their ids. */
  public enum Family {
    READING("1", "files"),
    PRODUCT("2", "product"),
    ICS("3", "ics"),
    SHAPE("4", "shape"),
    REFERENCES("5", "references"),
    CONSISTENCY("60", "consistency"),
    CONTRADICTIONS("61", "contradictions"),
    PROSE("7", "prose");

    private final String digits;
    private final String file;

    Family(String digits, String file) {
      this.digits = digits;
      this.file = file;
    }

    public static Family of(String id) {
      return Arrays.stream(values())
          .filter(f -> id.startsWith("PLB-" + f.digits))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no problem id: " + id));
    }

    /** The title and the kinds of this family, in the order of their ids. */
    public Chapter read() {
      Mapping root = ShippedData.read("problems/" + file + ".yaml");
      return new Chapter(
          ShippedData.need(root, "title"),
          ShippedData.need(root, "intro"),
          root.mappings("kinds").stream().map(ProblemKinds::kind).toList());
    }
  }

  /** A family as it is documented. */
  public record Chapter(String title, String intro, List<ProblemKind> kinds) {}

  private ProblemKinds() {}

  /** Every kind, by id. */
  public static List<ProblemKind> all() {
    return Arrays.stream(Family.values()).flatMap(f -> f.read().kinds().stream()).toList();
  }

  private static ProblemKind kind(Mapping k) {
    return new ProblemKind(
        ShippedData.need(k, "id"),
        ShippedData.need(k, "title"),
        Severity.valueOf(ShippedData.need(k, "severity").toUpperCase(Locale.ROOT)),
        ShippedData.need(k, "why"),
        k.text("what").orElse(""),
        k.text("remedy").orElse(""),
        k.text("edition").orElseGet(() -> EditionId.preset().version()),
        ShippedData.need(k, "wrong"),
        k.text("right").orElse(""));
  }
}
