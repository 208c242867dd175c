package dev.plumbline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Statement;
import dev.plumbline.exchange.layout.Layout;
import dev.plumbline.exchange.layout.Layouts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The paper of an invented gateway (paper/README.md), read as its maker wrote it. */
class MakersPaperTest {
  static final Path PAPER = Path.of("src/test/resources/paper/field-gateway");

  @TempDir private Path directory;
  private ExampleDossier dossier = new ExampleDossier(Path.of(""));
  private final Problems problems = new Problems();
  private List<Told> told = List.of();

  @BeforeEach
  void read() throws IOException {
    dossier = ExampleDossier.blank(directory.resolve("dossier"), EditionId.named("3.1.3"));
    Delivery delivery = Delivery.read(PAPER, Optional.empty(), problems).orElseThrow();
    told = delivery.told();
    assertThat(delivery.edition()).isEqualTo(EditionId.named("3.1.3"));
    DossierUpdate.of(delivery, dossier.folder(), problems).write(dossier.folder());
  }

  private IxitEntry row(String subject) {
    return dossier.open().ixit().entry(subject).orElseThrow();
  }

  @Test
  void everyRowComesIn() {
    long rows = dossier.open().ixit().tables().values().stream().mapToLong(List::size).sum();
    assertThat(dossier.open().ixit().tables()).hasSize(29);
    assertThat(rows).isEqualTo(155);
  }

  @Test
  void everyAnswerComesInWhateverTheNumberLooksLike() {
    assertThat(dossier.open().ics().answers()).hasSize(78);
    assertThat(dossier.open().ics().answers().values())
        .filteredOn(a -> a.provision().value().startsWith("6-"))
        .extracting(IcsAnswer::detail)
        .hasSize(9)
        .doesNotContain("");
    assertThat(dossier.open().ics().conditions()).hasSize(5);
    Statement updatable = dossier.open().ics().conditions().get("3");
    assertThat(updatable)
        .extracting(Statement::holds, Statement::because)
        .containsExactly(false, "All software but the ROM code can be updated.");
    assertThat(dossier.open().ics().features()).hasSize(27);
    assertThat(dossier.open().ics().features().get("aa"))
        .extracting(Statement::because)
        .isEqualTo("Nothing is collected for an aggregate alone.");
  }

  @Test
  void rowsAreFoundInSentencesAndTheSentenceStaysBesideThem() {
    IxitEntry component = row("6-SoftComp/SoftComp-TLS");
    assertThat(component.texts("updateMechanism")).containsExactly("UpdMech-Auto", "UpdMech-Web");
    assertThat(component.remark("updateMechanism"))
        .isEqualTo("UpdMech-Auto, UpdMech-Web (one image with the application).");
    IxitEntry rom = row("6-SoftComp/SoftComp-Rom");
    assertThat(rom.texts("updateMechanism")).isEmpty();
    assertThat(rom.remark("updateMechanism")).startsWith("None, because the code");
    IxitEntry page = row("13-SoftServ/SoftServ-Web-Page");
    assertThat(page.cell("authenticationMechanism")).isEmpty();
    assertThat(page.remark("authenticationMechanism")).contains("SecComMech-Web-Session");
    assertThat(row("28-LogIntf/LogIntf-Web").texts("access"))
        .containsExactly("PhyIntf-Ethernet", "PhyIntf-WiFi");
    assertThat(row("28-LogIntf/LogIntf-Web").remarks()).doesNotContainKey("access");
  }

  @Test
  void sentencesAreNotCutAtCommas() {
    assertThat(row("21-PersData/PersData-Measurements").texts("authorizedParties"))
        .singleElement()
        .asString()
        .contains("whoever the owner gives a key to; the maker's operators");
    assertThat(row("28-LogIntf/LogIntf-Hotspot").texts("disclosedInformation")).hasSize(1);
    assertThat(row("26-UserDec/UserDec-Cloud").texts("options")).hasSize(1);
    assertThat(row("10-SecParam/SecParam-Admin-Password").texts("securityGuarantees"))
        .containsExactly("confidentiality", "integrity");
    assertThat(row("7-UpdMech/UpdMech-Auto").texts("securityGuarantees"))
        .containsExactly("integrity", "authenticity");
    assertThat(row("7-UpdMech/UpdMech-Auto").remark("securityGuarantees"))
        .contains("The image itself is no secret.");
  }

  @Test
  void explanationsBehindYesAndNoAreKept() {
    IxitEntry service = row("13-SoftServ/SoftServ-API");
    assertThat(service.flag("allowsConfiguration")).contains(true);
    assertThat(service.remark("allowsConfiguration"))
        .isEqualTo("Yes, but only for programs with a writing key.");
    IxitEntry confirmations = dossier.open().ixit().record("4-Conf").orElseThrow();
    assertThat(confirmations.flag("confirmationOfUpdateProcedures")).contains(true);
    assertThat(confirmations.remark("confirmationOfUpdateProcedures"))
        .contains("Two releases of last year followed it.");
  }

  @Test
  void titlesOfRowsStandInTheirDescription() {
    assertThat(row("12-NetSecImpl/NetSecImpl-TLS").text("description"))
        .isEqualTo("TLS library\nThe TLS library of SoftComp-TLS, release with long support.");
  }

  @Test
  void noAnswerIsLostAndEachTableIsToldOnce() {
    assertThat(told).filteredOn(t -> t.kind() == Told.Kind.LOST).isEmpty();
    assertThat(problems.sorted()).hasSizeLessThan(40);
    assertThat(problems.sorted())
        .filteredOn(p -> p.id().equals("PLB-9535"))
        .singleElement()
        .extracting(Problem::what)
        .asString()
        .contains("SoftServ-Radio-Check")
        .doesNotContain("SoftServ-Web-Page");
  }

  @ParameterizedTest
  @EnumSource
  void anExportOfItBroughtIntoANewDossierSaysTheSame(ExchangeFormat format) {
    ExampleDossier again =
        ExampleDossier.blank(directory.resolve("again"), EditionId.named("3.1.3"));
    again.takes(dossier.exported(format, directory));
    assertThat(again.said()).isEqualTo(dossier.said());
  }

  @Test
  void noWordIsLostUntold() throws IOException {
    Set<String> kept = new HashSet<>();
    Stream.concat(
            dossier.said().entrySet().stream().map(e -> e.getKey() + " " + e.getValue()),
            Stream.concat(
                told.stream().map(Told::text),
                Stream.of(dossier.open().product().manufacturer(), dossier.text("product.yaml"))))
        .forEach(t -> kept.addAll(words(t)));
    kept.addAll(names());
    List<String> lost = new ArrayList<>();
    try (Stream<Path> files = Files.walk(PAPER)) {
      for (Path file : files.filter(f -> !f.toString().contains("assessment")).toList()) {
        if (Files.isRegularFile(file)) {
          words(Files.readString(file)).stream()
              .filter(w -> !kept.contains(w))
              .forEach(w -> lost.add(file.getFileName() + ": " + w));
        }
      }
    }
    assertThat(lost).isEmpty();
  }

  /** Words of tables and columns, which the dossier has as keys. */
  private Set<String> names() {
    Set<String> names =
        new HashSet<>(Set.of("ixit", "ics", "table", "c", "b", "id", "yes", "no", "y", "n"));
    names.addAll(words("answer reference item condition"));
    for (Layout layout : Layouts.of(dossier.catalogue())) {
      names.addAll(words(layout.caption() + " Implementation of provisions"));
      layout.columns().forEach(c -> names.addAll(words(c.heading())));
    }
    return names;
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(w -> !w.isEmpty())
        .collect(Collectors.toSet());
  }
}
