package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reports.cdxa.CdxaReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CdxaReportTest {
  private static String text(String foreign) throws IOException {
    return Written.by(new CdxaReport(), Results.with(foreign));
  }

  private static JsonNode declarations() throws IOException {
    return JsonMapper.shared().readTree(text("Camera")).get("declarations");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Camera", "<b>\u0000\u202E\ud800\"}] x"})
  void theDocumentFollowsThePublishedSchema(String foreign) throws IOException {
    assertThat(Published.faults("bom-1.6.schema.json", text(foreign))).isEmpty();
  }

  @Test
  void theSchemaRefusesADocumentThatIsWrong() throws IOException {
    assertThat(
            Published.faults(
                "bom-1.6.schema.json", text("Camera").replace("\"predicate\"", "\"predicat\"")))
        .isNotEmpty();
  }

  @Test
  void aPassIsAClaimAFailureACounterClaimAndWhatIsOpenNeither() throws IOException {
    JsonNode map = declarations().at("/attestations/0/map/0");
    assertThat(map.get("claims")).extracting(JsonNode::asString).containsExactly("claim-5.6-1-2a");
    assertThat(map.get("counterClaims"))
        .extracting(JsonNode::asString)
        .containsExactly("claim-5.6-1-2c");
    assertThat(declarations().get("claims")).hasSize(2);
  }

  @Test
  void onlyADecidedProvisionHasAScore() throws IOException {
    JsonNode map = declarations().at("/attestations/0/map");
    assertThat(map.at("/0/conformance/score").asDouble()).isZero();
    assertThat(map.at("/1/conformance").has("score")).isFalse();
    assertThat(map.at("/1/conformance/rationale").asString()).startsWith("declined");
  }

  @Test
  void everyReferenceLeadsSomewhere() throws IOException {
    JsonNode bom = JsonMapper.shared().readTree(text("Camera"));
    List<String> names = new ArrayList<>();
    bom.findValues("bom-ref").forEach(n -> names.add(n.asString()));
    assertThat(names).doesNotHaveDuplicates();
    for (JsonNode claim : declarations().get("claims")) {
      assertThat(names).contains(claim.get("target").asString());
      claim.get("evidence").forEach(e -> assertThat(names).contains(e.asString()));
    }
    for (JsonNode entry : declarations().at("/attestations/0/map")) {
      assertThat(names).contains(entry.get("requirement").asString());
    }
  }

  @Test
  void theSameResultGivesTheSameBytes() throws IOException {
    assertThat(text("Camera")).isEqualTo(text("Camera"));
  }
}
