package dev.plumbline.app.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.login.LoginMechanism;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.observation.network.UdpOpenPorts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.software.SoftwareComponents;
import dev.plumbline.observation.tls.TlsGroups;
import dev.plumbline.observation.tls.TlsSuites;
import dev.plumbline.observation.tls.TlsVersions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is drafted of the simulated devices, beside what their dossiers declare. */
class DraftingTest {
  private static final List<DraftSource> SOURCES =
      List.of(new PortSource(), new ContactSource(), new SoftwareSource(), new ImageSource());

  /** Fields that are right where they list no more than the dossier does. */
  private static final List<String> PARTS = List.of("algorithms", "paths");

  private static Workspace example(String name) {
    return Workspace.open(Path.of("../../examples", name), LocalDate.of(2026, 12, 1))
        .workspace()
        .orElseThrow();
  }

  static <F extends Fact> Observation seen(Dossier of, String subject, F fact) {
    Stored stored = Kinds.stored(fact);
    return new Observation(
        Kinds.key(fact.getClass()),
        subject,
        Observation.Outcome.SEEN,
        stored.value(),
        stored.coverage(),
        "",
        new Observation.Source(
            "a-probe",
            "1",
            of.product().softwareVersion(),
            of.product().unit(),
            of.product().state(),
            "run",
            Instant.EPOCH),
        Optional.empty());
  }

  private static TcpOpenPorts tcp(Integer... open) {
    return new TcpOpenPorts(
        List.of(open), List.of("1-65535"), 65_535, 65_535 - open.length, 0, List.of(), List.of());
  }

  private static UdpOpenPorts udp(Map<Integer, String> heard) {
    return new UdpOpenPorts(
        List.copyOf(heard.keySet()),
        heard.entrySet().stream()
            .map(h -> new UdpOpenPorts.Heard(h.getKey(), h.getValue()))
            .toList(),
        List.of(),
        List.of("1-65535"),
        65_535,
        65_535 - heard.size(),
        0,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static ServiceIdentified speaks(String protocol, boolean tls) {
    return new ServiceIdentified(
        protocol,
        tls,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(protocol),
        Optional.empty());
  }

  private static LoginMechanism login(String kind) {
    return new LoginMechanism(
        kind,
        Optional.empty(),
        true,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of("page"),
        Optional.empty());
  }

  private static HttpSurface leadsOn() {
    return new HttpSurface(
        false,
        "",
        List.of(),
        List.of(),
        List.of(new HttpSurface.Redirect("/", "https://127.88.2.1:8443/")),
        List.of(),
        300,
        "redirect",
        300,
        0,
        List.of());
  }

  private static List<Observation> tls(Dossier of, String subject) {
    List<String> suites =
        List.of("TLS_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
    return List.of(
        seen(
            of,
            subject,
            new TlsVersions(
                List.of("TLSv1.2", "TLSv1.3"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("TLSv1.2", "TLSv1.3"),
                Optional.empty())),
        seen(
            of,
            subject,
            new TlsSuites(suites, Map.of(), Optional.empty(), Optional.empty(), 300, true)),
        seen(
            of,
            subject,
            new TlsGroups(
                List.of("x25519"), Optional.empty(), Optional.empty(), 9, Optional.empty(), true)));
  }

  private static SoftwareComponents sbom(String... namesAndVersions) {
    List<SoftwareComponents.Component> all = new ArrayList<>();
    for (int i = 0; i < namesAndVersions.length; i += 2) {
      all.add(
          new SoftwareComponents.Component(
              namesAndVersions[i],
              Optional.of(namesAndVersions[i + 1]),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
    return new SoftwareComponents(
        all,
        all.size(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  private static List<Proposal> draft(Workspace of, Stream<Observation> seen) {
    return Drafting.proposals(
        of.catalogue(), of.dossier().withObservations(seen.toList()), Map.of(), SOURCES);
  }

  private static List<Proposal> hub(Workspace hub) {
    Dossier d = hub.dossier();
    String address = "address/127.88.5.1";
    return draft(
        hub,
        Stream.concat(
            Stream.of(
                seen(d, address, tcp(8883, 49_152)),
                seen(d, address, udp(Map.of(5353, "mdns", 1900, "ssdp", 5683, "coap"))),
                seen(d, "tcp/127.88.5.1/8883", speaks("mqtt", true)),
                seen(d, "tcp/127.88.5.1/49152", speaks("http", false)),
                seen(d, "tcp/127.88.5.1/8883", login("mqtt")),
                seen(d, "DUT", sbom("Mbed TLS", "3.6.2"))),
            tls(d, "tcp/127.88.5.1/8883").stream()));
  }

  private static List<Proposal> camera(Workspace camera) {
    Dossier d = camera.dossier();
    String web = "tcp/127.88.2.1/8443";
    return draft(
        camera,
        Stream.concat(
            Stream.of(
                seen(d, "address/127.88.2.1", tcp(8080, 8443)),
                seen(d, web, speaks("http", true)),
                seen(d, "tcp/127.88.2.1/8080", speaks("http", false)),
                seen(d, "tcp/127.88.2.1/8080", leadsOn()),
                seen(d, web, login("http-form"))),
            tls(d, web).stream()));
  }

  /** How many typed fields of declared rows were drafted, and which were drafted otherwise. */
  private record Share(int declared, int drafted, List<String> wrong) {
    static Share of(Workspace of, List<Proposal> proposals) {
      Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
      proposals.forEach(
          p ->
              rows.computeIfAbsent(p.table() + "/" + p.row(), r -> new LinkedHashMap<>())
                  .put(p.key(), p.value()));
      int declared = 0;
      int drafted = 0;
      List<String> wrong = new ArrayList<>();
      for (Map.Entry<String, Map<String, Object>> row : rows.entrySet()) {
        IxitTable table =
            of.catalogue()
                .table(row.getKey().substring(0, row.getKey().indexOf('/')))
                .orElseThrow();
        Optional<IxitEntry> twin =
            of.dossier().ixit().entries(table.id()).stream()
                .filter(e -> isTwin(e, row.getValue()))
                .findFirst();
        for (IxitColumn field : twin.isPresent() ? table.fields() : List.<IxitColumn>of()) {
          Optional<Cell> cell = twin.orElseThrow().cell(field.key());
          Object value = row.getValue().get(field.key());
          declared += cell.isPresent() ? 1 : 0;
          if (cell.isPresent() && value != null) {
            drafted++;
            if (!agrees(field.key(), cell.get().node().plain(), value)) {
              wrong.add(row.getKey() + " " + field.key() + ": " + value);
            }
          }
        }
      }
      return new Share(declared, drafted, wrong);
    }

    private static boolean isTwin(IxitEntry entry, Map<String, Object> row) {
      String by = row.containsKey("endpoints") ? "endpoints" : "version";
      return entry.cell(by).filter(c -> c.node().plain().equals(row.get(by))).isPresent();
    }

    private static boolean agrees(String key, Object declared, Object drafted) {
      if (PARTS.contains(key)
          && declared instanceof List<?> all
          && drafted instanceof List<?> some) {
        return all.containsAll(some);
      }
      return declared.equals(drafted);
    }
  }

  @Test
  void halfOfTheTypedFieldsOfADeviceWithMqttAndAListOfSoftwareAreDraftedAndNoneIsWrong() {
    Workspace hub = example("home-hub");
    Share share = Share.of(hub, hub(hub));
    assertThat(share.wrong()).isEmpty();
    assertThat(2 * share.drafted()).as(share.toString()).isGreaterThanOrEqualTo(share.declared());
  }

  @Test
  void halfOfTheTypedFieldsOfADeviceWithWebPagesAreDraftedAndNoneIsWrong() {
    Workspace camera = example("sound-camera");
    Share share = Share.of(camera, camera(camera));
    assertThat(share.wrong()).isEmpty();
    assertThat(2 * share.drafted()).as(share.toString()).isGreaterThanOrEqualTo(share.declared());
  }

  @Test
  void aPortThatOnlyLeadsToAnotherAndAnAnnouncementAreNoServices() {
    assertThat(camera(example("sound-camera")))
        .filteredOn(p -> p.table().equals("13-SoftServ") && p.key().equals("endpoints"))
        .extracting(Proposal::value)
        .containsExactly(List.of("tcp/8443"));
    assertThat(hub(example("home-hub")))
        .filteredOn(p -> p.table().equals("13-SoftServ") && p.key().equals("endpoints"))
        .extracting(Proposal::value)
        .doesNotContain(List.of("udp/5353"), List.of("udp/1900"));
  }

  @Test
  void theOlderEditionIsDraftedByTheRolesOfItsTables() {
    Workspace camera = example("sound-camera-2.1.1");
    Share share = Share.of(camera, camera(camera));
    assertThat(share.wrong()).isEmpty();
    assertThat(share.drafted()).isPositive();
  }

  @Test
  void whatWasSeenOfAnotherVersionIsNotDrafted() {
    Workspace camera = example("sound-camera");
    Dossier other = example("home-hub").dossier();
    assertThat(draft(camera, Stream.of(seen(other, "address/127.88.2.1", tcp(8080))))).isEmpty();
  }

  @Test
  void theLastProductGoesBeforeTheDeviceAndIsNoObservation() {
    Workspace camera = example("sound-camera");
    List<DraftSource> sources = new ArrayList<>();
    sources.add(new EarlierSource(camera.dossier(), "last"));
    sources.addAll(SOURCES);
    List<Proposal> proposals =
        Drafting.proposals(
            camera.catalogue(),
            camera
                .dossier()
                .withObservations(
                    List.of(seen(camera.dossier(), "address/127.88.2.1", tcp(8443, 9000)))),
            Map.of(),
            sources);
    assertThat(proposals)
        .filteredOn(p -> p.cell().equals("28-LogIntf/LogIntf-1 endpoints"))
        .extracting(Proposal::observed)
        .containsExactly(false);
    assertThat(proposals)
        .filteredOn(p -> p.key().equals("endpoints") && p.observed())
        .extracting(Proposal::value)
        .containsOnly(List.of("tcp/9000"));
  }
}
