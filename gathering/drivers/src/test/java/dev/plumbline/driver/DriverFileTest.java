package dev.plumbline.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverFileTest {
  @TempDir private Path folder;

  @Test
  void tellsEveryProblemAtOnceWithItsLine() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok")) {
      stage.driver(
          """
          http: {endpoint: "example.com:80"}
          settings:
            a: {name: x, values: {on: "1", off: "1"}}
          images: {newer: ../other.bin}
          actions:
            fly: {http: GET /}
            login:
              - http: POST /login
                at: "192.0.2.7:80"
              - {http: FETCH /x, at: "DEVICE"}
            read-setting:
              - {http: "GET /s/${seting}", at: "DEVICE"}
            power-off: {ask: a, wait: 1}
            power-on: {wait: 9999}
            read-state: {http: GET /, at: "DEVICE", take: {v: {match: "("}}}
            create-data: {http: GET /, at: "DEVICE", as: nobody, colour: red}
          """);
      assertThat(stage.problems())
          .containsExactly(
              "PLB-2501:1",
              "PLB-2503:3",
              "PLB-2507:4",
              "PLB-2502:6",
              "PLB-2501:9",
              "PLB-2506:10",
              "PLB-2510:11",
              "PLB-2511:12",
              "PLB-2504:13",
              "PLB-2508:14",
              "PLB-2510:15",
              "PLB-2509:15",
              "PLB-2505:16",
              "PLB-1020:16");
    }
  }

  @Test
  void aVariableWithinQuotesOfACommandIsAProblem() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok")) {
      stage.driver(
          """
          ssh: {endpoint: "DEVICE", as: owner}
          actions:
            create-data:
              - ssh: store "a" ${marker} 'b'
              - ssh: store "${marker}"
              - ssh: store '${marker}'
              - ssh: store `echo ${marker}`
          """);
      assertThat(stage.problems()).containsExactly("PLB-2506:5", "PLB-2506:6", "PLB-2506:7");
    }
  }

  @Test
  void aFileWithoutActionsIsAProblem() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok")) {
      stage.driver("settings: {}\n");
      assertThat(stage.problems()).containsExactly("PLB-2502:1");
    }
  }

  @Test
  void aBrokenFileDescribesNothing() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok")) {
      stage.driver("actions: [\n");
      assertThat(stage.problems()).isNotEmpty();
    }
  }
}
