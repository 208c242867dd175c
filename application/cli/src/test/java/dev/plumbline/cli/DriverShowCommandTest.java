package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code driver show} names what a run would start, and starts nothing. */
class DriverShowCommandTest {
  private static final String SCRIPT = "#!/bin/sh\ntouch ran\n";

  @TempDir private Path folder;

  private Path dossier() throws IOException {
    Path dossier = Copies.of("smart-lock", folder.resolve("lock"));
    Path program = dossier.resolve("relay.sh");
    Files.writeString(program, SCRIPT);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        dossier.resolve("driver.yaml"),
        "actions: {power-off: {program: relay.sh}, power-on: {program: relay.sh}}\n");
    return dossier;
  }

  @Test
  void eachProgramStandsThereOnceWithItsDigest() throws IOException {
    Path dossier = dossier();
    Ran ran = Ran.of("driver", "show", dossier.toString(), "--run-driver-programs");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out()).containsOnlyOnce(Digest.of(SCRIPT).hex() + "  relay.sh");
    assertThat(dossier.resolve("ran")).doesNotExist();
  }

  @Test
  void machinesGetTheDigestWithTheAction() throws IOException {
    Ran ran = Ran.of("driver", "show", dossier().toString(), "--format", "json");

    int with = 0;
    for (JsonNode action : JsonMapper.shared().readTree(ran.out())) {
      JsonNode programs = action.path("programs");
      if (action.path("action").asString().startsWith("power-o")) {
        assertThat(programs.path("relay.sh").asString()).isEqualTo(Digest.of(SCRIPT).hex());
        with++;
      } else {
        assertThat(programs.isMissingNode()).isTrue();
      }
    }
    assertThat(with).isEqualTo(2);
  }
}
