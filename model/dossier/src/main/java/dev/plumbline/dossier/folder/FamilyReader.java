package dev.plumbline.dossier.folder;

import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Severity;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Extension;
import dev.plumbline.dossier.Extension.Withdrawn;
import dev.plumbline.dossier.Family;
import dev.plumbline.dossier.file.BasePath;
import dev.plumbline.dossier.file.DossierFiles;
import dev.plumbline.dossier.file.DossierFiles.Need;
import dev.plumbline.dossier.file.Secrets;
import dev.plumbline.dossier.file.Shape;
import dev.plumbline.dossier.product.ProductReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the base of a variant and joins what both declare. The base is read as it is and never
 * written; where the tie is broken, the variant stands alone and the problem keeps it from being
 * judged.
 */
public final class FamilyReader {
  private final Path directory;
  private final Problems problems;

  /**
   * @param directory of the variant, absolute and without {@code ..}
   */
  FamilyReader(Path directory, Problems problems) {
    this.directory = directory;
    this.problems = problems;
  }

  /** The variant with what it takes over; one that extends nothing as it is. */
  Dossier join(Dossier own) {
    return own.product()
        .extension()
        .flatMap(e -> family(e, own).map(f -> joined(own, f)))
        .orElse(own);
  }

  private static Dossier joined(Dossier own, Family family) {
    return own.extending(
        family,
        Merge.ics(family.base().ics(), own.ics()),
        Merge.ixit(family.base().ixit(), own.ixit(), family.extension().withdraws()));
  }

  private Optional<Family> family(Extension extension, Dossier own) {
    Optional<Path> found = directory(extension);
    if (found.isEmpty() || isItself(extension, found.get())) {
      return Optional.empty();
    }
    DossierReading reading = new DossierReading(new DossierFiles(found.get()), Secrets.NONE);
    if (!consents(extension, reading, found.get())) {
      return Optional.empty();
    }
    Relocation relocation = new Relocation(extension.dossier());
    Problems declared = new Problems();
    Problems gathered = new Problems();
    Optional<Dossier> base = reading.read(declared, gathered);
    errors(declared).forEach(p -> problems.add(relocation.of(p)));
    if (base.isEmpty() || !fits(extension, own, base.get(), found.get())) {
      return Optional.empty();
    }
    withdrawn(extension, own, base.get());
    Family family = new Family(extension, at(relocation, base.get()), Optional.empty());
    return Optional.of(
        errors(gathered).stream()
            .filter(p -> !extension.carries().isEmpty() || !DossierFolder.isOfEvidence(p))
            .findFirst()
            .map(p -> distrusted(family, relocation.of(p)))
            .orElse(family));
  }

  private Family distrusted(Family family, Problem first) {
    problems.warning(
        "PLB-2037",
        family.extension().place(),
        "No result of the base carries over: " + first.place() + ": " + first.what(),
        "Mend the record of the base; 'plumbline check' there shows all.");
    return family.distrusted("its record is not sound (" + first.place() + ", " + first.id() + ")");
  }

  private static List<Problem> errors(Problems problems) {
    return problems.sorted().stream().filter(p -> p.severity() == Severity.ERROR).toList();
  }

  private static Dossier at(Relocation relocation, Dossier base) {
    return new Dossier(
            base.product(),
            relocation.of(base.ics()),
            relocation.of(base.ixit()),
            base.evidence(),
            base.observations(),
            base.decisions())
        .withUnbacked(base.unbacked());
  }

  private Optional<Path> directory(Extension extension) {
    String written = extension.dossier();
    Place place = extension.place();
    Optional<String> fault = BasePath.fault(written);
    if (fault.isPresent()) {
      problems.error(
          "PLB-2031",
          place,
          "The way to the base, '" + Shape.shown(written) + "', " + fault.get() + ".",
          "Put base and variants into one folder, and write such as 'dossier: ../smart-camera'.");
      return Optional.empty();
    }
    Optional<String> blocked = BasePath.blocked(directory, written);
    Path found = BasePath.resolve(directory, written);
    boolean dossier =
        blocked.isEmpty()
            && new DossierFiles(found)
                .regular(ProductReader.FILE, Need.OPTIONAL, new Problems())
                .isPresent();
    if (!dossier) {
      problems.error(
          "PLB-2030",
          place,
          "There is no base at '"
              + Shape.shown(written)
              + "': "
              + blocked.map(Shape::shown).orElse("the folder has no product.yaml")
              + ".",
          "Give the path of the base dossier, relative to this dossier.");
      return Optional.empty();
    }
    return Optional.of(found);
  }

  /**
   * Whether the base lets this dossier take over what it holds: a dossier that lies beside it may
   * be a stranger's. Of one that does not, nothing is read or told.
   */
  private boolean consents(Extension extension, DossierReading base, Path found) {
    boolean named = base.names(found, directory);
    if (!named) {
      problems.error(
          "PLB-2038",
          extension.place(),
          "The dossier '"
              + Shape.shown(extension.dossier())
              + "' does not name this one as its variant, so nothing is taken over from it.",
          "If both are yours, write in "
              + Shape.shown(extension.dossier())
              + "/product.yaml: 'variants: ["
              + Shape.shown(BasePath.back(found, directory))
              + "]'.");
    }
    return named;
  }

  private boolean isItself(Extension extension, Path found) {
    boolean itself = found.equals(directory);
    if (itself) {
      chain(extension, "The dossier extends itself.");
    }
    return itself;
  }

  private boolean fits(Extension extension, Dossier own, Dossier base, Path found) {
    Optional<Extension> further = base.product().extension();
    if (further.isPresent()) {
      boolean circle =
          BasePath.fault(further.get().dossier()).isEmpty()
              && BasePath.resolve(found, further.get().dossier()).equals(directory);
      chain(
          extension,
          circle
              ? "The base extends this dossier, which is a circle."
              : "The base is a variant itself: it extends '"
                  + Shape.shown(further.get().dossier())
                  + "'.");
      return false;
    }
    if (!base.product().edition().equals(own.product().edition())) {
      problems.error(
          "PLB-2032",
          extension.place(),
          "The base is written for edition "
              + Shape.shown(base.product().edition())
              + ", this dossier for "
              + Shape.shown(own.product().edition())
              + ".",
          "Migrate the base with its variants; rows of two editions cannot be joined.");
      return false;
    }
    return true;
  }

  private void chain(Extension extension, String what) {
    problems.error(
        "PLB-2033",
        extension.place(),
        what,
        "Extend the dossier of the product that was assessed itself.");
  }

  private void withdrawn(Extension extension, Dossier own, Dossier base) {
    for (Withdrawn w : extension.withdraws()) {
      boolean stated = own.ixit().entry(w.row()).isPresent();
      if (base.ixit().entry(w.row()).isEmpty()) {
        problems.error(
            "PLB-2035",
            w.place(),
            "The base has no row '" + Shape.shown(w.row()) + "'.",
            "Name a row of the base, or remove the line.");
      } else if (stated) {
        problems.error(
            "PLB-2035",
            w.place(),
            "The row '" + Shape.shown(w.row()) + "' is withdrawn, and this dossier states it.",
            "Remove one of the two.");
      }
    }
  }
}
