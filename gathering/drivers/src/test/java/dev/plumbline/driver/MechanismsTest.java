package dev.plumbline.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.Intrusiveness;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MechanismsTest {
  private static final String DRIVER =
      """
      http: {endpoint: "DEVICE"}
      settings:
        automatic-updates: auto
        card-updates: {name: card, values: {"on": "1", "off": "0"}}
      images: {newer: newer.bin, card-newer: card.bin}
      mechanisms:
        UpdMech-1:
          settings: {automatic-updates: automatic-updates}
          offer-update: {http: POST /net, upload: raw}
        UpdMech-2:
          settings: {automatic-updates: card-updates}
          images: {newer: card-newer}
          offer-update: {http: "POST /card/${mechanism}", upload: raw}
      actions:
        read-setting: {http: "GET /settings/${setting}", take: {value: {json: /value}}}
        read-state: {http: GET /state, take: {software-version: {json: /value}}}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void declareTwoMechanisms() throws Exception {
    Files.createDirectories(folder.resolve("ixit"));
    Files.writeString(
        folder.resolve("ixit/7-UpdMech.yaml"),
        "table: 7-UpdMech\nentries: [{id: UpdMech-1}, {id: UpdMech-2}]\n");
    Files.writeString(folder.resolve("newer.bin"), "for the network");
    Files.writeString(folder.resolve("card.bin"), "for the card");
  }

  private Stage stage() throws Exception {
    return Stage.at(folder, (method, path, body, exchange) -> "200 {\"value\":\"1\"}");
  }

  private static DeviceDriver by(DeviceDriver driver, String id) {
    return Optional.ofNullable(driver.mechanisms().get("7-UpdMech/" + id)).orElseThrow();
  }

  @Test
  void eachMechanismHasItsOwnStepsSettingsAndImages() throws Exception {
    try (Stage stage = stage()) {
      stage.driver(DRIVER);
      assertThat(stage.problems()).isEmpty();
      stage.run(
          driver -> {
            assertThat(driver.offers(DriverAction.OFFER_UPDATE)).isFalse();
            DeviceDriver card = by(driver, "UpdMech-2");
            assertThat(card.settings()).containsExactly("automatic-updates");
            Map<String, String> setting = Map.of("name", "automatic-updates");
            assertThat(card.perform(DriverAction.READ_SETTING, setting).value("value"))
                .contains("on");
            assertThat(card.offers(DriverAction.READ_STATE)).isTrue();
            for (String id : new String[] {"UpdMech-1", "UpdMech-2"}) {
              DeviceDriver one = by(driver, id);
              assertThat(
                      one.perform(
                              DriverAction.OFFER_UPDATE,
                              Map.of("image", "trial"),
                              one.image("newer"))
                          .done())
                  .isTrue();
            }
            assertThat(new String(card.image("newer").orElseThrow(), StandardCharsets.UTF_8))
                .isEqualTo("for the card");
          },
          Intrusiveness.STRESS);
      assertThat(stage.requests())
          .containsExactly(
              "GET /settings/card ",
              "POST /net for the network",
              "POST /card/UpdMech-2 for the card");
      assertThat(stage.records().getLast()).contains("offer-update by 7-UpdMech/UpdMech-2");
    }
  }

  @Test
  void aNameThatIsNoRowIsAProblemAndSoIsAnUpdateOfNoMechanism() throws Exception {
    try (Stage stage = stage()) {
      stage.driver(
          """
          http: {endpoint: "DEVICE"}
          settings: {a: b}
          mechanisms:
            UpdMech-3: {settings: {automatic-updates: a}}
            UpdMech-2:
              settings: {automatic-updates: c}
              images: {newer: none}
              offer-update: []
              write-flash: {http: POST /flash}
            UpdMech-1: on
          actions:
            offer-update: {http: POST /net, upload: raw}
          """);
      assertThat(stage.problems())
          .containsExactly(
              "PLB-2514:4",
              "PLB-2514:6",
              "PLB-2514:7",
              "PLB-2514:8",
              "PLB-1020:9",
              "PLB-1021:10",
              "PLB-2514:12");
    }
  }

  @Test
  void aProgramIsToldByWhichMechanismItGoes() throws Exception {
    try (Stage stage = stage().withPrograms()) {
      stage.program(
          "drive.sh",
          """
          #!/bin/sh
          read -r line
          case "$line" in
            *'"mechanism":"UpdMech-1"'*) echo '{"result":"done"}' ;;
            *) echo '{"result":"refused","reason":"another"}' ;;
          esac
          """);
      stage.driver(
          """
          program: drive.sh
          mechanisms:
            UpdMech-1: {offer-update: {program: true}}
            UpdMech-2: {offer-update: {program: true}}
          actions:
            read-state: {program: true}
          """);
      stage.run(
          driver -> {
            Optional<byte[]> image = Optional.of(new byte[] {1});
            Map<String, String> trial = Map.of("image", "trial");
            assertThat(
                    by(driver, "UpdMech-1").perform(DriverAction.OFFER_UPDATE, trial, image).done())
                .isTrue();
            assertThat(
                    by(driver, "UpdMech-2")
                        .perform(DriverAction.OFFER_UPDATE, trial, image)
                        .refused())
                .isTrue();
          },
          Intrusiveness.STRESS);
    }
  }
}
