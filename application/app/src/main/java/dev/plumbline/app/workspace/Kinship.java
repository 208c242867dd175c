package dev.plumbline.app.workspace;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.Severity;
import dev.plumbline.core.UnitId;
import dev.plumbline.declaration.DeclarationCheck;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Extension;
import dev.plumbline.dossier.Family;
import java.time.LocalDate;
import java.util.Optional;

/** Holds the tie of a variant to its base against the edition. */
final class Kinship {
  private Kinship() {}

  /**
   * The dossier, its base distrusted where that would not be judged itself.
   *
   * @param problems {@code PLB-2036} results that the edition does not have, {@code PLB-2037} a
   *     base with errors
   */
  static Dossier checked(Dossier dossier, Catalogue catalogue, LocalDate today, Problems problems) {
    Optional<Family> family = dossier.family();
    if (family.isEmpty() || family.get().extension().carries().isEmpty()) {
      return dossier;
    }
    Extension extension = family.get().extension();
    extension
        .carries()
        .forEach(c -> c.results().forEach(r -> known(r, extension, catalogue, problems)));
    Optional<Problem> error =
        DeclarationCheck.errors(catalogue, family.get().base(), today).stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .findFirst();
    if (error.isEmpty() || family.get().distrust().isPresent()) {
      return dossier;
    }
    String where = error.get().place() + ", " + error.get().id();
    problems.warning(
        "PLB-2037",
        extension.place(),
        "No result of the base carries over, for its declaration has errors: "
            + error.get().place()
            + ": "
            + error.get().what(),
        "Mend the base; 'plumbline check' there shows all.");
    return dossier.withFamily(
        family.get().distrusted("the base's declaration has errors (" + where + ")"));
  }

  private static void known(
      Extension.Result result, Extension extension, Catalogue catalogue, Problems problems) {
    boolean known =
        catalogue.groups().values().stream()
            .flatMap(g -> g.cases().stream())
            .flatMap(c -> c.units().stream())
            .map(u -> u.id())
            .anyMatch((UnitId id) -> result.covers(id));
    if (!known) {
      problems.error(
          "PLB-2036",
          result.place(),
          "Edition "
              + catalogue.edition().id()
              + " has no section, provision or test unit '"
              + result.id()
              + "'.",
          "Name those of " + extension.dossier() + "; 'plumbline catalogue show' lists them.");
    }
  }
}
