package dev.plumbline.probes.sshendpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.hostile.ProbeTrial.Result;
import dev.plumbline.probes.tlsendpoint.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Debian's OpenSSH and Dropbear in known configurations, and ssh-audit as the second opinion. */
@Tag("peers")
class SshServersPeerTest {
  private static final String ADDRESS = "127.77.21.2";

  @TempDir Path directory;

  @Test
  void opensshAsConfigured() throws IOException {
    keygen("ed25519", "-t", "ed25519");
    keygen("rsa", "-t", "rsa", "-b", "1024");
    List<String> options =
        List.of(
            "HostKey=" + directory.resolve("ed25519"),
            "HostKey=" + directory.resolve("rsa"),
            "RequiredRSASize=1024",
            "KexAlgorithms=diffie-hellman-group1-sha1,curve25519-sha256",
            "Ciphers=3des-cbc,aes128-ctr",
            "MACs=hmac-md5,hmac-sha2-256-etm@openssh.com",
            "HostKeyAlgorithms=ssh-ed25519,rsa-sha2-512,ssh-rsa",
            "PasswordAuthentication=yes",
            "KbdInteractiveAuthentication=no",
            "UsePAM=no",
            "Compression=no");
    try (ServerProcess server = openssh(options)) {
      Result result = trial(server.endpoint());
      Observation algorithms = result.one("ssh.algorithms");
      assertThat(algorithms.texts("kex"))
          .containsExactly("diffie-hellman-group1-sha1", "curve25519-sha256");
      assertThat(algorithms.texts("ciphers")).containsExactly("3des-cbc", "aes128-ctr");
      assertThat(algorithms.texts("macs"))
          .containsExactly("hmac-md5", "hmac-sha2-256-etm@openssh.com");
      assertThat(algorithms.texts("hostKey"))
          .containsExactly("ssh-ed25519", "rsa-sha2-512", "ssh-rsa");
      assertThat(algorithms.text("software")).startsWith("OpenSSH_");
      assertThat(keys(result)).containsExactlyInAnyOrder("ssh-ed25519 256", "ssh-rsa 1024");
      assertThat(result.one("ssh.methods").texts("methods"))
          .containsExactlyInAnyOrder("publickey", "password");
      agrees(result, server.endpoint());
    }
  }

  @Test
  void everyKeyExchangeOfOpensshLeadsToTheHostKeyAndTheMethods() throws IOException {
    keygen("ed25519", "-t", "ed25519");
    for (String kex :
        List.of(
            "curve25519-sha256",
            "curve25519-sha256@libssh.org",
            "ecdh-sha2-nistp256",
            "ecdh-sha2-nistp384",
            "ecdh-sha2-nistp521",
            "diffie-hellman-group1-sha1",
            "diffie-hellman-group14-sha1",
            "diffie-hellman-group14-sha256",
            "diffie-hellman-group16-sha512",
            "diffie-hellman-group18-sha512",
            "diffie-hellman-group-exchange-sha1",
            "diffie-hellman-group-exchange-sha256")) {
      methodsWith("KexAlgorithms=" + kex);
    }
  }

  @Test
  void everyCipherAndMacThatWeComputeIsTheOneOfOpenssh() throws IOException {
    keygen("ed25519", "-t", "ed25519");
    for (String cipher : SshCiphers.CIPHERS) {
      methodsWith("Ciphers=" + cipher);
    }
    for (String mac : SshCiphers.MACS) {
      methodsWith("Ciphers=aes128-ctr", "MACs=" + mac);
    }
  }

  private void methodsWith(String... more) {
    List<String> options =
        new ArrayList<>(List.of("HostKey=" + directory.resolve("ed25519"), "UsePAM=no"));
    options.addAll(List.of(more));
    try (ServerProcess server = openssh(options)) {
      Result result = trial(server.endpoint());
      assertThat(keys(result)).as("%s", options).containsExactly("ssh-ed25519 256");
      assertThat(result.one("ssh.methods").texts("methods"))
          .as("%s", options)
          .contains("publickey");
    }
  }

  @Test
  void aCipherThatWeCannotComputeLeavesTheMethodsOpenAndTheRestSeen() throws IOException {
    keygen("ed25519", "-t", "ed25519");
    List<String> options =
        List.of("HostKey=" + directory.resolve("ed25519"), "Ciphers=chacha20-poly1305@openssh.com");
    try (ServerProcess server = openssh(options)) {
      Result result = trial(server.endpoint());
      assertThat(result.one("ssh.methods").seen()).isFalse();
      assertThat(keys(result)).containsExactly("ssh-ed25519 256");
    }
  }

  @Test
  void dropbearAsItComes() throws IOException {
    ServerProcess.run(directory, List.of("dropbearkey", "-t", "rsa", "-s", "2048", "-f", "rsa"));
    ServerProcess.run(directory, List.of("dropbearkey", "-t", "ecdsa", "-f", "ecdsa"));
    int port = ServerProcess.freePort(ADDRESS);
    try (ServerProcess server =
        ServerProcess.listening(
            ADDRESS,
            port,
            directory,
            List.of("dropbear", "-F", "-E", "-r", "rsa", "-r", "ecdsa", "-p", ADDRESS + ":" + port),
            "Not backgrounding")) {
      Result result = trial(server.endpoint());
      assertThat(result.one("ssh.algorithms").text("software")).startsWith("dropbear");
      assertThat(keys(result)).containsExactlyInAnyOrder("ssh-rsa 2048", "ecdsa-sha2-nistp256 256");
      assertThat(result.one("ssh.methods").texts("methods")).contains("password", "publickey");
      agrees(result, server.endpoint());
    }
  }

  /** Each fact that ssh-audit tells too has to be the same. */
  private void agrees(Result result, Endpoint endpoint) {
    String text =
        ServerProcess.run(
            directory,
            List.of(
                "ssh-audit",
                "-j",
                "--skip-rate-test",
                "-p",
                String.valueOf(endpoint.port()),
                endpoint.address()));
    JsonNode audit = JsonMapper.shared().readTree(text.substring(text.indexOf('{')));
    Observation ours = result.one("ssh.algorithms");
    assertThat(audit.path("banner").path("raw").asString()).isEqualTo(ours.text("banner"));
    List<String> kex = new ArrayList<>(ours.texts("kex"));
    kex.addAll(ours.texts("extensions"));
    assertThat(names(audit.path("kex"))).containsExactlyInAnyOrderElementsOf(kex);
    assertThat(names(audit.path("key"))).containsExactlyInAnyOrderElementsOf(ours.texts("hostKey"));
    assertThat(names(audit.path("enc"))).containsExactlyElementsOf(ours.texts("ciphers"));
    assertThat(names(audit.path("mac"))).containsExactlyElementsOf(ours.texts("macs"));
    assertThat(texts(audit.path("compression")))
        .containsExactlyElementsOf(ours.texts("compression"));
    assertThat(fingerprints(result)).containsExactlyInAnyOrderElementsOf(fingerprints(audit));
    sizes(audit).forEach(size -> assertThat(keys(result)).contains(size));
  }

  private static Set<String> fingerprints(JsonNode audit) {
    Set<String> all = new TreeSet<>();
    for (JsonNode print : audit.path("fingerprints")) {
      if (print.path("hash_alg").asString().equals("SHA256")) {
        all.add(print.path("hash").asString());
      }
    }
    return all;
  }

  private static Set<String> fingerprints(Result result) {
    Set<String> all = new TreeSet<>();
    for (Map<?, ?> key : hostKeys(result)) {
      byte[] hash = HexFormat.of().parseHex(String.valueOf(key.get("sha256")));
      all.add(Base64.getEncoder().withoutPadding().encodeToString(hash));
    }
    return all;
  }

  /** ssh-audit tells the size of RSA keys alone. */
  private static Set<String> sizes(JsonNode audit) {
    Set<String> all = new TreeSet<>();
    for (JsonNode key : audit.path("key")) {
      if (key.has("keysize") && key.path("algorithm").asString().contains("rsa")) {
        all.add("ssh-rsa " + key.path("keysize").asInt());
      }
    }
    return all;
  }

  private static List<String> names(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(n -> n.path("algorithm").asString())
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static List<String> keys(Result result) {
    return hostKeys(result).stream().map(k -> k.get("type") + " " + k.get("bits")).toList();
  }

  private static List<Map<?, ?>> hostKeys(Result result) {
    List<Map<?, ?>> keys = new ArrayList<>();
    if (result.one("ssh.host-keys").value().get("keys") instanceof List<?> list) {
      list.forEach(k -> keys.add((Map<?, ?>) k));
    }
    return keys;
  }

  static Result trial(Endpoint endpoint) {
    return ProbeTrial.against(endpoint)
        .given("service.identified", endpoint.toString(), Map.of("protocol", "ssh"))
        .run(new SshEndpointProbe());
  }

  private void keygen(String name, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("ssh-keygen", "-q", "-N", "", "-f", name));
    command.addAll(List.of(options));
    String text = ServerProcess.run(directory, command);
    if (!Files.exists(directory.resolve(name))) {
      throw new AssertionError(text);
    }
  }

  private ServerProcess openssh(List<String> options) {
    int port = ServerProcess.freePort(ADDRESS);
    try {
      // The service unit of the system makes it; without systemd nobody does.
      Files.createDirectories(Path.of("/run/sshd"));
      Files.createFile(directory.resolve("sshd_config"));
    } catch (java.nio.file.FileAlreadyExistsException e) {
      // Made by an earlier server of the same test.
    } catch (IOException e) {
      throw new AssertionError("sshd needs /run/sshd; type: mkdir -p /run/sshd", e);
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/sbin/sshd", "-D", "-e", "-f", directory.resolve("sshd_config").toString()));
    List<String> all = new ArrayList<>(options);
    all.add("ListenAddress=" + ADDRESS + ":" + port);
    all.add("PidFile=none");
    all.add("PerSourcePenalties=no");
    all.add("MaxStartups=100");
    all.forEach(o -> command.addAll(List.of("-o", o)));
    return ServerProcess.listening(ADDRESS, port, directory, command, "Server listening on");
  }
}
