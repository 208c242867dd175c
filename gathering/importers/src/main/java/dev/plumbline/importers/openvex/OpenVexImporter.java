package dev.plumbline.importers.openvex;

import static dev.plumbline.importers.shared.reading.Fields.first;
import static dev.plumbline.importers.shared.reading.Fields.moment;
import static dev.plumbline.importers.shared.reading.Fields.text;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads the statements of an OpenVEX document. */
public final class OpenVexImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(OpenVexImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.text("/@context").startsWith("https://openvex.dev/ns") && shape.has("/statements");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Document document = new Document();
    JsonInput.read(
        in,
        Map.of(
            "/@context", (part, line) -> document.context = text(part),
            "/@id", (part, line) -> document.id = text(part),
            "/author", (part, line) -> document.author = text(part),
            "/timestamp", (part, line) -> document.at = text(part),
            "/statements/*", (part, line) -> document.statement(part)));
    if (!document.context.startsWith("https://openvex.dev/ns")) {
      throw new MalformedImportException(ImportRefusal.OTHER_FORMAT, "it is no OpenVEX document");
    }
    reading.ran(new ToolRun("", "", document.id, moment(document.at)));
    document.statements.tell(reading, document.author, document.at);
  }

  private static final class Document {
    private final Statements statements = new Statements();
    private String context = "";
    private String id = "";
    private String author = "";
    private String at = "";

    void statement(JsonNode part) {
      JsonNode vulnerability = part.path("vulnerability");
      List<String> products = new ArrayList<>();
      for (JsonNode product : part.path("products")) {
        products.add(product.isString() ? text(product) : text(product, "@id"));
        product.path("subcomponents").forEach(s -> products.add(text(s, "@id")));
      }
      String impact = first(part, "impact_statement", "action_statement");
      String date = text(part, "timestamp");
      statements.add(
          vulnerability.isString() ? text(vulnerability) : first(vulnerability, "name", "@id"),
          products,
          text(part, "status"),
          text(part, "justification"),
          impact,
          date.isEmpty() ? at : date);
    }
  }
}
