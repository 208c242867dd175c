package dev.plumbline.declaration.contradiction;

import dev.plumbline.core.Place;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.TableRemark;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What stands at one place.
 *
 * @param subject entry, answer or file
 * @param key column or typed field
 * @param text the words, with what the maker wrote beside a value
 * @param values of the cell alone, {@code true} and {@code false} for yes and no
 */
public record Quote(String subject, String key, String text, List<String> values, Place place) {
  public Quote {
    values = List.copyOf(values);
  }

  static Quote of(IxitEntry entry, Cell cell) {
    String remark = entry.remark(cell.key());
    return new Quote(
        entry.subject(),
        cell.key(),
        remark.isEmpty() ? cell.text() : (cell.text() + " " + remark).strip(),
        cell.flag().map(f -> List.of(f.toString())).orElse(cell.texts()),
        cell.place());
  }

  /** What the maker wrote where no value could be read; at the place of the entry. */
  static Optional<Quote> ofRemark(IxitEntry entry, String key) {
    String remark = entry.remark(key);
    return remark.isEmpty()
        ? Optional.empty()
        : Optional.of(new Quote(entry.subject(), key, remark, List.of(), entry.place()));
  }

  /** What the maker wrote beside the rows of a table. */
  static Quote of(String table, TableRemark remark) {
    return new Quote(table, IxitEntry.REMARKS, remark.text(), List.of(), remark.place());
  }

  static Quote of(IcsAnswer answer) {
    return new Quote(
        "ICS " + answer.provision(),
        "support",
        (answer.support().printed() + ". " + answer.detail()).strip(),
        List.of(answer.support().printed()),
        answer.place());
  }

  /** The same place, with fewer of its words. */
  Quote saying(String words) {
    return new Quote(subject, key, words.strip(), values, place);
  }

  /** Whether one of the values is this one, whatever its case. */
  boolean has(String value) {
    return values.stream().anyMatch(v -> v.strip().toLowerCase(Locale.ROOT).equals(value));
  }
}
