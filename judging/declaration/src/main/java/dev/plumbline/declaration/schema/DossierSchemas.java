package dev.plumbline.declaration.schema;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Condition;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.declaration.DeclarationCheck;
import dev.plumbline.dossier.Draft;
import dev.plumbline.dossier.IxitEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON Schemas (draft 2020-12) of the files of a dossier, so that editors complete and check while
 * somebody types. They say what a file can hold; whether it hangs together, {@link
 * DeclarationCheck} tells.
 */
public final class DossierSchemas {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Catalogue catalogue;
  private final String edition;
  private final String named;

  private DossierSchemas(Catalogue catalogue, String mark) {
    this.catalogue = catalogue;
    this.edition = catalogue.edition().id().version();
    this.named = edition + mark;
  }

  /**
   * The schemas of an edition.
   *
   * @return JSON text by path, such as {@code ixit/1-AuthMech.schema.json}
   */
  public static Map<String, String> all(Catalogue catalogue) {
    return new DossierSchemas(catalogue, "").all();
  }

  /**
   * The schemas of an edition with profiles on top. Their ids hold the digest of the whole, as two
   * dossiers in one editor may have different profiles.
   */
  public static Map<String, String> withProfiles(Catalogue catalogue) {
    return new DossierSchemas(catalogue, "+" + catalogue.digest().hex().substring(0, 12)).all();
  }

  /** The id of the schema of a file, such as {@code urn:plumbline:dossier:3.1.3:1-AuthMech:1}. */
  private String id(String name) {
    return "urn:plumbline:dossier:" + named + ":" + name + ":1";
  }

  private Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("product.schema.json", text("product", ProductSchema.of(edition)));
    all.put("ics.schema.json", text("ics", ics()));
    all.put("evidence.schema.json", text("evidence", EvidenceSchema.of()));
    all.put("schemes.schema.json", text("schemes", SchemesSchema.of()));
    all.put("driver.schema.json", text("driver", DriverSchema.of()));
    all.put("policy.schema.json", text("policy", PolicySchema.of()));
    all.put("supply.schema.json", text("supply", SupplySchema.of()));
    catalogue
        .tables()
        .values()
        .forEach(t -> all.put("ixit/" + t.id() + ".schema.json", text(t.id(), TableSchema.of(t))));
    return all;
  }

  private String text(String name, Map<String, Object> body) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", id(name));
    schema.putAll(body);
    return JSON.writeValueAsString(schema).replace("\r\n", "\n") + "\n";
  }

  private Map<String, Object> ics() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("edition", Schemas.one(List.of(edition), "Version of EN 303 645."));
    fields.put(
        "conditions", statements(catalogue.conditions().values(), "holds", "Numbered conditions."));
    fields.put(
        "features", statements(catalogue.features().values(), "present", "Lettered features."));
    Map<String, Object> answers = new LinkedHashMap<>();
    for (Provision p : catalogue.provisions().values()) {
      answers.put(p.id().value(), answer(p));
    }
    fields.put("answers", Schemas.object("One answer per provision.", answers, List.of()));
    return Schemas.titled(
        "Implementation conformance statement",
        Schemas.object("The ICS for " + catalogue.edition().document() + ".", fields, List.of()));
  }

  private static Map<String, Object> answer(Provision p) {
    List<String> support = p.naAllowed() ? List.of("Y", "N", "N/A") : List.of("Y", "N");
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(
        "support", Schemas.one(support, "Y: supported. N: not supported. N/A: does not apply."));
    fields.put("detail", Schemas.text("Measures for Y, reasons for N and N/A."));
    fields.put(
        "evidence",
        Schemas.texts("Entries of evidence.yaml, by path or first digits of the SHA-256."));
    return Schemas.object(
        p.title() + " (" + p.printedStatus() + "). " + p.summary(), fields, List.of("support"));
  }

  private static Map<String, Object> statements(
      Collection<Condition> conditions, String flag, String description) {
    Map<String, Object> labels = new LinkedHashMap<>();
    for (Condition c : conditions) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put(flag, Schemas.orNothing(Schemas.flag("Whether it is so.")));
      fields.put("because", Schemas.text("The property of the product that shows it."));
      labels.put(c.label(), Schemas.object(c.meaning(), fields, List.of(flag)));
    }
    return Schemas.object(description, labels, List.of());
  }

  /** The file of a table. */
  private static final class TableSchema {
    private TableSchema() {}

    static Map<String, Object> of(IxitTable table) {
      Map<String, Object> cells = new LinkedHashMap<>();
      table.columns().forEach(c -> cells.put(c.key(), Schemas.cell(c)));
      table.fields().forEach(c -> cells.put(c.key(), Schemas.cell(c)));
      cells.put(IxitEntry.REMARKS, Schemas.remarks());
      cells.put(Draft.PROPOSED, Schemas.proposed());
      cells.put(Draft.DRAFTED, Schemas.drafted());
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("table", Schemas.one(List.of(table.id()), "The table that the file holds."));
      fields.put(
          IxitEntry.REMARKS,
          Schemas.texts("What the maker wrote beside the rows. No verdict rests on it."));
      String rows = table.single() ? "record" : "entries";
      if (table.single()) {
        fields.put(rows, Schemas.orNothing(Schemas.object("The record.", cells, List.of())));
      } else {
        Map<String, Object> entry = Schemas.object("An entry.", cells, List.of("id"));
        fields.put(rows, Schemas.orNothing(Schemas.list("The entries.", entry)));
      }
      return Schemas.titled(
          table.id() + ": " + table.name(),
          Schemas.object(table.purpose(), fields, List.of("table", rows)));
    }
  }
}
