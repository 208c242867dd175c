package dev.plumbline.declaration.schema;

import dev.plumbline.catalogue.scheme.Scheme;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.core.Attestor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The schema of schemes.yaml. */
final class SchemesSchema {
  private static final String DAY = "^\\d{4}-\\d{2}-\\d{2}$";

  private SchemesSchema() {}

  static Map<String, Object> of() {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put(
        "scheme",
        Schemas.one(
            Schemes.load().schemes().stream().map(Scheme::id).toList(), "Id of the scheme."));
    entry.put("level", Schemas.text("Id of the level that asks for it."));
    entry.put("ask", Schemas.text("Id of what is asked; only-for: that the level is for it."));
    entry.put(
        "evidence",
        Schemas.texts("Entries of evidence.yaml, by path or first digits of the SHA-256."));
    entry.put("by", Schemas.text("Who says so."));
    entry.put(
        "as",
        Schemas.one(
            Arrays.stream(Attestor.values())
                .map(a -> a.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList(),
            "In what part."));
    entry.put("date", Schemas.pattern("Since when it is said.", DAY));
    entry.put("until", Schemas.pattern("Last day on which it holds.", DAY));
    entry.put("proves", Schemas.text("What the evidence shows."));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(
        "shown",
        Schemas.list(
            "What is said to be so.",
            Schemas.object(
                "One thing asked.",
                entry,
                List.of("scheme", "level", "ask", "by", "as", "date", "proves"))));
    return Schemas.titled(
        "Evidence for schemes",
        Schemas.object("What schemes ask beside provisions.", fields, List.of()));
  }
}
