package dev.plumbline.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.UserDecision;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {
  private static final String DRIVER =
      """
      http: {endpoint: "DEVICE"}
      settings: {cloud-recording: cloud}
      decisions:
        UserDec-2: {name: cloud, options: {"Yes": "yes", "No (default)": "no"}, setting: cloud-recording}
      actions:
        next-decision:
          http: GET /setup
          take: {decision: {json: /decision}, options: {json: /options}, preselected: {json: /preselected}}
        decide:
          http: POST /setup/${decision}
          json: '{"value": "${option}"}'
          refused: [400]
      """;

  @TempDir private Path folder;

  @Test
  void theSetUpIsGoneThroughInTheWordsOfTheDevice() throws Exception {
    String asks = "200 {\"decision\":\"cloud\",\"options\":[\"yes\",\"no\"],\"preselected\":\"\"}";
    try (Stage stage =
        Stage.at(folder, (method, path, body, e) -> method.equals("GET") ? asks : "200 ok")) {
      stage.driver(DRIVER);
      assertThat(stage.problems()).isEmpty();
      stage.run(
          driver ->
              assertThat(driver.decisions())
                  .containsExactly(
                      new UserDecision(
                          "UserDec-2",
                          "cloud",
                          Map.of("Yes", "yes", "No (default)", "no"),
                          Optional.of("cloud-recording"))),
          Intrusiveness.PROVOKE);
      DriverResult asked = stage.perform(DriverAction.NEXT_DECISION, Map.of());
      assertThat(asked.value("decision")).contains("cloud");
      assertThat(asked.value("options")).contains("[\"yes\",\"no\"]");
      assertThat(asked.value("preselected")).contains("");
      Map<String, String> answer = Map.of("decision", "cloud", "option", "no");
      assertThat(stage.perform(DriverAction.DECIDE, answer).done()).isTrue();
      assertThat(stage.requests()).contains("POST /setup/cloud {\"value\": \"no\"}");
    }
  }

  @Test
  void aDecisionThatNobodyCanRecogniseIsAProblem() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok")) {
      stage.driver(
          """
          decisions:
            UserDec-1: {options: {"Yes": "yes"}}
            UserDec-2: {name: cloud, options: {"Yes": "yes", "No": "yes"}}
            UserDec-3: {name: cloud, setting: none}
            UserDec-4: cloud
          actions:
            power-on: {ask: Plug it in.}
          """);
      assertThat(stage.problems())
          .containsExactly("PLB-2513:2", "PLB-2513:3", "PLB-2513:4", "PLB-2513:4", "PLB-1021:5");
    }
  }
}
