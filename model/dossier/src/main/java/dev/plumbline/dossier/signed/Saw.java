package dev.plumbline.dossier.signed;

import dev.plumbline.core.Digest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an author had before them.
 *
 * @param declaration digest of what is declared that the item rests on
 * @param observations digest of the observations that the item rests on
 * @param records digests of earlier records that this one takes the place of, answers or amends:
 *     the decisions on the item, the last sign-off
 * @param columns digest of the columns that the item is judged from, and of all else that it rests
 *     on; empty where the catalogue does not tell columns, and in records of earlier versions
 * @param parts what the item rests on, by name, each with the first digits of its digest or in
 *     plain words: to tell later what changed
 * @param policy digest of the rules of policy.yaml that were in force; empty where there were none
 */
public record Saw(
    Optional<Digest> declaration,
    Optional<Digest> observations,
    List<Digest> records,
    Optional<Digest> columns,
    Map<String, String> parts,
    Optional<Digest> policy) {
  /** Nothing in particular. */
  public static final Saw NOTHING = of(List.of());

  public Saw {
    records = List.copyOf(records);
    parts = Collections.unmodifiableMap(new TreeMap<>(parts));
  }

  /** Records alone. */
  public static Saw of(List<Digest> records) {
    return new Saw(
        Optional.empty(), Optional.empty(), records, Optional.empty(), Map.of(), Optional.empty());
  }

  /** The same with these earlier records. */
  public Saw with(List<Digest> earlier) {
    return new Saw(declaration, observations, earlier, columns, parts, policy);
  }

  /** The same under these rules. */
  public Saw under(ReviewPolicy rules) {
    return new Saw(declaration, observations, records, columns, parts, rules.digest());
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    declaration.ifPresent(d -> fields.put("declaration", d.hex()));
    observations.ifPresent(d -> fields.put("observations", d.hex()));
    fields.put("records", records.stream().map(Digest::hex).toList());
    columns.ifPresent(d -> fields.put("columns", d.hex()));
    if (!parts.isEmpty()) {
      fields.put("parts", parts);
    }
    policy.ifPresent(d -> fields.put("policy", d.hex()));
    return fields;
  }

  static Saw read(Map<String, Object> fields) {
    return new Saw(
        digest(fields, "declaration"),
        digest(fields, "observations"),
        RecordFields.digests(fields, "records"),
        digest(fields, "columns"),
        parts(fields),
        digest(fields, "policy"));
  }

  private static Map<String, String> parts(Map<String, Object> fields) {
    Map<String, String> parts = new TreeMap<>();
    if (fields.containsKey("parts")) {
      Map<String, Object> read = RecordFields.object(fields, "parts");
      read.keySet().forEach(k -> parts.put(k, RecordFields.text(read, k)));
    }
    return parts;
  }

  private static Optional<Digest> digest(Map<String, Object> fields, String key) {
    return fields.containsKey(key)
        ? Optional.of(new Digest(RecordFields.text(fields, key)))
        : Optional.empty();
  }
}
