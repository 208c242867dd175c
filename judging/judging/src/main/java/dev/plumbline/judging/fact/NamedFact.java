package dev.plumbline.judging.fact;

import dev.plumbline.core.Place;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;

/** What answers a question of a check: an observation of the device, or a declared cell. */
public sealed interface NamedFact {

  /** The fact by name, for people. */
  String name();

  /** Where it can be read. */
  String where();

  /** Something observed. */
  record Observed(Observation observation) implements NamedFact {
    @Override
    public String name() {
      return observation.key() + " of " + observation.subject();
    }

    @Override
    public String where() {
      return observation.evidence().map(EvidenceRef::toString).orElse("no evidence file");
    }
  }

  /**
   * Something declared.
   *
   * @param column key of the cell
   */
  record DeclaredCell(IxitEntry row, String column) implements NamedFact {
    @Override
    public String name() {
      return row.subject() + "." + column;
    }

    @Override
    public String where() {
      return row.cell(column).map(c -> c.node().place()).orElse(row.place()).toString();
    }
  }

  /**
   * Something else of the dossier.
   *
   * @param name such as {@code product.mac}
   */
  record DeclaredText(String name, Place place) implements NamedFact {
    @Override
    public String where() {
      return place.toString();
    }
  }
}
