package dev.plumbline.catalogue;

import dev.plumbline.core.BoundedPattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A column of the pro forma, or a typed field beside it.
 *
 * @param key name in dossier files, such as {@code authenticationFactor}
 * @param name name in the pro forma; for typed fields the key again
 * @param values the pro forma's choices; empty when free
 * @param openValues whether other words than the choices are allowed
 * @param refs tables whose entries the cell names
 * @param proForma false where it is unknown whether the pro forma has the column
 */
public record IxitColumn(
    String key,
    String name,
    String meaning,
    ColumnType type,
    List<String> values,
    boolean openValues,
    List<String> refs,
    boolean proForma,
    Confidence confidence) {
  private static final BoundedPattern BETWEEN = BoundedPattern.compile("[-_\\s]+");

  public IxitColumn {
    values = List.copyOf(values);
    refs = List.copyOf(refs);
  }

  /** The choice of the column that a text means, whatever its case and hyphens. */
  public Optional<String> choice(String text) {
    if (values.isEmpty() || values.contains(text)) {
      return Optional.of(text);
    }
    String folded = fold(text);
    return values.stream().filter(v -> fold(v).equals(folded)).findFirst();
  }

  private static String fold(String text) {
    return BETWEEN.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
  }
}
