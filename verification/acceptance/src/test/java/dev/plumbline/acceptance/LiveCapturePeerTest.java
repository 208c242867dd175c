package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.dossier.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code capture --live} with the real programs, in a network of its own. */
@Tag("peers")
class LiveCapturePeerTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");
  private static final long SECONDS = 600;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"dumpcap", "tcpdump"})
  void theDevicesPacketsAloneAreTakenAndTheProgramEnds(String program) throws IOException {
    Path dossier = Repository.copyOfExample("careless-camera", directory.resolve("camera"));
    PrivateNetwork.run(
        ListeningRun.class,
        List.of(dossier.toString()),
        directory.resolve("log"),
        SECONDS,
        Map.of("PATH", pathWith(program).toString()));
    assertThat(dossier.resolve("ended")).hasContent("exit 0, children 0");
    List<Observation> all =
        Workspace.open(dossier, DAY).workspace().orElseThrow().dossier().observations();
    assertThat(all)
        .filteredOn(o -> o.key().equals("traffic.contacts"))
        .extracting(Observation::subject)
        .containsExactly("udp/" + ListeningRun.CALLED + "/9999");
    assertThat(all.toString()).doesNotContain(ListeningRun.STRANGER);
    assertThat(all)
        .filteredOn(o -> o.key().equals("traffic.flows"))
        .singleElement()
        .satisfies(
            o ->
                assertThat(o.coverage())
                    .containsEntry("whole", true)
                    .containsEntry("othersPackets", 0L));
  }

  /** A folder with this program, so that the other one is missing. */
  private Path pathWith(String program) throws IOException {
    Path folder = Files.createDirectory(directory.resolve("path"));
    Path there = Path.of("/usr/bin", program);
    assertThat(there).as("type: sudo apt-get install -y tshark tcpdump").isExecutable();
    Path script = folder.resolve(program);
    Files.writeString(script, "#!/bin/sh\nexec " + there + " \"$@\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return folder;
  }
}
