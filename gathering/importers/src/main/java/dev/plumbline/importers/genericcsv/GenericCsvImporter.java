package dev.plumbline.importers.genericcsv;

import static dev.plumbline.importers.shared.reading.Fields.at;
import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.importers.shared.reading.Lines;
import dev.plumbline.importers.shared.reading.Records;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a table or JSON records by a mapping of the dossier, for tools that have no importer. */
public final class GenericCsvImporter implements Importer {
  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(GenericCsvImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    return head.text().startsWith(MARK);
  }

  private static final String MARK = "# plumbline generic-csv";

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    TableMapping mapping = TableMapping.of(reading);
    RecordRows table = new RecordRows(mapping, reading);
    if ("json".equals(mapping.format())) {
      Records.read(in, (part, line) -> table.row(column -> cell(part, column), line));
    } else {
      Lines.read(in, new SeparatedRows(mapping.separator(), MARK, table)::line);
    }
    reading.ran(new ToolRun("", mapping.tool(), mapping.target(), Optional.empty()));
    table.tell();
  }

  /** A dot leads into an inner object. */
  private static Optional<String> cell(JsonNode part, String column) {
    JsonNode inner = at(part, column.split("\\."));
    return inner.isMissingNode() ? Optional.empty() : Optional.of(text(inner));
  }
}
