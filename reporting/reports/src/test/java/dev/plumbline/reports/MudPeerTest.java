package dev.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reports.mud.MudReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * yanglint holds the access lists of the file against the modules of RFC 8519, as OpenDaylight
 * ships them. The modules that RFC 8520 adds are in no package, so what they add is left out here.
 */
@Tag("peers")
class MudPeerTest {
  private static final String LISTS = "ietf-access-control-list@2019-03-04.yang";
  private static final List<String> MODULES =
      List.of(
          LISTS,
          "ietf-ethertypes@2019-03-04.yang",
          "ietf-interfaces@2018-02-20.yang",
          "ietf-packet-fields@2019-03-04.yang");

  @TempDir private Path folder;

  @BeforeEach
  void layOutTheModules() throws IOException {
    for (String module : MODULES) {
      try (InputStream in =
          getClass().getClassLoader().getResourceAsStream("META-INF/yang/" + module)) {
        Files.copy(Objects.requireNonNull(in, module), folder.resolve(module));
      }
    }
  }

  private static JsonNode lists() throws IOException {
    JsonNode file =
        JsonMapper.shared()
            .readTree(
                Written.by(
                    new MudReport(),
                    Results.with("Camera"),
                    Written.context(MudReportTest.IXIT, List.of())));
    strip(file);
    return file;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(
          object.propertyNames().stream()
              .filter(n -> n.startsWith("ietf-mud:") || n.startsWith("ietf-acldns:"))
              .toList());
    }
    node.forEach(MudPeerTest::strip);
  }

  /** What yanglint says of the lists; nothing where all is well. */
  private String faults(String lists) throws IOException, InterruptedException {
    Path data = Files.writeString(folder.resolve("lists.json"), lists);
    Path log = folder.resolve("log");
    Process lint =
        new ProcessBuilder(
                "yanglint",
                "-t",
                "config",
                "-p",
                folder.toString(),
                folder.resolve(LISTS).toString(),
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int code = lint.waitFor();
    return (code == 0 ? "" : "code " + code + ": ") + Files.readString(log);
  }

  @Test
  void theAccessListsFollowTheModuleOfRfc8519() throws IOException, InterruptedException {
    JsonNode lists = lists();
    assertThat(lists.at("/ietf-access-control-list:acls/acl")).hasSize(4);
    assertThat(faults(lists.toString())).isEmpty();
  }

  @Test
  void aListOfAnotherShapeIsRefused() throws IOException, InterruptedException {
    String lists = lists().toString();
    assertThat(faults(lists.replace("\"accept\"", "\"allow\""))).contains("Invalid identityref");
    assertThat(faults(lists.replace("ipv6-acl-type", "ipv4-acl-type"))).contains("code 1");
    assertThat(faults(lists.replace("\"port\":8443", "\"port\":84430"))).contains("code 1");
  }
}
