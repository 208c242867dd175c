package dev.plumbline.reports.json;

import dev.plumbline.engine.Assessment;
import dev.plumbline.reports.ReportContext;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The result as JSON, after the schema {@code docs/schemas/result-1.schema.json}. */
public final class JsonReport implements ReportFormat {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Override
  public String id() {
    return "json";
  }

  @Override
  public String fileName() {
    return "result.json";
  }

  @Override
  public void write(Assessment assessment, ReportContext context, OutputStream out)
      throws IOException {
    String json = MAPPER.writeValueAsString(ResultTree.of(assessment, context));
    out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
