package dev.plumbline.dossier;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An entry of an IXIT table; for a single-record table, the record.
 *
 * @param table such as {@code 1-AuthMech}
 * @param id label of the entry, unique in its table; {@code record} for a single record
 * @param cells columns and typed fields by key, in the order of the file
 * @param remarks what the maker wrote where a cell could hold only a part of it, by key of the
 *     column; {@code id} for a title of the entry
 * @param draft what of the entry a program drafted
 */
public record IxitEntry(
    String table,
    String id,
    Map<String, Cell> cells,
    Map<String, String> remarks,
    Draft draft,
    Place place) {
  /** The id of the one entry of a single-record table. */
  public static final String RECORD = "record";

  /** The key under which an entry keeps its remarks. */
  public static final String REMARKS = "remarks";

  public IxitEntry {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    remarks = Collections.unmodifiableMap(new LinkedHashMap<>(remarks));
  }

  /** An entry that people wrote. */
  public IxitEntry(
      String table, String id, Map<String, Cell> cells, Map<String, String> remarks, Place place) {
    this(table, id, cells, remarks, Draft.NONE, place);
  }

  /** An entry without remarks. */
  public IxitEntry(String table, String id, Map<String, Cell> cells, Place place) {
    this(table, id, cells, Map.of(), place);
  }

  /** How test items and references name it: {@code 1-AuthMech/AuthMech-1}. */
  public String subject() {
    return table + "/" + id;
  }

  public Optional<Cell> cell(String key) {
    return Optional.ofNullable(cells.get(key));
  }

  /** The text of a cell; empty when it is absent. */
  public String text(String key) {
    return cell(key).map(Cell::text).orElse("");
  }

  public List<String> texts(String key) {
    return cell(key).map(Cell::texts).orElse(List.of());
  }

  public Optional<Boolean> flag(String key) {
    return cell(key).flatMap(Cell::flag);
  }

  public Optional<Long> number(String key) {
    return cell(key).flatMap(Cell::number);
  }

  /** What the maker wrote beside a cell; empty when the cell holds all of it. */
  public String remark(String key) {
    return Optional.ofNullable(remarks.get(key)).orElse("");
  }

  /**
   * The cells that say what was drafted from an observation and was not changed since, with that
   * observation: what they say was not declared apart from the device.
   */
  public Map<String, String> drafted() {
    Map<String, String> drafted = new LinkedHashMap<>();
    draft
        .origins()
        .forEach(
            (key, origin) ->
                cell(key)
                    .filter(c -> c.node().plain().equals(origin.value()))
                    .ifPresent(c -> drafted.put(key, origin.from())));
    return drafted;
  }

  /** Digest of what the entry says, whatever the order, comments and form of the file. */
  public Digest digest() {
    return digest(key -> true);
  }

  /** Digest of what the entry says in some columns. */
  public Digest digest(Set<String> columns) {
    return digest(columns::contains);
  }

  private Digest digest(Predicate<String> counts) {
    List<String> parts = new ArrayList<>();
    parts.add(subject());
    add(parts, "", cells, counts, cell -> "" + cell.node().plain());
    add(parts, REMARKS + "/", remarks, counts, text -> text);
    add(parts, Draft.DRAFTED + "/", drafted(), counts, from -> from);
    return Digest.ofParts(parts);
  }

  private static <T> void add(
      List<String> parts,
      String kind,
      Map<String, T> values,
      Predicate<String> counts,
      Function<T, String> text) {
    new TreeMap<>(values)
        .forEach(
            (key, value) -> {
              if (counts.test(key)) {
                parts.add(kind + key + "=" + text.apply(value));
              }
            });
  }
}
