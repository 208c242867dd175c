package dev.plumbline.dossier.signed;

import dev.plumbline.core.Digest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an author had before them.
 *
 * @param declaration digest of what is declared that the item rests on
 * @param observations digest of the observations that the item rests on
 * @param records digests of earlier records that this one takes the place of, answers or amends:
 *     the decisions on the item, the last sign-off
 */
public record Saw(
    Optional<Digest> declaration, Optional<Digest> observations, List<Digest> records) {
  /** Nothing in particular. */
  public static final Saw NOTHING = new Saw(Optional.empty(), Optional.empty(), List.of());

  public Saw {
    records = List.copyOf(records);
  }

  /** Records alone. */
  public static Saw of(List<Digest> records) {
    return new Saw(Optional.empty(), Optional.empty(), records);
  }

  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    declaration.ifPresent(d -> fields.put("declaration", d.hex()));
    observations.ifPresent(d -> fields.put("observations", d.hex()));
    fields.put("records", records.stream().map(Digest::hex).toList());
    return fields;
  }

  static Saw read(Map<String, Object> fields) {
    return new Saw(
        digest(fields, "declaration"),
        digest(fields, "observations"),
        RecordFields.digests(fields, "records"));
  }

  private static Optional<Digest> digest(Map<String, Object> fields, String key) {
    return fields.containsKey(key)
        ? Optional.of(new Digest(RecordFields.text(fields, key)))
        : Optional.empty();
  }
}
