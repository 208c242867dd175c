package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.core.Digest;
import dev.plumbline.reports.intoto.IntotoReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IntotoReportTest {
  private static JsonNode statement(String foreign) throws IOException {
    return JsonMapper.shared().readTree(Written.by(new IntotoReport(), Results.with(foreign)));
  }

  @Test
  void theSubjectsAreTheFilesOfTheDossierAndTheReports() throws IOException {
    JsonNode statement = statement("Camera");
    assertThat(statement.get("_type").asString()).isEqualTo("https://in-toto.io/Statement/v1");
    assertThat(statement.get("subject"))
        .extracting(s -> s.get("name").asString() + " " + s.at("/digest/sha256").asString())
        .containsExactly(
            "product.yaml " + Digest.of("product"), "result.json " + Digest.of("result"));
  }

  @Test
  void whatWasNotDecidedIsCountedAndNoPass() throws IOException {
    JsonNode predicate = statement("Camera").get("predicate");
    assertThat(predicate.get("verdict").asString()).isEqualTo("FAIL");
    assertThat(predicate.at("/items/undecided").asInt()).isEqualTo(2);
    assertThat(predicate.at("/provisions/PASS").asInt()).isZero();
  }

  @Test
  void thePredicateFollowsThePublishedSchema() throws IOException {
    String schema =
        Files.readString(Path.of("../../docs/schemas/assessment-predicate-1.schema.json"));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(
                    statement("\"}\u0000\u202E").get("predicate").toString(), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void itIsWrittenAfterTheReportsThatItNames() {
    assertThat(new IntotoReport().last()).isTrue();
  }
}
