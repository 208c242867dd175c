package dev.plumbline.dossier;

import java.util.List;

/**
 * What a new dossier is made from: the questions of an edition, as plain texts.
 *
 * @param edition version of EN 303 645
 * @param supply facts of the manufacturer that documents need
 */
public record DossierOutline(
    String edition,
    List<LabelOutline> conditions,
    List<LabelOutline> features,
    List<ProvisionOutline> provisions,
    List<TableOutline> tables,
    List<ColumnOutline> supply) {
  public DossierOutline {
    conditions = List.copyOf(conditions);
    features = List.copyOf(features);
    provisions = List.copyOf(provisions);
    tables = List.copyOf(tables);
    supply = List.copyOf(supply);
  }

  /**
   * A condition or feature.
   *
   * @param label number or letter
   */
  public record LabelOutline(String label, String meaning) {}

  /**
   * A provision.
   *
   * @param printedStatus as the pro forma prints it, such as {@code M C (5)}
   * @param summary in our own words
   */
  public record ProvisionOutline(String id, String printedStatus, String summary) {}

  /**
   * A table of the IXIT.
   *
   * @param id such as {@code 1-AuthMech}
   * @param single whether it has a single record
   */
  public record TableOutline(
      String id, String name, String purpose, boolean single, List<ColumnOutline> columns) {
    public TableOutline {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column, typed field or fact.
   *
   * @param values the choices; empty when free
   */
  public record ColumnOutline(String key, String meaning, List<String> values) {
    public ColumnOutline {
      values = List.copyOf(values);
    }
  }
}
