package dev.plumbline.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Intrusiveness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ProgramStepsTest {
  private static final String DRIVER =
      "program: drive.sh\nactions: {read-state: {program: true, limit: LIMIT}}\n";

  @TempDir private Path folder;

  private DriverResult asked(String script, String limit) throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok")) {
      stage.program("drive.sh", "#!/bin/sh\n" + script);
      stage.driver(DRIVER.replace("LIMIT", limit));
      assertThat(stage.problems()).isEmpty();
      return stage.withPrograms().perform(DriverAction.READ_STATE, Map.of("topic", "all"));
    }
  }

  @Test
  void answersALineOfJson() throws Exception {
    DriverResult result =
        asked(
            """
            read request
            case "$request" in *'"action":"read-state"'*) ;; *) exit 3 ;; esac
            echo '{"result": "done", "values": {"software-version": "1.2.3"}}'
            """,
            "20");
    assertThat(result).isEqualTo(new DriverResult.Done(Map.of("software-version", "1.2.3")));
  }

  @Test
  void seesABareEnvironmentAndTheDossier() throws Exception {
    DriverResult result =
        asked(
            "echo \"{\\\"result\\\":\\\"done\\\",\\\"values\\\":{\\\"n\\\":\\\"$(env | grep -c"
                + " JAVA_HOME)\\\",\\\"d\\\":\\\"$(ls product.yaml)\\\"}}\"\n",
            "20");
    assertThat(result).isEqualTo(new DriverResult.Done(Map.of("n", "0", "d", "product.yaml")));
  }

  @Test
  void saysNoForTheDevice() throws Exception {
    assertThat(asked("echo '{\"result\":\"refused\",\"reason\":\"locked\"}'\n", "20"))
        .isEqualTo(new DriverResult.Refused("locked"));
    assertThat(asked("echo '{\"result\":\"missing\",\"reason\":\"a relay\"}'\n", "20"))
        .isEqualTo(new DriverResult.Missing("a relay"));
  }

  @Test
  void whatIsNoAnswerIsAFailure() throws Exception {
    assertThat(asked("echo hello\n", "20")).isInstanceOf(DriverResult.Errored.class);
    assertThat(asked("exit 0\n", "20")).isInstanceOf(DriverResult.Errored.class);
    assertThat(asked("echo '{\"result\":\"done\"}'; exit 1\n", "20"))
        .isInstanceOf(DriverResult.Errored.class);
    assertThat(asked("echo '{\"result\":\"yes\"}'\n", "20"))
        .isInstanceOf(DriverResult.Errored.class);
    assertThat(asked("head -c 2000000 /dev/zero\n", "20")).isInstanceOf(DriverResult.Errored.class);
  }

  @Test
  void isEndedWithItsChildrenWhenItsTimeIsOver() throws Exception {
    DriverResult result = asked("sleep 300 &\necho $! > child.pid\necho half\nsleep 300\n", "1");
    assertThat(result)
        .isInstanceOfSatisfying(
            DriverResult.Errored.class,
            e -> assertThat(e.reason()).contains("did not end within 1 s"));
    long child = Long.parseLong(Files.readString(folder.resolve("child.pid")).strip());
    Optional<ProcessHandle> left = ProcessHandle.of(child).filter(ProcessHandle::isAlive);
    // Killed already; the kernel may take a moment to say so.
    left.ifPresent(p -> p.onExit().join());
    assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void isEndedWithAChildThatWentToAParentOfItsOwn() throws Exception {
    asked(
        """
        (setsid sh -c 'sleep 300 & echo $! > stray.pid' &)
        while [ ! -s stray.pid ]; do :; done
        echo '{"result":"done"}'
        """,
        "20");
    long stray = Long.parseLong(Files.readString(folder.resolve("stray.pid")).strip());
    Optional<ProcessHandle> left = ProcessHandle.of(stray).filter(ProcessHandle::isAlive);
    left.ifPresent(p -> p.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    assertThat(ProcessHandle.of(stray).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  @Timeout(60)
  void isEndedThoughItNeverReadsALongQuestion() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok")) {
      stage.program(
          "drive.sh",
          """
          #!/bin/sh
          printf '{"result":"done","values":{"v":"'
          head -c 300000 /dev/zero | tr '\\0' x
          echo '"}}'
          """);
      stage.program("deaf.sh", "#!/bin/sh\nexec sleep 300\n");
      stage.driver(
          "actions: {read-state: [{program: drive.sh, limit: 20}, {program: deaf.sh, limit: 1}]}\n");
      assertThat(stage.withPrograms().perform(DriverAction.READ_STATE, Map.of("topic", "all")))
          .isInstanceOfSatisfying(
              DriverResult.Errored.class,
              e -> assertThat(e.reason()).contains("did not end within 1 s"));
    }
  }

  @Test
  void runsOnlyWithLeave() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok")) {
      stage.program("drive.sh", "#!/bin/sh\ntouch ran\n");
      stage.driver(DRIVER.replace("LIMIT", "20"));
      assertThat(stage.perform(DriverAction.READ_STATE, Map.of()))
          .isInstanceOfSatisfying(
              DriverResult.Missing.class,
              m -> assertThat(m.means()).contains("--run-driver-programs"));
      assertThat(folder.resolve("ran")).doesNotExist();
    }
  }

  @Test
  void doesNotRunOnceItIsAnotherThanWhenTheRunBegan() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok")) {
      stage.program("drive.sh", "#!/bin/sh\necho '{\"result\":\"done\"}'\n");
      stage.driver(DRIVER.replace("LIMIT", "20"));
      List<DriverResult> results = new ArrayList<>();
      stage
          .withPrograms()
          .run(
              driver -> {
                results.add(driver.perform(DriverAction.READ_STATE, Map.of(), Optional.empty()));
                change(stage);
                results.add(driver.perform(DriverAction.READ_STATE, Map.of(), Optional.empty()));
              },
              Intrusiveness.STRESS);

      assertThat(results.getFirst()).isInstanceOf(DriverResult.Done.class);
      assertThat(results.getLast())
          .isInstanceOfSatisfying(
              DriverResult.Errored.class,
              e -> assertThat(e.reason()).contains("changed since the run began", "is not run"));
      assertThat(folder.resolve("ran")).doesNotExist();
    }
  }

  private static void change(Stage stage) {
    try {
      stage.program("drive.sh", "#!/bin/sh\ntouch ran\necho '{\"result\":\"done\"}'\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void itsDigestStandsInTheRecordOfTheProbe() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok")) {
      String script = "#!/bin/sh\necho '{\"result\":\"done\"}'\n";
      stage.program("drive.sh", script);
      stage.driver(DRIVER.replace("LIMIT", "20"));
      stage.withPrograms().perform(DriverAction.READ_STATE, Map.of());

      assertThat(stage.records())
          .anySatisfy(
              r -> assertThat(r).contains("program drive.sh SHA-256 " + Digest.of(script).hex()));
    }
  }

  @Test
  void theExampleOfTheDocumentsAnswers() throws Exception {
    String example = Files.readString(Path.of("..", "..", "docs", "driver-example.sh"));
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok")) {
      stage.program("drive.sh", example.replace("${TMPDIR:-/tmp}", "."));
      stage.driver(
          "program: drive.sh\nactions: {power-off: {program: true}, press-button: {program:"
              + " true}}\n");
      stage.withPrograms();
      assertThat(stage.perform(DriverAction.POWER_OFF, Map.of()))
          .isEqualTo(new DriverResult.Done(Map.of("relay", "off")));
      assertThat(stage.perform(DriverAction.PRESS_BUTTON, Map.of()))
          .isInstanceOf(DriverResult.Missing.class);
    }
  }

  @Test
  void liesInsideTheDossier() throws Exception {
    try (Stage stage = Stage.at(folder, (method, path, body, exchange) -> "200 ok")) {
      stage.program("drive.sh", "#!/bin/sh\n");
      Files.createSymbolicLink(folder.resolve("link.sh"), Path.of("/bin/true"));
      for (String path : new String[] {"/bin/true", "../drive.sh", "absent.sh", "product.yaml"}) {
        stage.driver("actions:\n  power-on:\n    - program: " + path + "\n");
        assertThat(stage.problems()).as(path).containsExactly("PLB-2507:3");
      }
    }
  }
}
