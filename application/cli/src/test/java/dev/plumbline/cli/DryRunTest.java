package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.option.ExitCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code test --dry-run} says what a run would do, and does nothing of it. */
class DryRunTest {
  private static final String DEVICE = "127.78.3.1";

  @TempDir private Path folder;
  private Path dossier = Path.of("");

  @BeforeEach
  void copy() throws IOException {
    dossier = Copies.of("careless-camera", folder.resolve("camera"));
    for (String name : List.of("product.yaml", "driver.yaml")) {
      Path file = dossier.resolve(name);
      Files.writeString(file, Files.readString(file).replace("127.88.1.1", DEVICE));
    }
  }

  private String dry(String... more) {
    String[] command =
        Stream.concat(Stream.of("test", dossier.toString(), "--dry-run"), Stream.of(more))
            .toArray(String[]::new);
    Ran ran = Ran.of(command);
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran.out();
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.walk(dossier)) {
      return all.count();
    }
  }

  @Test
  void nothingReachesTheDeviceAndNothingIsWritten() throws IOException {
    try (ServerSocketChannel tcp = ServerSocketChannel.open();
        DatagramChannel udp = DatagramChannel.open()) {
      tcp.bind(new InetSocketAddress(DEVICE, 8080)).configureBlocking(false);
      udp.bind(new InetSocketAddress(DEVICE, 16161)).configureBlocking(false);
      long files = files();

      assertThat(dry("--intrusiveness", "stress")).endsWith("Nothing was sent.\n");

      assertThat(tcp.accept()).isNull();
      assertThat(udp.receive(ByteBuffer.allocate(64))).isNull();
      assertThat(files()).isEqualTo(files);
    }
  }

  @Test
  void eachProbeSaysWhomItAsksForHowLongAndWhatItMayDo() {
    String told = dry("--intrusiveness", "stress").replaceAll("\\s+", " ");
    assertThat(told)
        .contains(
            "tcp-open-ports Which TCP ports of the device accept connections?"
                + " Asks: "
                + DEVICE
                + " TCP 1-65535 Takes: at most 15 min Does: connects and reads")
        .contains("Wrong passwords: at most 80 at each login")
        .contains("may lock an account for a while")
        .contains("cuts power or network");
  }

  @Test
  void whatTheRunDoesNotAllowIsNamedWithTheOptionThatAllowsIt() {
    String told = dry().replaceAll("\\s+", " ");
    assertThat(told)
        .contains(
            "brute-force-resistance: add --intrusiveness stress to run it; it logs in with the"
                + " logins of product.yaml, sends wrong passwords, may lock an account for a"
                + " while.")
        .contains("outages: add --intrusiveness stress to run it; it restarts the device");
  }

  @Test
  void onlyTheProbesThatAreWantedAndWhatTheyNeedAreNamed() {
    assertThat(dry("--only", "ssh-endpoint"))
        .contains("ssh-endpoint", "tcp-open-ports", "service-identification", "4 probes; at most")
        .doesNotContain("udp-open-ports");
  }

  @Test
  void theVariablesThatTheDossierReadsAreToldWithWhereTheyGo() throws IOException {
    Copies.edit(
        dossier.resolve("product.yaml"),
        "  samples:",
        "    - {role: guest, user: visitor, passwordEnv: PLUMBLINE_DRY_RUN_TRIAL}\n  samples:");
    String wanted =
        "This dossier reads from the environment: PLUMBLINE_DRY_RUN_TRIAL (not set): password of"
            + " 'visitor', role guest";
    String place = "'plumbline test' sends these to: " + DEVICE + " (ports 1-65535); ";

    assertThat(dry().replaceAll("\\s+", " ")).contains(wanted, place);
    assertThat(Ran.of("check", dossier.toString()).out().replaceAll("\\s+", " "))
        .contains(wanted, place);
  }

  @Test
  void anotherVariableOfTheMachineStopsTheRun() throws IOException {
    Copies.edit(dossier.resolve("product.yaml"), "password: [^}\\n]+", "passwordEnv: HOME");
    Ran ran = Ran.of("test", dossier.toString(), "--dry-run");

    assertThat(ran.code()).isEqualTo(ExitCode.DOSSIER.code());
    assertThat(ran.err()).contains("PLB-2025", "passwordEnv: PLUMBLINE_HOME");
  }
}
