package dev.plumbline.app.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.plumbline.app.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dossier of a stranger, and the person who is going to test it. */
class TrustTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00.5Z");
  private static final String PRODUCT =
      """
      edition: 3.1.3
      product: {manufacturer: Doe, name: Lamp, model: L1, softwareVersion: "1.0"}
      test:
        unit: one
        state: initialized
        targets:
          - {address: TARGET, ports: [80, 8000-8100]}
      """;

  @TempDir private Path folder;
  private Path dossier = Path.of("");
  private Path settings = Path.of("");

  @BeforeEach
  void write() throws IOException {
    dossier = Files.createDirectory(folder.resolve("lamp"));
    settings = folder.resolve("settings");
    product("192.0.2.9", "");
  }

  private void product(String target, String more) throws IOException {
    String text = PRODUCT.replace("TARGET", target) + more;
    boolean authorised = target.startsWith("192.0.2.");
    Files.writeString(
        dossier.resolve("product.yaml"),
        authorised
            ? text + "  authorisation: {by: Doe, date: 2026-12-01, statement: ours to test}\n"
            : text);
  }

  private void allow(String range) throws IOException {
    Files.createDirectories(settings);
    Files.writeString(settings.resolve("scope.yaml"), "allow: [\"" + range + "\"]\n");
  }

  private Trust trust() throws IOException {
    Workspace workspace = Workspace.open(dossier, TODAY).workspace().orElseThrow();
    return Trust.of(
        workspace, folder.resolve("home"), Map.of("PLUMBLINE_CONFIG", settings.toString()));
  }

  private List<String> lines() throws IOException {
    return trust().wants().stream().map(w -> w.kind().words() + " " + w.what()).toList();
  }

  @Test
  void nobodyHasAgreedToADossierThatIsNew() throws IOException {
    assertThat(trust().standing())
        .isInstanceOfSatisfying(
            ScopeDecision.Open.class,
            open -> {
              assertThat(open.since()).isEmpty();
              assertThat(open.wants())
                  .singleElement()
                  .satisfies(
                      w -> {
                        assertThat(w.what()).isEqualTo("192.0.2.9, ports 80, 8000-8100");
                        assertThat(w.place().line()).isEqualTo(7);
                      });
            });
  }

  @Test
  void anAgreementHoldsUntilAByteChanges() throws IOException {
    Agreement agreed = trust().keep(NOW);
    assertThat(agreed.basis()).isEqualTo("agreed on 2026-12-01T12:00:00Z");
    assertThat(trust().standing()).isInstanceOf(ScopeDecision.Agreed.class);

    Path product = dossier.resolve("product.yaml");
    String text = Files.readString(product);
    Files.writeString(product, text + " ");
    Files.writeString(dossier.resolve("supply.yaml"), "");
    assertThat(trust().standing())
        .isInstanceOfSatisfying(
            ScopeDecision.Open.class,
            open ->
                assertThat(open.since())
                    .containsExactly("changed product.yaml", "new supply.yaml"));

    Files.writeString(product, text);
    Files.delete(dossier.resolve("supply.yaml"));
    assertThat(trust().standing()).isInstanceOf(ScopeDecision.Agreed.class);
  }

  @Test
  void everyByteOfEveryFileCounts() throws IOException {
    Files.createDirectories(dossier.resolve("ixit"));
    Files.writeString(dossier.resolve("ixit/1-AuthMech.yaml"), "rows: []\n");
    Files.createDirectories(dossier.resolve("tools/.hidden"));
    Files.write(dossier.resolve("tools/.hidden/press"), new byte[] {1, 2, 3});
    String before = trust().digest().hex();
    try (Stream<Path> all = Files.walk(dossier)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        longer[bytes.length] = '\n';
        Files.write(file, longer);
        assertThat(trust().digest().hex()).as("%s", file).isNotEqualTo(before);
        Files.write(file, bytes);
        assertThat(trust().digest().hex()).isEqualTo(before);
      }
    }
  }

  @Test
  void whatRunsWriteVoidsNothing() throws IOException {
    trust().keep(NOW);
    for (String written :
        List.of("record/observations.jsonl", "evidence/a", "plumbline-report/b")) {
      Files.createDirectories(dossier.resolve(written).getParent());
      Files.writeString(dossier.resolve(written), "");
    }
    assertThat(trust().standing()).isInstanceOf(ScopeDecision.Agreed.class);
  }

  @Test
  void whatTheDossierNamesCountsAlsoWhereRunsWrite() throws IOException {
    product("192.0.2.9", "  samples: plumbline-report/samples.csv\n");
    Path samples = dossier.resolve("plumbline-report/samples.csv");
    Files.createDirectories(samples.getParent());
    Files.writeString(samples, "a");
    String before = trust().digest().hex();
    Files.writeString(samples, "b");
    assertThat(trust().digest().hex()).isNotEqualTo(before);
  }

  @Test
  void aPolicyOfTheLaboratoryAllowsAnAddressWithoutAQuestion() throws IOException {
    product("192.168.30.7", "");
    allow("192.168.30.0/24");
    assertThat(trust().standing())
        .isInstanceOfSatisfying(
            ScopeDecision.Agreed.class,
            a -> assertThat(a.agreement().basis()).isEqualTo("scope.yaml allows it"));
    allow("192.168.31.0/24");
    assertThat(trust().standing()).isInstanceOf(ScopeDecision.Open.class);
  }

  @Test
  void aPolicyAllowsAddressesAlone() throws IOException {
    product("192.168.30.7", "  publicPages: [\"www.example.com:443\"]\n");
    allow("192.168.30.0/24");
    assertThat(trust().standing())
        .isInstanceOfSatisfying(
            ScopeDecision.Open.class,
            open ->
                assertThat(open.wants()).extracting(Want::kind).containsExactly(Want.Kind.PAGE));
  }

  @Test
  void noPersonAloneOpensTheWayIntoTheMachine() throws IOException {
    for (String address :
        List.of("127.0.0.1", "127.9.9.9", "\"::1\"", "\"fe80::7\"", "169.254.7.7")) {
      product(address, "");
      assertThat(trust().standing()).as(address).isInstanceOf(ScopeDecision.Delicate.class);
      assertThat(trust().agree(trust().digest().hex())).as(address).isEmpty();
      assertThatIllegalStateException().isThrownBy(() -> trust().keep(NOW));
    }
    assertThat(settings.resolve("trust")).doesNotExist();
  }

  @Test
  void equipmentAndPagesOfTheMachineNeedThePolicyToo() throws IOException {
    product("192.0.2.9", "  equipment: [\"127.0.0.1:2375\"]\n");
    assertThat(trust().standing())
        .isInstanceOfSatisfying(
            ScopeDecision.Delicate.class,
            d -> assertThat(d.wants()).extracting(Want::kind).containsExactly(Want.Kind.EQUIPMENT));
    product("192.0.2.9", "  publicPages: [\"localhost:8080\"]\n");
    assertThat(trust().standing())
        .isInstanceOfSatisfying(
            ScopeDecision.Delicate.class,
            d -> assertThat(d.wants()).extracting(Want::kind).containsExactly(Want.Kind.PAGE));
    allow("127.0.0.0/8");
    assertThat(trust().standing()).isInstanceOf(ScopeDecision.Open.class);
  }

  @Test
  void aDelicateAddressThatThePolicyNamesIsAllowed() throws IOException {
    product("127.9.9.9", "");
    allow("127.0.0.0/8");
    assertThat(trust().standing()).isInstanceOf(ScopeDecision.Agreed.class);
  }

  @Test
  void aBrokenPolicyStopsEverything() throws IOException {
    trust().keep(NOW);
    allow("everything");
    assertThat(trust().standing())
        .isInstanceOfSatisfying(
            ScopeDecision.NoPolicy.class,
            n -> assertThat(n.faults()).extracting("id").containsExactly("PLB-2028"));
    assertThat(trust().agree(trust().digest().hex())).isEmpty();
  }

  @Test
  void allKindsOfWantsAreTold() throws IOException {
    product(
        "192.0.2.9",
        """
          publicPages: ["www.example.com:443"]
          equipment: ["192.168.30.5:80"]
          credentials:
            - {role: user, user: ann, passwordEnv: PLUMBLINE_ANN}
          clients:
            - {listen: "192.168.30.1:8443", host: cloud.example.com, rows: [11-SecComMech/SecComMech-2]}
        """);
    assertThat(lines())
        .containsExactly(
            "tests 192.0.2.9, ports 80, 8000-8100",
            "calls equipment at tcp/192.168.30.5/80",
            "fetches pages of www.example.com:443",
            "waits for the device at tcp/192.168.30.1/8443",
            "sends the value of PLUMBLINE_ANN of the environment, the password of 'ann'");
  }

  @Test
  void theDigestAgreesForOnce() throws IOException {
    String digest = trust().digest().hex();
    assertThat(trust().agree("sha256:" + digest)).isPresent();
    assertThat(trust().agree(digest.substring(0, 16))).isPresent();
    assertThat(trust().agree(digest.substring(0, 15))).isEmpty();
    assertThat(trust().agree("0".repeat(64))).isEmpty();
    assertThat(trust().agree("yes")).isEmpty();
    assertThat(trust().standing()).isInstanceOf(ScopeDecision.Open.class);
  }

  @Test
  void anAgreementIsAboutOneDossier() throws IOException {
    Agreement agreed = trust().keep(NOW);
    agreed.require(dossier);
    agreed.require(dossier.resolve("../lamp"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> agreed.require(folder))
        .withMessageContaining("another dossier");
  }

  @Test
  void whatWasAgreedToCanBeTakenBack() throws IOException {
    trust().keep(NOW);
    assertThat(trust().revoke()).isEqualTo(1);
    assertThat(trust().standing()).isInstanceOf(ScopeDecision.Open.class);
    assertThat(trust().revoke()).isZero();
  }

  @Test
  void theAgreementIsKeptForItsOwnerAloneAndOutsideOfTheDossier() throws IOException {
    Trust trust = trust();
    trust.keep(NOW);
    Path kept = settings.resolve("trust").resolve(trust.digest().hex() + ".yaml");
    assertThat(Files.getPosixFilePermissions(kept))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    Files.writeString(kept, Files.readString(kept).replace("product.yaml", "other.yaml"));
    assertThat(trust().standing())
        .as("a file that is not what its name says")
        .isInstanceOf(ScopeDecision.Open.class);
  }

  @Test
  void anExampleThatComesWithPlumblineNeedsNoQuestion() throws IOException {
    Path examples = Files.createDirectories(folder.resolve("home/examples"));
    Files.move(dossier, examples.resolve("lamp"));
    dossier = examples.resolve("lamp");
    product("127.9.9.9", "");
    assertThat(trust().standing()).isInstanceOf(ScopeDecision.Agreed.class);
  }

  @Test
  void aLinkCountsByWhereItLeads() throws IOException {
    Files.createSymbolicLink(dossier.resolve("link"), Path.of("one"));
    String before = trust().digest().hex();
    Files.delete(dossier.resolve("link"));
    Files.createSymbolicLink(dossier.resolve("link"), Path.of("two"));
    assertThat(trust().digest().hex()).isNotEqualTo(before);
  }
}
