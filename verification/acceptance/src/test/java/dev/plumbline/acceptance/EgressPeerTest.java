package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that the real kernel confines, in a network of its own. */
@Tag("peers")
class EgressPeerTest {
  private static final long SECONDS = 300;

  @TempDir private Path directory;

  @Test
  void theKernelDropsWhatGoesElsewhereAndNothingElse() throws IOException {
    assertThat(Path.of("/usr/sbin/nft"))
        .as("type: sudo apt-get install -y nftables")
        .isExecutable();
    Path dossier = Repository.copyOfExample("sound-camera", directory.resolve("camera"));
    Path log = directory.resolve("log");

    PrivateNetwork.run(EgressRun.class, List.of(dossier.toString()), log, SECONDS);

    List<String> told = Files.readAllLines(log);
    if ("root".equals(System.getProperty("user.name"))) {
      assertThat(told).containsSubsequence(EgressRun.EXPECTED);
      assertThat(Files.readString(directory.resolve("run")))
          .contains("The kernel confines this run to the addresses that product.yaml allows.")
          .contains("Done.")
          .doesNotContain("The kernel stopped");
    } else {
      assertThat(Files.readString(directory.resolve("run")))
          .contains("The kernel does not confine this run: no control group can be made")
          .contains("Done.");
    }
  }
}
