package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.traffic.TrafficSeen;
import dev.plumbline.reports.mud.MudCheckReport;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MudCheckReportTest {
  private static JsonNode check(Assessment result) throws IOException {
    return JsonMapper.shared()
        .readTree(
            Written.by(
                new MudCheckReport(), result, Written.context(MudReportTest.IXIT, List.of())));
  }

  @Test
  void everyContactSaysWhetherTheFileLetsItThrough() throws IOException {
    assertThat(check(Results.with("Camera")).get("contacts"))
        .extracting(c -> c.get("subject").asString() + " " + c.get("inTheFile").asString())
        .containsExactly(
            "tcp/198.51.100.9/80 yes",
            "tcp/198.51.100.7/443 yes",
            "tcp/127.0.0.9/9000 no",
            "udp/224.0.0.251/5353 network");
  }

  @Test
  void aContactThatListsCannotSayIsNamed() throws IOException {
    assertThat(check(Results.with("Camera")).get("notInTheFile"))
        .extracting(JsonNode::asString)
        .containsExactly("*.example.net");
  }

  @Test
  void withoutACaptureNothingWasCompared() throws IOException {
    JsonNode check = check(Results.with(new TrafficSeen.None("No capture was read.")));
    assertThat(check.get("compared").asBoolean()).isFalse();
    assertThat(check.get("why").asString()).isEqualTo("No capture was read.");
    assertThat(check.get("contacts")).isEmpty();
  }
}
