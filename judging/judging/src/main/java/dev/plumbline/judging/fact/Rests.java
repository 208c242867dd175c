package dev.plumbline.judging.fact;

import java.util.Set;

/**
 * What of the dossier an item rests on.
 *
 * @param rows IXIT entries as {@code TABLE/ENTRY}
 * @param tables tables of which it rests on every entry
 * @param device whether it rests on the software version, unit and state under assessment
 * @param product whether it rests on further facts of product.yaml
 */
public record Rests(Set<String> rows, Set<String> tables, boolean device, boolean product) {
  /** On nothing that is known. */
  public static final Rests UNKNOWN = new Rests(Set.of(), Set.of(), false, false);

  public Rests {
    rows = Set.copyOf(rows);
    tables = Set.copyOf(tables);
  }
}
