package dev.plumbline.importers.csafvex;

import static dev.plumbline.importers.shared.reading.Fields.moment;
import static dev.plumbline.importers.shared.reading.Fields.text;
import static dev.plumbline.importers.shared.reading.Fields.texts;

import dev.plumbline.importers.shared.software.Statements;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads what a CSAF document says of products and vulnerabilities. */
public final class CsafVexImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(CsafVexImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return !shape.text("/document/csaf_version").isEmpty();
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Csaf csaf = new Csaf();
    JsonInput.read(
        in,
        Map.of(
            "/document", (part, line) -> csaf.document(part),
            "/product_tree", (part, line) -> csaf.products(part),
            "/vulnerabilities/*", (part, line) -> csaf.vulnerability(part)));
    if (csaf.version.isEmpty()) {
      throw new MalformedImportException(ImportRefusal.OTHER_FORMAT, "it is no CSAF document");
    }
    reading.ran(new ToolRun(csaf.version, "", csaf.title, moment(csaf.at)));
    csaf.statements.tell(reading, csaf.publisher, csaf.at);
  }

  private static final class Csaf {
    private final Statements statements = new Statements();
    private final Map<String, String> names = new HashMap<>();
    private String version = "";
    private String title = "";
    private String publisher = "";
    private String at = "";

    void document(JsonNode part) {
      version = text(part, "csaf_version");
      title = text(part, "title");
      publisher = text(part, "publisher", "name");
      at = text(part, "tracking", "current_release_date");
    }

    void products(JsonNode part) {
      part.path("full_product_names").forEach(this::name);
      part.path("relationships").forEach(r -> name(r.path("full_product_name")));
      part.path("branches").forEach(this::branch);
    }

    private void branch(JsonNode part) {
      name(part.path("product"));
      part.path("branches").forEach(this::branch);
    }

    private void name(JsonNode product) {
      String id = text(product, "product_id");
      if (!id.isEmpty()) {
        names.put(id, text(product, "name"));
      }
    }

    void vulnerability(JsonNode part) {
      JsonNode other = part.path("ids").path(0);
      String id = part.has("cve") ? text(part, "cve") : text(other, "text");
      for (String status : part.path("product_status").propertyNames()) {
        if (!"recommended".equals(status)) {
          for (String product : texts(part, "product_status", status)) {
            statements.add(
                id,
                List.of(names.getOrDefault(product, product)),
                status,
                label(part.path("flags"), product),
                detail(part, product),
                at);
          }
        }
      }
    }

    private static String label(JsonNode flags, String product) {
      for (JsonNode flag : flags) {
        if (texts(flag, "product_ids").contains(product)) {
          return text(flag, "label");
        }
      }
      return "";
    }

    private static String detail(JsonNode part, String product) {
      for (String kind : List.of("threats", "remediations")) {
        for (JsonNode one : part.path(kind)) {
          if (texts(one, "product_ids").contains(product)) {
            return text(one, "details");
          }
        }
      }
      return "";
    }
  }
}
