package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reports.sarif.SarifReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {
  private static String text(String foreign) throws IOException {
    return Written.by(new SarifReport(), Results.with(foreign));
  }

  private static JsonNode run(String foreign) throws IOException {
    return JsonMapper.shared().readTree(text(foreign)).get("runs").get(0);
  }

  private static JsonNode result(String rule) throws IOException {
    for (JsonNode result : run("Camera").get("results")) {
      if (result.get("ruleId").asString().equals(rule)) {
        return result;
      }
    }
    throw new AssertionError("no result for " + rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Camera", "<b>[x](http://y.example){0}\\\u0000\u202E\ud800"})
  void theLogFollowsThePublishedSchema(String foreign) throws IOException {
    assertThat(Published.faults("schema/sarif-schema-2.1.0.json", text(foreign))).isEmpty();
  }

  @Test
  void theSchemaRefusesALogThatIsWrong() throws IOException {
    assertThat(
            Published.faults(
                "schema/sarif-schema-2.1.0.json",
                text("Camera").replace("\"kind\" : \"open\"", "\"kind\" : \"unknown\"")))
        .isNotEmpty();
  }

  @Test
  void aFailureIsAnErrorAtItsPlace() throws IOException {
    JsonNode failure = result("5.6-1-2c");
    assertThat(failure.get("kind").asString()).isEqualTo("fail");
    assertThat(failure.get("level").asString()).isEqualTo("error");
    assertThat(failure.at("/relatedLocations/0/physicalLocation/artifactLocation/uri").asString())
        .isEqualTo("ixit/28-LogIntf.yaml");
    assertThat(failure.at("/relatedLocations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(4);
    assertThat(failure.at("/relatedLocations/1/physicalLocation/region/byteOffset").asInt())
        .isEqualTo(3);
  }

  @Test
  void whatWasNotDecidedIsOpenAndNeverAPass() throws IOException {
    for (String unit : new String[] {"5.6-1-2b", "5.6-1-1a"}) {
      assertThat(result(unit).get("kind").asString()).isEqualTo("open");
      assertThat(result(unit).get("level").asString()).isEqualTo("none");
      assertThat(result(unit).at("/message/text").asString()).startsWith("INCONCLUSIVE: ");
    }
    for (JsonNode result : run("Camera").get("results")) {
      assertThat(result.get("kind").asString()).isIn("fail", "open", "review");
    }
  }

  @Test
  void theVerdictStandsThereEvenWhereNoResultIsTold() throws IOException {
    JsonNode properties = run("Camera").get("properties");
    assertThat(properties.get("verdict").asString()).isEqualTo("FAIL");
    assertThat(properties.get("executed").asInt()).isEqualTo(5);
  }

  @Test
  void everyRuleHelpsInOurWords() throws IOException {
    JsonNode rules = run("Camera").at("/tool/driver/rules");
    assertThat(rules).hasSize(3);
    for (JsonNode rule : rules) {
      assertThat(rule.at("/help/text").asString())
          .contains("What it asks: ", "How to look: ", "What counts as pass: ");
      assertThat(rule.at("/help/markdown").asString()).contains("**How it is done**");
    }
    for (JsonNode result : run("Camera").get("results")) {
      assertThat(rules.get(result.get("ruleIndex").asInt()).get("id"))
          .isEqualTo(result.get("ruleId"));
    }
  }

  @Test
  void foreignTextMakesNoLinkAndNoPlaceholder() throws IOException {
    assertThat(run("[x](http://y.example){0}").at("/results/0/message/text").asString())
        .contains("\\[x\\](http://y.example){{0}}");
  }

  @Test
  void theSameResultGivesTheSameBytes() throws IOException {
    assertThat(text("Camera")).isEqualTo(text("Camera"));
  }
}
