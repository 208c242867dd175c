package dev.plumbline.dossier.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.Severity;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.DossierOnDisk;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.dossier.Product.LoginBudget;
import dev.plumbline.dossier.Product.PasswordSample;
import dev.plumbline.dossier.SecretUse;
import dev.plumbline.dossier.Support;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierFolderTest {
  @TempDir private Path directory;

  @Test
  void aSoundDossierIsReadWhole() {
    Problems problems = new Problems();
    Dossier dossier = DossierOnDisk.in(directory).open(problems).orElseThrow();
    Product product = dossier.product();

    assertThat(problems.sorted()).isEmpty();
    assertThat(product.edition()).isEqualTo("3.1.3");
    assertThat(product.manufacturer()).isEqualTo("Example Ltd");
    assertThat(product.softwareVersion()).isEqualTo("1.2.3");
    assertThat(product.state()).isEqualTo("initialized");
    assertThat(product.targets()).hasSize(1);
    assertThat(product.targets().getFirst().allows(8100)).isTrue();
    assertThat(product.targets().getFirst().allows(8101)).isFalse();
    assertThat(product.authorisation()).isPresent();
    assertThat(product.publicPages()).containsExactly("www.example.com:443");
    assertThat(product.loginBudget()).isEqualTo(new LoginBudget(5, 20));
    assertThat(product.credentials())
        .singleElement()
        .satisfies(
            c -> {
              assertThat(c).isEqualTo(new Credential("user", "me", "secret", c.place()));
              assertThat(c.place().file()).isEqualTo("product.yaml");
              assertThat(c.place().line()).isGreaterThan(1);
            });
    assertThat(product.samples())
        .containsExactly(new PasswordSample("A-1", "SN-1", "", "", "a\"b,c"));
    assertThat(dossier.ics().conditions())
        .hasEntrySatisfying("5", s -> assertThat(s.holds()).isTrue());
    assertThat(dossier.ics().features())
        .hasEntrySatisfying("a", s -> assertThat(s.holds()).isFalse());
    IcsAnswer answer = dossier.ics().answer(new ProvisionId("5.1-1")).orElseThrow();
    assertThat(answer.support()).isEqualTo(Support.YES);
    assertThat(answer.place()).hasToString("ics.yaml:9:3");
    assertThat(dossier.ics().answer(new ProvisionId("5.1-2A")).orElseThrow().support())
        .isEqualTo(Support.NOT_APPLICABLE);
    assertThat(dossier.ixit().entry("1-AuthMech/A-1").orElseThrow().text("description"))
        .isEqualTo("web");
    assertThat(dossier.ixit().record("4-Conf").orElseThrow().id()).isEqualTo("record");
    assertThat(dossier.evidence()).hasSize(1);
    assertThat(dossier.observations()).isEmpty();
  }

  @Test
  void whatIsNotDeclaredIsNotAllowed() {
    DossierOnDisk disk = DossierOnDisk.in(directory).with("product.yaml", "edition: 3.1.3\n");
    Product product = disk.dossier().product();

    assertThat(product.targets()).isEmpty();
    assertThat(product.loginBudget()).isEqualTo(new LoginBudget(0, 0));
    assertThat(product.publicPages()).isEmpty();
    assertThat(product.authorisation()).isEmpty();
    assertThat(disk.problems()).containsOnly("PLB-2003 product.yaml:1:1").hasSize(6);
  }

  @Test
  void everyProblemIsToldAtOnceAndTheRestIsRead() {
    DossierOnDisk disk =
        DossierOnDisk.in(directory)
            .but("product.yaml", "127.77.1.1", "camera.local")
            .but("ics.yaml", "Y,", "y,")
            .but("ixit/4-Conf.yaml", "table: 4-Conf\n", "");

    assertThat(disk.problems())
        .containsExactly(
            "PLB-1041 ics.yaml:9:20",
            "PLB-1030 ixit/4-Conf.yaml:1:1",
            "PLB-2007 product.yaml:14:16");
    assertThat(disk.dossier().ixit().has("4-Conf")).isTrue();
  }

  @Test
  void anUnknownKeyIsToldWithTheNearestOne() {
    Problems problems = new Problems();
    DossierOnDisk.in(directory).but("product.yaml", "  model:", "  modle:").open(problems);

    assertThat(problems.sorted())
        .filteredOn(p -> p.id().equals("PLB-1020"))
        .extracting(Problem::remedy)
        .containsExactly("Did you mean 'model'?");
  }

  @Test
  void withoutDirectoryOrProductThereIsNoDossier() {
    Problems problems = new Problems();
    assertThat(DossierFolder.at(directory.resolve("none")).open(problems)).isEmpty();
    assertThat(DossierFolder.at(directory).open(problems)).isEmpty();
    assertThat(problems.sorted())
        .extracting(Problem::id)
        .containsExactlyInAnyOrder("PLB-1010", "PLB-1011", "PLB-1011");
  }

  @Test
  void aVersionIsNeededOnceTargetsAreDeclared() {
    assertThat(
            DossierOnDisk.in(directory)
                .but("product.yaml", "  softwareVersion: 1.2.3\n", "")
                .problems())
        .containsExactly("PLB-2004 product.yaml:3:3");
  }

  @Test
  void aPasswordNeverStandsInAMessageOrText() {
    DossierOnDisk disk =
        DossierOnDisk.in(directory)
            .but("product.yaml", "passwordEnv: PLUMBLINE_CAMERA_PASSWORD", "password: s3cret")
            .with("samples/passwords.csv", "mechanism,unit,password\nA-1,,s3cret\n");
    Problems problems = new Problems();
    Dossier dossier = disk.open(problems).orElseThrow();

    assertThat(problems.sorted().toString()).doesNotContain("s3cret");
    assertThat(problems.hasErrors()).isTrue();
    assertThat(dossier.product().toString()).doesNotContain("s3cret");
    assertThat(dossier.product().credentials().getFirst().password()).isEqualTo("s3cret");
  }

  @Test
  void samplesMayStandInYaml() {
    DossierOnDisk disk =
        DossierOnDisk.in(directory)
            .but("product.yaml", "passwords.csv", "p.yaml")
            .with(
                "samples/p.yaml",
                "samples:\n- {mechanism: A-1, unit: 1, mac: '02:00', user: u, password: 0123}\n");

    assertThat(disk.problems()).isEmpty();
    assertThat(disk.dossier().product().samples())
        .containsExactly(new PasswordSample("A-1", "1", "02:00", "u", "0123"));
  }

  @Test
  void missingVariablesAreToldAndTheLoginIsLeftOut() {
    Problems problems = new Problems();
    DossierOnDisk.in(directory);
    Dossier dossier = DossierFolder.at(directory, Map.of()).open(problems).orElseThrow();

    assertThat(dossier.product().credentials()).isEmpty();
    assertThat(problems.sorted()).extracting(Problem::severity).containsExactly(Severity.WARNING);
    assertThat(DossierOnDisk.told(problems)).containsExactly("PLB-2017 product.yaml:23:43");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS_SECRET_ACCESS_KEY",
        "PATH",
        "plumbline_secret",
        "PLUMBLINE",
        "PLUMBLINE_",
        "XPLUMBLINE_A",
        "PLUMBLINE_A=B"
      })
  void aVariableOfTheMachineIsNeverReadWhateverTheDossierNames(String variable) {
    Problems problems = new Problems();
    DossierOnDisk.in(directory)
        .but("product.yaml", "PLUMBLINE_CAMERA_PASSWORD", "'" + variable + "'");
    DossierFolder folder =
        DossierFolder.at(directory, Map.of(variable, "wJalrXUtnFEMI", "PLUMBLINE_B", "x"));
    Dossier dossier = folder.open(problems).orElseThrow();

    assertThat(dossier.product().credentials()).isEmpty();
    assertThat(folder.secrets()).isEmpty();
    assertThat(DossierOnDisk.told(problems)).containsExactly("PLB-2025 product.yaml:23:43");
    assertThat(problems.sorted().getFirst().remedy()).contains("passwordEnv: PLUMBLINE_");
    assertThat(problems.sorted().toString()).doesNotContain("wJalrXUtnFEMI");
  }

  @Test
  void theVariablesThatADossierWantsAreKnownWhetherTheyAreSetOrNot() {
    DossierOnDisk.in(directory);

    assertThat(DossierFolder.at(directory, Map.of()).secrets())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.variable()).isEqualTo("PLUMBLINE_CAMERA_PASSWORD");
              assertThat(s.user()).isEqualTo("me");
              assertThat(s.set()).isFalse();
            });
    assertThat(DossierFolder.at(directory, Map.of("PLUMBLINE_CAMERA_PASSWORD", "x")).secrets())
        .extracting(SecretUse::set)
        .containsExactly(true);
  }

  /** One change of one file, the problem that it makes, and the place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "edition: 3.1.3|edition:|PLB-2001 product.yaml:1:9",
        "edition: 3.1.3|edition: three|PLB-2002 product.yaml:1:10",
        "manufacturer: Example Ltd|manufacturer:|PLB-2003 product.yaml:3:16",
        "state: initialized|state: used|PLB-2005 product.yaml:12:10",
        "02:00:5e:10:00:01|'02005e'|PLB-2006 product.yaml:9:8",
        "127.77.1.1|127.77.1|PLB-2007 product.yaml:14:16",
        "127.77.1.1|0.0.0.0|PLB-2008 product.yaml:14:16",
        "127.77.1.1|224.0.0.1|PLB-2008 product.yaml:14:16",
        "127.77.1.1|169.254.169.254|PLB-2008 product.yaml:14:16",
        "127.77.1.1|'64:ff9b::a9fe:a9fe'|PLB-2008 product.yaml:14:16",
        "samples: samples/passwords.csv|equipment: ['169.254.169.254:80']|PLB-2022 product.yaml:24:15",
        "samples: samples/passwords.csv|equipment: ['0.0.0.0:2375']|PLB-2022 product.yaml:24:15",
        "samples: samples/passwords.csv|equipment: ['100.64.0.9:80']|PLB-2022 product.yaml:24:15",
        "ports: [80, 8000-8100]|ports: []|PLB-2010 product.yaml:15:14",
        "8000-8100|8100-8000|PLB-2010 product.yaml:15:19",
        "8000-8100|65536|PLB-2010 product.yaml:15:19",
        "8000-8100|http|PLB-2010 product.yaml:15:19",
        "by: A. Boss|by:|PLB-2012 product.yaml:17:5",
        "date: 2026-11-24|date: 24.11.2026|PLB-2013 product.yaml:18:11",
        "www.example.com:443|https://example.com|PLB-2014 product.yaml:20:17",
        "wrongAttempts: 5|wrongAttempts: -1|PLB-2015 product.yaml:21:32",
        "wrongAttempts: 5|wrongAttempts: many|PLB-2015 product.yaml:21:32",
        "user: me, |'' |PLB-2016 product.yaml:23:7",
        "passwordEnv: PLUMBLINE_CAMERA_PASSWORD|password: x|PLB-2018 product.yaml:23:40",
        "samples/passwords.csv|../passwords.csv|PLB-2019 product.yaml:24:12",
        "samples/passwords.csv|/etc/passwd|PLB-2019 product.yaml:24:12",
        "samples/passwords.csv|samples/none.csv|PLB-1011 samples/none.csv",
        "loginBudget: {|loginBudgets: {|PLB-1020 product.yaml:21:3",
        "[www.example.com:443]|{a: b}|PLB-1021 product.yaml:20:16",
        "unit: unit 1|unit: [1]|PLB-1021 product.yaml:11:9",
      })
  void eachFaultOfTheProductFileIsTold(String old, String now, String problem) {
    assertThat(
            DossierOnDisk.in(directory)
                .but("product.yaml", old, now.equals("''") ? "" : now)
                .problems())
        .contains(problem);
  }

  @Test
  void aPublicAddressNeedsAnAuthorisation() {
    DossierOnDisk disk = DossierOnDisk.in(directory).but("product.yaml", "127.77.1.1", "192.0.2.7");
    assertThat(disk.problems()).isEmpty();
    assertThat(disk.dossier().product().targets()).hasSize(1);

    disk.but("product.yaml", "statement: All units of the lab.", "statement:");
    assertThat(disk.problems())
        .containsExactly("PLB-2009 product.yaml:14:16", "PLB-2012 product.yaml:17:5");
    assertThat(disk.dossier().product().targets()).isEmpty();
  }

  @Test
  void aTargetWithOneBadPortIsLeftOutWhole() {
    DossierOnDisk disk = DossierOnDisk.in(directory).but("product.yaml", "8000-8100", "8000-81000");
    assertThat(disk.dossier().product().targets()).isEmpty();
  }

  @Test
  void anAddressTwiceIsTold() {
    assertThat(
            DossierOnDisk.in(directory)
                .but(
                    "product.yaml",
                    "  authorisation:",
                    "    - {address: 127.77.1.1, ports: 1}\n  authorisation:")
                .problems())
        .containsExactly("PLB-2011 product.yaml:16:17");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mechanism,unit,secret|PLB-2020 samples/passwords.csv:1",
        "mechanism,unit,password;A-1,1|PLB-2020 samples/passwords.csv:2",
        "mechanism,unit,password;A-1,1,x;,2,y|PLB-2020 samples/passwords.csv:3",
        "mechanism,unit,password;A-1,1,\"open|PLB-2020 samples/passwords.csv:2",
      },
      quoteCharacter = '`')
  void eachFaultOfASampleFileIsTold(String csv, String problem) {
    String text = csv.replace(';', '\n') + (csv.contains("\"") ? "\nA-1,2,y\n" : "\n");
    assertThat(DossierOnDisk.in(directory).with("samples/passwords.csv", text).problems())
        .contains(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5.1-1:|five:|PLB-1040 ics.yaml:9:3",
        "support: Y, |support: , |PLB-1041 ics.yaml:9:3",
        "support: Y,|support: yes,|PLB-1041 ics.yaml:9:20",
        "edition: 3.1.3|edition: 2.1.1|PLB-1042 ics.yaml:1:10",
        "evidence/photo.txt|evidence/none.txt|PLB-1043 ics.yaml:9:50",
        "holds: true|holds: perhaps|PLB-1021 ics.yaml:3:14",
        "{holds: true, because: has passwords}|true|PLB-1021 ics.yaml:3:6",
        "present: no|presents: no|PLB-1020 ics.yaml:6:5",
        "answers:|answer:|PLB-1020 ics.yaml:8:1",
      })
  void eachFaultOfTheStatementIsTold(String old, String now, String problem) {
    assertThat(DossierOnDisk.in(directory).but("ics.yaml", old, now).problems()).contains(problem);
  }

  @Test
  void anAnswerWithoutSupportIsNoAnswer() {
    Dossier dossier = DossierOnDisk.in(directory).but("ics.yaml", "Y,", "yes,").dossier();
    assertThat(dossier.ics().answer(new ProvisionId("5.1-1"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "table: 1-AuthMech|table: 2-UserInfo|PLB-1030 ixit/1-AuthMech.yaml:1:8",
        "table: 1-AuthMech|# none|PLB-1030 ixit/1-AuthMech.yaml:2:1",
        "entries:|record: {a: b}#entries:|PLB-1031 ixit/1-AuthMech.yaml:1:1",
        "entries:|rows:|PLB-1031 ixit/1-AuthMech.yaml:1:1",
        "id: A-1, ||PLB-1032 ixit/1-AuthMech.yaml:3:3",
        "id: A-1|id: A/1|PLB-1033 ixit/1-AuthMech.yaml:3:8",
        "id: A-1|id: A+1|PLB-1033 ixit/1-AuthMech.yaml:3:8",
        "- {id: A-1|- {id: A-1}#- {id: A-1|PLB-1034 ixit/1-AuthMech.yaml:4:8",
        "- {id: A-1|- word#- {id: A-1|PLB-1021 ixit/1-AuthMech.yaml:3:3",
      })
  void eachFaultOfATableIsTold(String old, String now, String problem) {
    String lines = now == null ? "" : now.replaceFirst("(.)#", "$1\n");
    assertThat(DossierOnDisk.in(directory).but("ixit/1-AuthMech.yaml", old, lines).problems())
        .contains(problem);
  }

  @Test
  void aTableWithNothingFilledInHasNoEntries() {
    DossierOnDisk disk =
        DossierOnDisk.in(directory).with("ixit/2-X.yaml", "table: 2-X\nentries:\n# - id: X-1\n");
    assertThat(disk.problems()).isEmpty();
    assertThat(disk.dossier().ixit().entries("2-X")).isEmpty();
    assertThat(disk.dossier().ixit().has("2-X")).isTrue();
  }

  @Test
  void filesThatNobodyReadsAreTold() {
    List<String> problems =
        DossierOnDisk.in(directory)
            .with("products.yaml", "a: 1\n")
            .with("ixit/1-AuthMech.yml", "a: 1\n")
            .problems();
    assertThat(problems).containsExactly("PLB-1017 ixit/1-AuthMech.yml", "PLB-1017 products.yaml");
  }
}
