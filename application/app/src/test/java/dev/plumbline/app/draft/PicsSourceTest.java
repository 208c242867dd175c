package dev.plumbline.app.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.supply.PicsDeclared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PICS of Matter proposes what its codes say, and no more. */
class PicsSourceTest {
  @TempDir private Path directory;

  private Workspace workspace(String edition) throws IOException {
    Files.createDirectories(directory.resolve("ixit"));
    Files.writeString(
        directory.resolve("product.yaml"), "edition: " + edition + "\nproduct:\ntest:\n");
    Files.writeString(directory.resolve("ics.yaml"), "edition: " + edition + "\n");
    return Workspace.open(directory, LocalDate.of(2026, 12, 2)).workspace().orElseThrow();
  }

  private static Observation pics(Dossier of, String prefix, String... supported) {
    return DraftingTest.seen(
        of,
        "pics/" + prefix,
        new PicsDeclared(List.of(supported), List.of("MCORE.COM.ETH"), supported.length + 1, true));
  }

  private List<Proposal> draft(String edition, String... codes) throws IOException {
    Workspace workspace = workspace(edition);
    Dossier dossier = workspace.dossier();
    List<Observation> seen =
        Stream.of(codes)
            .map(c -> pics(dossier, c.substring(0, c.indexOf('.')) + c.hashCode(), c))
            .toList();
    return Drafting.proposals(
        workspace.catalogue(), dossier.withObservations(seen), Map.of(), List.of(new PicsSource()));
  }

  private static Optional<Proposal> cell(List<Proposal> all, String cell) {
    return all.stream().filter(p -> p.cell().equals(cell)).findFirst();
  }

  @Test
  void transportsAreInterfacesThatLeadToMatter() throws IOException {
    List<Proposal> all =
        draft("3.1.3", "MCORE.COM.THR", "MCORE.COM.BLE", "MCORE.ROLE.COMMISSIONEE");
    assertThat(cell(all, "15-PhyIntf/PhyIntf-1 bands"))
        .hasValueSatisfying(
            p -> {
              assertThat(p.value()).isEqualTo(List.of("ieee-802.15.4"));
              assertThat(p.certainty()).isEqualTo(Certainty.LIKELY);
              assertThat(p.from()).startsWith("MCORE.COM.THR in pics.declared of pics/MCORE");
            });
    assertThat(cell(all, "15-PhyIntf/PhyIntf-1 networkInterface").map(Proposal::certainty))
        .contains(Certainty.CERTAIN);
    assertThat(cell(all, "15-PhyIntf/PhyIntf-2 bands").map(Proposal::value))
        .contains(List.of("bluetooth"));
    assertThat(cell(all, "28-LogIntf/LogIntf-1 access").map(Proposal::value))
        .contains(List.of("PhyIntf-1"));
    assertThat(cell(all, "11-SecComMech/SecComMech-1 interface").map(Proposal::value))
        .contains(List.of("LogIntf-1"));
  }

  @Test
  void anUpdateThroughMatterIsAnUpdateOverTheNetwork() throws IOException {
    List<Proposal> all = draft("3.1.3", "MCORE.OTA.Requestor");
    assertThat(cell(all, "7-UpdMech/UpdMech-1 networkBased").map(Proposal::value)).contains(true);
    assertThat(all).extracting(Proposal::table).containsOnly("7-UpdMech");
  }

  @Test
  void theAccessControlListIsALoginByCertificates() throws IOException {
    assertThat(cell(draft("3.1.3", "ACL.S"), "1-AuthMech/AuthMech-1 factorKind"))
        .map(Proposal::value)
        .contains("key-or-certificate");
  }

  @Test
  void whatIsNotSupportedOrNotKnownProposesNothing() throws IOException {
    assertThat(draft("3.1.3", "OO.S", "MCORE.DD.QR", "MCORE.ROLE.CONTROLLER")).isEmpty();
  }

  @Test
  void theBandsOfWiFiAreAGuessAsItsCodesAskForMoreThanTheBand() throws IOException {
    List<Proposal> all =
        draft("3.1.3", "MCORE.COM.WIFI", "MCORE.COM.WIFI_2P4GHZ", "MCORE.COM.WIFI_5GHZ");
    assertThat(cell(all, "15-PhyIntf/PhyIntf-1 bands"))
        .hasValueSatisfying(
            p -> {
              assertThat(p.value()).isEqualTo(List.of("wifi-2.4", "wifi-5"));
              assertThat(p.certainty()).isEqualTo(Certainty.GUESS);
            });
  }

  @Test
  void aProposalOfAPicsProvesNothingUntilAPersonSaysSo() throws IOException {
    assertThat(draft("3.1.3", "MCORE.COM.THR")).isNotEmpty().allMatch(Proposal::observed);
  }

  /** A value that its column does not have would not be proposed at all. */
  @ParameterizedTest
  @ValueSource(strings = {"3.1.3", "2.1.1"})
  void eachCellOfTheListIsOneOfItsTable(String edition) throws IOException {
    Catalogue catalogue = workspace(edition).catalogue();
    List<Proposal> all =
        draft(
            edition,
            PicsRow.all().stream()
                .flatMap(r -> r.needs().stream())
                .distinct()
                .toArray(String[]::new));
    for (PicsRow row : PicsRow.all()) {
      Optional<IxitTable> table = table(catalogue, row.role(), row.column());
      assertThat(table).as("%s %s", row.role(), row.column()).isPresent();
      String id = table.orElseThrow().id();
      row.cells()
          .forEach(
              (key, cell) -> {
                if (table.orElseThrow().column(key).isPresent()) {
                  assertThat(all)
                      .as("%s of %s", key, row.description())
                      .anyMatch(
                          p ->
                              p.table().equals(id)
                                  && p.key().equals(key)
                                  && p.value().equals(cell.value()));
                }
              });
    }
  }

  private static Optional<IxitTable> table(Catalogue catalogue, TableRole role, String column) {
    return catalogue.tables(role).stream().filter(t -> t.column(column).isPresent()).findFirst();
  }
}
