package dev.plumbline.dossier;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.signed.RecordFields;
import dev.plumbline.dossier.signed.Signed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A decision as the fields of a line, in the first form and in the signed one. */
public final class DecisionFields {
  private DecisionFields() {}

  /** The fields of the line of a decision, without place and chain. */
  public static Map<String, Object> write(Decision d) {
    if (d.signed().isEmpty()) {
      return first(d);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", Decision.TYPE);
    fields.putAll(content(d.item(), d.finding(), d.basis(), d.evidence(), d.overrules()));
    fields.putAll(d.signed().get().fields());
    return fields;
  }

  /** The form without signature. */
  static Map<String, Object> first(Decision d) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", Decision.FIRST);
    put(fields, d.item(), d.finding());
    fields.put("by", d.by());
    fields.put("at", d.at().toString());
    put(fields, d.basis(), d.evidence(), d.overrules());
    return fields;
  }

  /** What a signed decision says beside its envelope. */
  static Map<String, Object> content(
      ItemId item, Finding finding, Digest basis, List<Digest> evidence, boolean overrules) {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, item, finding);
    put(fields, basis, evidence, overrules);
    return fields;
  }

  private static void put(Map<String, Object> fields, ItemId item, Finding finding) {
    fields.put("item", item.toString());
    fields.put("finding", word(finding));
    fields.put("reason", finding.reason());
    if (finding instanceof Finding.Violated v) {
      fields.put("remedy", v.remedy());
    }
  }

  private static void put(
      Map<String, Object> fields, Digest basis, List<Digest> evidence, boolean overrules) {
    fields.put("basis", basis.hex());
    fields.put("evidence", evidence.stream().map(Digest::hex).toList());
    if (overrules) {
      fields.put("overrules", true);
    }
  }

  private static String word(Finding finding) {
    return switch (finding) {
      case Finding.Holds h -> "holds";
      case Finding.Violated v -> "violated";
      case Finding.Searched s ->
          throw new IllegalArgumentException("a person decides; only a machine searches");
      case Finding.Undetermined u -> "undetermined";
      case Finding.NotApplicable n -> "not-applicable";
      case Finding.Errored e -> "errored";
    };
  }

  /** The decision that a line says; throws {@link IllegalArgumentException} where it says none. */
  public static Decision read(Map<String, Object> fields) {
    boolean first = RecordFields.text(fields, "type").equals(Decision.FIRST);
    Optional<Signed> signed = first ? Optional.empty() : Optional.of(Signed.read(fields));
    return new Decision(
        ItemId.parse(RecordFields.text(fields, "item")),
        finding(fields),
        signed.map(s -> s.author().name()).orElseGet(() -> RecordFields.text(fields, "by")),
        signed.map(Signed::at).orElseGet(() -> RecordFields.instant(fields, "at")),
        RecordFields.digest(fields, "basis"),
        RecordFields.digests(fields, "evidence"),
        Boolean.TRUE.equals(fields.get("overrules")),
        signed);
  }

  private static Finding finding(Map<String, Object> fields) {
    String reason = RecordFields.text(fields, "reason");
    return switch (RecordFields.text(fields, "finding")) {
      case "holds" -> new Finding.Holds(reason);
      case "violated" -> new Finding.Violated(reason, RecordFields.text(fields, "remedy"));
      case "undetermined" -> new Finding.Undetermined(reason);
      case "not-applicable" -> new Finding.NotApplicable(reason);
      case "errored" -> new Finding.Errored(reason);
      default -> throw new IllegalArgumentException("'finding' is none that is known");
    };
  }
}
