package dev.plumbline.dossier;

import dev.plumbline.core.Place;
import dev.plumbline.core.ProvisionId;
import java.util.List;

/**
 * A row of the ICS.
 *
 * @param detail measures for Y, reasons for N and N/A; empty when not given
 * @param evidence names of entries of evidence.yaml
 */
public record IcsAnswer(
    ProvisionId provision, Support support, String detail, List<String> evidence, Place place) {
  public IcsAnswer {
    evidence = List.copyOf(evidence);
  }
}
