package dev.plumbline.declaration;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.core.Place;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Statement;
import dev.plumbline.dossier.Support;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dossier beside the edition that it is written for.
 *
 * @param today the day on which dates are judged
 */
record DatedDossier(Catalogue catalogue, Dossier dossier, LocalDate today) {

  Ics ics() {
    return dossier.ics();
  }

  EditionId edition() {
    return catalogue.edition().id();
  }

  /** The editions that are not this one, newest first; read when a name is unknown here. */
  Stream<Catalogue> otherEditions() {
    return EditionId.all().reversed().stream()
        .filter(e -> !e.equals(edition()))
        .map(CatalogueLoader::load);
  }

  /** The ICS file, as a place. */
  Place icsFile() {
    return Stream.concat(
            ics().answers().values().stream().map(IcsAnswer::place),
            Stream.concat(ics().conditions().values().stream(), ics().features().values().stream())
                .map(Statement::place))
        .findFirst()
        .map(p -> Place.of(p.file()))
        .orElse(Place.of("ics.yaml"));
  }

  Optional<Support> support(ProvisionId id) {
    return ics().answer(id).map(IcsAnswer::support);
  }

  Optional<Provision> provision(String id) {
    return ProvisionId.isValid(id) ? catalogue.provision(new ProvisionId(id)) : Optional.empty();
  }

  /** A condition (by number) or feature (by letter) as stated. */
  Optional<Statement> statement(String label) {
    Statement condition = ics().conditions().get(label);
    return Optional.ofNullable(condition != null ? condition : ics().features().get(label));
  }

  /** The first table of this edition that plays a role. */
  Optional<IxitTable> firstTable(TableRole role) {
    return catalogue.tables(role).stream().findFirst();
  }

  List<IxitEntry> entries(IxitTable table) {
    return dossier.ixit().entries(table.id());
  }

  /** The cell, if it has an answer; an explicit empty list is none. */
  static Optional<Cell> filled(IxitEntry entry, String key) {
    return entry.cell(key).filter(c -> !c.isEmpty());
  }

  /** The value as rules see it: {@code true} and {@code false} for what reads as yes and no. */
  static List<String> values(Cell cell) {
    if (cell.node() instanceof Scalar s && !s.quoted() && s.asBoolean().isPresent()) {
      return List.of(s.asBoolean().get().toString());
    }
    return cell.texts();
  }
}
