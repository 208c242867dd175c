package dev.plumbline.reports;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Schemas that others publish, as their own libraries ship them. */
final class Published {
  private Published() {}

  /** What the schema finds wrong, a line each. */
  static List<String> faults(String schema, String json) throws IOException {
    try (InputStream in = Published.class.getClassLoader().getResourceAsStream(schema)) {
      String text =
          new String(Objects.requireNonNull(in, schema).readAllBytes(), StandardCharsets.UTF_8);
      Schema read = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
      return read.validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
    }
  }
}
