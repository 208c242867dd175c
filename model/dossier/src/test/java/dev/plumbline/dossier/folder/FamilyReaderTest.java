package dev.plumbline.dossier.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.DossierOnDisk;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.JournalSamples;
import dev.plumbline.dossier.Support;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyReaderTest {
  private static final String VARIANT =
      """
      edition: 3.1.3
      extends:
        dossier: ../base
        because: The same board.
      product: {manufacturer: Example Ltd, name: Camera, model: C2, softwareVersion: 1.2.3}
      test: {unit: unit 9, state: initialized}
      """;

  @TempDir private Path directory;
  private DossierOnDisk base;

  @BeforeEach
  void makeTheBase() {
    base = consenting("base");
  }

  /** A dossier that names the variant. */
  private DossierOnDisk consenting(String name) {
    return DossierOnDisk.in(directory.resolve(name))
        .with("product.yaml", DossierOnDisk.PRODUCT + "variants: [../variant]\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = directory.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Dossier variant(String text) throws IOException {
    return variant(text, new Problems());
  }

  private Dossier variant(String text, Problems problems) throws IOException {
    write("variant/product.yaml", text);
    return DossierFolder.at(directory.resolve("variant"), Map.of()).open(problems).orElseThrow();
  }

  private List<String> told(String text) throws IOException {
    Problems problems = new Problems();
    variant(text, problems);
    return problems.sorted().stream().map(p -> p.id() + " " + p.place()).toList();
  }

  private static String with(String... lines) {
    return VARIANT.replace(
        "  because: The same board.\n",
        "  because: The same board.\n  " + String.join("\n  ", lines) + "\n");
  }

  @Test
  void aVariantThatStatesNothingDeclaresWhatItsBaseDoes() throws IOException {
    Dossier variant = variant(VARIANT);

    assertThat(told(VARIANT)).isEmpty();
    assertThat(variant.ics().answers().keySet()).isEqualTo(base.dossier().ics().answers().keySet());
    assertThat(variant.ixit().entry("1-AuthMech/A-1").orElseThrow().digest())
        .isEqualTo(base.dossier().ixit().entry("1-AuthMech/A-1").orElseThrow().digest());
    assertThat(variant.product().model()).isEqualTo("C2");
    assertThat(variant.product().targets()).isEmpty();
    assertThat(variant.evidence()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "variants: []\n", "variants: [../other]\n", "variants: [../base/variant]\n"})
  void nothingIsTakenOverFromADossierThatDoesNotNameTheVariant(String consent) throws IOException {
    base.with("product.yaml", DossierOnDisk.PRODUCT + consent)
        .with("ixit/4-Conf.yaml", "secret of the neighbour");
    Problems problems = new Problems();
    Dossier variant = variant(with("carries: [{results: [5.1-1], because: so}]"), problems);

    assertThat(variant.family()).isEmpty();
    assertThat(variant.ics().answers()).isEmpty();
    assertThat(variant.ixit().has("1-AuthMech")).isFalse();
    assertThat(DossierOnDisk.told(problems)).containsExactly("PLB-2038 product.yaml:3:12");
    assertThat(problems.sorted().getFirst().remedy())
        .contains("../base/product.yaml: 'variants: [../variant]'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/srv/variant", "variant", "../../../x", "../a/../b"})
  void thePathOfAVariantIsHeldToThatOfABase(String path) {
    base.with("product.yaml", DossierOnDisk.PRODUCT + "variants: [" + path + "]\n");

    assertThat(base.problems()).containsExactly("PLB-2039 product.yaml:25:12");
  }

  @Test
  void placesOfWhatIsTakenOverNameTheFileOfTheBase() throws IOException {
    Dossier variant = variant(VARIANT);

    assertThat(variant.ixit().entry("1-AuthMech/A-1").orElseThrow().place())
        .hasToString("../base/ixit/1-AuthMech.yaml:3:3");
    assertThat(variant.ics().answer(new ProvisionId("5.1-1")).orElseThrow().place().file())
        .isEqualTo("../base/ics.yaml");
  }

  @Test
  void aRowOfTheVariantStandsInPlaceOfThatOfTheBaseAndOthersFollow() throws IOException {
    write(
        "variant/ixit/1-AuthMech.yaml",
        "table: 1-AuthMech\nentries:\n- {id: A-1, factor: x}\n- {id: A-2, description: app}\n");
    Dossier variant = variant(VARIANT);

    assertThat(variant.ixit().entries("1-AuthMech"))
        .extracting(IxitEntry::id)
        .containsExactly("A-1", "A-2");
    assertThat(variant.ixit().entries("1-AuthMech").getFirst().text("description")).isEmpty();
    assertThat(variant.ixit().has("4-Conf")).isTrue();
  }

  @Test
  void anAnswerOfTheVariantStandsInPlaceOfThatOfTheBase() throws IOException {
    write("variant/ics.yaml", "answers:\n  5.1-1: {support: N, detail: not yet}\n");
    Dossier variant = variant(VARIANT);

    assertThat(variant.ics().answer(new ProvisionId("5.1-1")).orElseThrow().support())
        .isEqualTo(Support.NO);
    assertThat(variant.ics().answers()).hasSize(2);
    assertThat(variant.ics().conditions()).containsKey("5");
  }

  @Test
  void aWithdrawnRowIsGone() throws IOException {
    String one = with("withdraws: [{row: 1-AuthMech/A-1, because: No web page.}]");
    String record = with("withdraws: [{row: 4-Conf/record, because: Said elsewhere.}]");

    assertThat(variant(one).ixit().entries("1-AuthMech")).isEmpty();
    assertThat(variant(one).ixit().has("1-AuthMech")).isTrue();
    assertThat(variant(record).ixit().has("4-Conf")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "../nobody;PLB-2030",
        "../variant;PLB-2033",
        "/srv/base;PLB-2031",
        "../../../base;PLB-2031",
        "../a/../base;PLB-2031",
        "base;PLB-2031",
        "..;PLB-2031",
        "../../;PLB-2031",
        "..\\base;PLB-2031",
        "~/base;PLB-2031",
        "../a/b/c/d/e;PLB-2031"
      })
  void aWayThatLeadsToNoBaseIsTold(String way, String id) throws IOException {
    assertThat(told(VARIANT.replace("../base", "'" + way + "'")))
        .containsExactly(id + " product.yaml:3:12");
  }

  @Test
  void aLinkIsNotFollowed() throws IOException {
    Files.createSymbolicLink(directory.resolve("link"), directory.resolve("base"));
    Problems problems = new Problems();
    variant(VARIANT.replace("../base", "../link"), problems);

    assertThat(problems.sorted()).extracting(Problem::id).contains("PLB-2030");
    assertThat(problems.sorted().getFirst().what() + problems.sorted().getLast().what())
        .contains("is a link");
  }

  @Test
  void aFolderWithoutProductYamlIsNoBase() throws IOException {
    Files.createDirectories(directory.resolve("empty"));

    assertThat(told(VARIANT.replace("../base", "../empty"))).contains("PLB-2030 product.yaml:3:12");
  }

  @Test
  void aBaseOfAnotherEditionIsRefused() throws IOException {
    base.but("product.yaml", "edition: 3.1.3", "edition: 2.1.1")
        .but("ics.yaml", "edition: 3.1.3", "edition: 2.1.1");

    assertThat(told(VARIANT)).contains("PLB-2032 product.yaml:3:12");
  }

  @ParameterizedTest
  @CsvSource({"../other,variant itself", "../variant,circle"})
  void aBaseThatExtendsFurtherIsRefused(String further, String said) throws IOException {
    DossierOnDisk.in(directory.resolve("other"));
    base.but(
        "product.yaml",
        "edition: 3.1.3\n",
        "edition: 3.1.3\nextends: {dossier: " + further + ", because: so}\n");
    Problems problems = new Problems();
    variant(VARIANT, problems);

    assertThat(problems.sorted()).filteredOn(p -> p.id().equals("PLB-2033")).hasSize(1);
    assertThat(problems.sorted().toString()).contains(said);
  }

  @Test
  void whatIsTakenOverNeedsAReason() throws IOException {
    assertThat(told(VARIANT.replace("  because: The same board.\n", "")))
        .contains("PLB-2034 product.yaml:3:3");
    assertThat(told(with("carries: [{results: [5.1-1]}]"))).contains("PLB-2034 product.yaml:5:13");
    assertThat(told(with("withdraws: [{row: 1-AuthMech/A-1}]")))
        .contains("PLB-2034 product.yaml:5:15");
  }

  @Test
  void aRowThatCannotBeWithdrawnIsTold() throws IOException {
    write("variant/ixit/4-Conf.yaml", "table: 4-Conf\nrecord:\n  description: own\n");

    assertThat(told(with("withdraws: [{row: 1-AuthMech/A-9, because: so}]")))
        .containsExactly("PLB-2035 product.yaml:5:21");
    assertThat(told(with("withdraws: [{row: 4-Conf/record, because: so}]")))
        .containsExactly("PLB-2035 product.yaml:5:21");
    assertThat(told(with("withdraws: [{row: A-9, because: so}]")))
        .containsExactly("PLB-2035 product.yaml:5:21");
  }

  @Test
  void resultsAreNamedByTheNumbersOfTheStandard() throws IOException {
    assertThat(told(with("carries: [{results: [5.5, 5.1-1, 5.1-1-2a, \"6\"], because: so}]")))
        .isEmpty();
    assertThat(told(with("carries: [{results: [all], because: so}]")))
        .containsExactly("PLB-2036 product.yaml:5:24");
    assertThat(told(with("carries: [{because: so}]")))
        .containsExactly("PLB-2036 product.yaml:5:13");
  }

  @Test
  void errorsOfTheBasesDeclarationAreToldInItsFiles() throws IOException {
    base.but("ics.yaml", "support: Y", "support: perhaps");

    assertThat(told(VARIANT)).containsExactly("PLB-1041 ../base/ics.yaml:9:20");
  }

  @Test
  void aBrokenJournalOfTheBaseKeepsEverythingFromCarryingOver() throws IOException {
    try (DossierWriter writer = DossierFolder.at(directory.resolve("base")).write()) {
      writer.appendObservations(
          List.of(JournalSamples.observation(1), JournalSamples.observation(2)));
    }
    Path journal = directory.resolve("base/record/observations.jsonl");
    Files.writeString(journal, Files.readString(journal).replaceFirst("tcp-ports", "udp-ports"));
    String carrying = with("carries: [{results: [5.1-1], because: so}]");

    assertThat(variant(carrying).family().orElseThrow().distrust().orElseThrow())
        .contains("../base/record/observations.jsonl");
    assertThat(told(carrying)).containsExactly("PLB-2037 product.yaml:3:12");
  }

  @Test
  void changedEvidenceOfTheBaseKeepsEverythingFromCarryingOver() throws IOException {
    base.with("evidence/photo.txt", "bored");

    assertThat(told(with("carries: [{results: [5.1-1], because: so}]")))
        .containsExactly("PLB-2037 product.yaml:3:12");
    assertThat(variant(VARIANT).family().orElseThrow().distrust()).isEmpty();
  }

  @Test
  void evidenceOfTheBaseIsReadThereAndNothingIsWrittenThere() throws IOException {
    variant(VARIANT);
    DossierFolder folder = DossierFolder.at(directory.resolve("variant"), Map.of());

    assertThat(folder.wayToBase()).contains("../base");
    assertThat(folder.beside(variant(VARIANT).family().orElseThrow().extension()).directory())
        .isEqualTo(directory.resolve("base"));
  }
}
