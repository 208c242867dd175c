package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.reports.json.JsonReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonReportTest {
  private static String json(String foreign) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonReport().write(Results.with(foreign), Written.context(), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theResultFollowsThePublishedSchema() throws IOException {
    String schemaText = Files.readString(Path.of("../../docs/schemas/result-1.schema.json"));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schemaText);
    assertThat(schema.validate(json("Camera"), InputFormat.JSON)).isEmpty();
    String aside = Written.by(new JsonReport(), Results.seenAside("Camera"));
    assertThat(schema.validate(aside, InputFormat.JSON)).isEmpty();
    JsonNode flaw = JsonMapper.shared().readTree(aside).get("flawsSeen").path(1);
    assertThat(flaw.path("verdict").asString()).isEqualTo("declined");
    assertThat(flaw.path("answered").asString()).isEqualTo("N");
  }

  @Test
  void theFourCountsStandAtTheTop() throws IOException {
    JsonNode counts = JsonMapper.shared().readTree(json("Camera")).get("counts");
    assertThat(counts.get("declared").asInt()).isEqualTo(5);
    assertThat(counts.get("planned").asInt()).isEqualTo(5);
    assertThat(counts.get("executed").asInt()).isEqualTo(5);
    assertThat(counts.get("evidenced").asInt()).isEqualTo(2);
  }

  @Test
  void foreignTextReadsBackAsItWas() throws IOException {
    String foreign = "\"}],\u0000\u202E\\";
    JsonNode product = JsonMapper.shared().readTree(json(foreign)).get("product");
    assertThat(product.get("name").asString()).isEqualTo(foreign);
  }

  @Test
  void theSameResultGivesTheSameBytes() throws IOException {
    assertThat(json("Camera")).isEqualTo(json("Camera"));
  }
}
