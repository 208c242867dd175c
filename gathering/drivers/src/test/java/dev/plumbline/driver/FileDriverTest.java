package dev.plumbline.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.run.RunReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDriverTest {
  private static final String SESSION =
      """
      http: {endpoint: "DEVICE"}
      settings:
        automatic-updates: {name: autoUpdate, values: {on: "1", off: "0"}}
      actions:
        login:
          - http: POST /login
            form: {u: "${user}", p: "${password}"}
            expect: 204
        read-setting:
          - http: GET /settings/${setting}
            as: owner
            take: {value: {json: /value}}
        set-setting:
          - http: PUT /settings/${setting}
            as: owner
            json: '{"value": "${value}"}'
            refused: [403]
        offer-update:
          - http: POST /update
            upload: {field: firmware, name: u.bin}
            refusedText: "signature"
      """;

  @TempDir private Path folder;

  @Test
  void readsASettingThroughASession() throws Exception {
    try (Stage stage =
        Stage.at(
            folder,
            (method, path, body, exchange) -> {
              if (path.equals("/login")) {
                exchange.getResponseHeaders().add("Set-Cookie", "sid=abc; HttpOnly");
                return body.equals("u=admin&p=Kx7-pQ92mmZ") ? "204 " : "401 ";
              }
              boolean known = "sid=abc".equals(exchange.getRequestHeaders().getFirst("Cookie"));
              return known ? "200 {\"value\":\"1\"}" : "401 ";
            })) {
      stage.driver(SESSION);
      DriverResult read =
          stage.perform(DriverAction.READ_SETTING, Map.of("name", "automatic-updates"));
      assertThat(read).isEqualTo(new DriverResult.Done(Map.of("value", "on")));
      assertThat(stage.requests().getLast()).startsWith("GET /settings/autoUpdate");
      assertThat(stage.records().getLast())
          .contains("driver: ", "read-setting name=automatic-updates: done value=on")
          .doesNotContain("Kx7-pQ92mmZ");
    }
  }

  @Test
  void aPasswordIsChangedBackByWhoHasTheNewOne() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "204 ")) {
      stage.driver(
          SESSION
              + """
                change-password:
                  - http: POST /password
                    as: owner
                    form: {o: "${password}", n: "${new-password}"}
              """);
      Map<String, String> back =
          Map.of("user", "admin", "password", "fresh", "new-password", "Kx7-pQ92mmZ");
      assertThat(stage.perform(DriverAction.CHANGE_PASSWORD, back).done()).isTrue();
      assertThat(stage.requests())
          .containsExactly("POST /login u=admin&p=fresh", "POST /password o=fresh&n=Kx7-pQ92mmZ");
    }
  }

  @Test
  void noRecordHoldsAPasswordOrTokenInWhateverForm() throws Exception {
    try (Stage stage =
        Stage.at(folder, (method, path, body, exchange) -> "200 {\"ticket\":\"tK9-aa71zzQ\"}")) {
      stage.driver(
          """
          http: {endpoint: "DEVICE"}
          actions:
            login:
              - http: POST /login?user=${user}&password=${password}
                take: {ticket: {json: /ticket}}
            read-state:
              - http: GET /state/${ticket}
                as: owner
                take: {data: {json: /ticket}}
          """);
      String odd = "p/q w$7+Z";
      assertThat(stage.perform(DriverAction.LOGIN, Map.of("user", "a", "password", odd)).done())
          .isTrue();
      assertThat(stage.requests().getLast()).contains("p%2Fq%20w%247%2BZ");
      assertThat(stage.records().getLast())
          .contains("POST /login?user=a")
          .doesNotContain("tK9-aa71zzQ", odd, "p%2Fq");
      assertThat(stage.perform(DriverAction.READ_STATE, Map.of("topic", "all")).done()).isTrue();
      assertThat(stage.records().getLast()).contains("GET /state/").doesNotContain("tK9-aa71zzQ");
    }
  }

  @Test
  void anExpressionThatOverflowsIsAFailure() throws Exception {
    try (Stage stage =
        Stage.at(folder, (method, path, body, exchange) -> "200 " + "ab".repeat(200_000))) {
      stage.driver(
          """
          http: {endpoint: "DEVICE"}
          actions:
            power-on: {http: POST /on, expectText: "^(a|b)*$"}
            power-off: {http: POST /off, take: {x: {match: "^(a|b)*$"}}}
          """);
      for (DriverAction action : List.of(DriverAction.POWER_ON, DriverAction.POWER_OFF)) {
        assertThat(stage.perform(action, Map.of()))
            .isInstanceOfSatisfying(
                DriverResult.Errored.class, e -> assertThat(e.reason()).contains("takes too long"));
      }
    }
  }

  @Test
  void tellsTheDevicesNoFromAFailure() throws Exception {
    try (Stage stage =
        Stage.at(
            folder,
            (method, path, body, exchange) -> path.equals("/login") ? "204 " : status(body))) {
      stage.driver(SESSION);
      assertThat(set(stage, "on")).isInstanceOf(DriverResult.Refused.class);
      assertThat(set(stage, "off")).isInstanceOf(DriverResult.Errored.class);
      assertThat(set(stage, "sometimes")).isInstanceOf(DriverResult.Missing.class);
      assertThat(stage.perform(DriverAction.READ_SETTING, Map.of("name", "other")))
          .isInstanceOf(DriverResult.Missing.class);
    }
  }

  private static String status(String body) {
    return body.contains("\"1\"") ? "403 no" : "500 broken";
  }

  private static DriverResult set(Stage stage, String value) {
    return stage.perform(
        DriverAction.SET_SETTING, Map.of("name", "automatic-updates", "value", value));
  }

  @Test
  void aLoginThatFailsIsTheDriversFailureNotTheDevicesNo() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "403 never")) {
      stage.driver(SESSION);
      assertThat(set(stage, "on"))
          .isInstanceOfSatisfying(
              DriverResult.Errored.class, e -> assertThat(e.reason()).contains("login as owner"));
      assertThat(
              stage.perform(DriverAction.LOGIN, Map.of("user", "admin", "password", "wrong-one")))
          .isInstanceOf(DriverResult.Refused.class);
    }
  }

  @Test
  void uploadsTheFileByteForByte() throws Exception {
    byte[] image = {0, 1, (byte) 0xff, '\r', '\n', 7};
    try (Stage stage =
        Stage.at(
            folder,
            (method, path, body, exchange) ->
                body.contains(new String(image, StandardCharsets.ISO_8859_1))
                    ? "200 bad signature"
                    : "500 other bytes")) {
      stage.driver(SESSION);
      assertThat(stage.perform(DriverAction.OFFER_UPDATE, Map.of("image", "x"), Optional.of(image)))
          .isInstanceOf(DriverResult.Refused.class);
      assertThat(stage.perform(DriverAction.OFFER_UPDATE, Map.of("image", "x")))
          .isInstanceOf(DriverResult.Errored.class);
    }
  }

  @Test
  void aDeviceThatDoesNotAnswerIsAFailure() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ")) {
      stage.driver(SESSION);
      stage.fallSilent();
      assertThat(set(stage, "on")).isInstanceOf(DriverResult.Errored.class);
    }
  }

  @Test
  void valuesDoNotLeaveTheirPlace() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok")) {
      stage.driver(
          """
          http: {endpoint: "DEVICE"}
          actions:
            create-data:
              - {http: "POST /data/${marker}", json: '{"m": "${marker}"}'}
          """);
      assertThat(
              stage.perform(DriverAction.CREATE_DATA, Map.of("marker", "a/../b \"x\"\r\nEvil: 1")))
          .isInstanceOf(DriverResult.Done.class);
      assertThat(stage.requests())
          .containsExactly(
              "POST /data/a%2F..%2Fb%20%22x%22%0D%0AEvil%3A%201"
                  + " {\"m\": \"a/../b \\\"x\\\"\\r\\nEvil: 1\"}");
    }
  }

  @Test
  void aProbeMayNotDoMoreThanItDeclares() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok")) {
      stage.driver("http: {endpoint: \"DEVICE\"}\nactions: {factory-reset: {http: POST /reset}}\n");
      RunReport report =
          stage.run(
              driver -> driver.perform(DriverAction.FACTORY_RESET, Map.of()),
              Intrusiveness.PROVOKE);
      assertThat(report.failed()).isTrue();
      assertThat(stage.requests()).isEmpty();
    }
  }

  @Test
  void aPersonIsAskedOnlyWhereThereIsOne() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok")) {
      stage.driver("actions: {power-off: {ask: Pull the plug.}}\n");
      assertThat(stage.perform(DriverAction.POWER_OFF, Map.of()))
          .isInstanceOf(DriverResult.Missing.class);
      assertThat(stage.perform(DriverAction.PRESS_BUTTON, Map.of("button", "reset")))
          .isInstanceOf(DriverResult.Missing.class);
      stage.with(request -> Person.Answer.DONE);
      assertThat(stage.perform(DriverAction.POWER_OFF, Map.of()).done()).isTrue();
      assertThat(stage.perform(DriverAction.PRESS_BUTTON, Map.of("button", "reset")).done())
          .isTrue();
      stage.with(request -> Person.Answer.FAILED);
      assertThat(stage.perform(DriverAction.POWER_OFF, Map.of()))
          .isInstanceOf(DriverResult.Errored.class);
    }
  }
}
