package dev.plumbline.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md, each with its reason. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.plumbline");

  private static final Set<String> STARTERS =
      Set.of(
          "dev.plumbline.cli.ServeCommand",
          "dev.plumbline.app.GitRevision",
          "dev.plumbline.app.LiveCapture",
          "dev.plumbline.app.TestNetwork",
          "dev.plumbline.driver.ProgramCall",
          "dev.plumbline.exchange.original.PdfText");

  private static final List<String> COMMANDS_KNOW =
      List.of(
          "dev.plumbline.cli",
          "dev.plumbline.view",
          "dev.plumbline.app",
          "dev.plumbline.workbench",
          "dev.plumbline.core",
          "dev.plumbline.testbed");

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }

  @Test
  void arrowsPointDownOnly() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("core")
            .definedBy("dev.plumbline.core..")
            .layer("observations")
            .definedBy("dev.plumbline.observation..")
            .layer("yaml")
            .definedBy("dev.plumbline.yaml..")
            .layer("catalogue")
            .definedBy("dev.plumbline.catalogue..")
            .layer("dossier")
            .definedBy("dev.plumbline.dossier..")
            .layer("exchange")
            .definedBy("dev.plumbline.exchange..")
            .layer("declaration")
            .definedBy("dev.plumbline.declaration..")
            .layer("judging")
            .definedBy("dev.plumbline.judging..")
            .layer("editions")
            .definedBy("dev.plumbline.edition..")
            .layer("schemes")
            .definedBy("dev.plumbline.scheme..")
            .layer("insight")
            .definedBy("dev.plumbline.insight..")
            .layer("recording")
            .definedBy("dev.plumbline.recording..")
            .layer("probing")
            .definedBy("dev.plumbline.probe..")
            .layer("clients")
            .definedBy("dev.plumbline.client..")
            .layer("probes")
            .definedBy("dev.plumbline.probes..")
            .layer("drivers")
            .definedBy("dev.plumbline.driver..")
            .layer("importing")
            .definedBy("dev.plumbline.importing..")
            .layer("importers")
            .definedBy(
                "dev.plumbline.importers..", "dev.plumbline.capture..", "dev.plumbline.firmware..")
            .layer("checks")
            .definedBy("dev.plumbline.checks..")
            .layer("reports")
            .definedBy("dev.plumbline.reports..")
            .layer("documents")
            .definedBy("dev.plumbline.documents..")
            .layer("testbed")
            .definedBy("dev.plumbline.testbed..")
            .layer("app")
            .definedBy("dev.plumbline.app..")
            .layer("views")
            .definedBy("dev.plumbline.view..")
            .layer("workbench")
            .definedBy("dev.plumbline.workbench..")
            .layer("cli")
            .definedBy("dev.plumbline.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("workbench")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("views")
            .mayOnlyBeAccessedByLayers("workbench", "cli")
            .whereLayer("app")
            .mayOnlyBeAccessedByLayers("views", "workbench", "cli")
            .whereLayer("testbed")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("documents")
            .mayOnlyBeAccessedByLayers("app", "views", "workbench", "cli")
            .whereLayer("reports")
            .mayOnlyBeAccessedByLayers("documents", "app", "views", "workbench", "cli")
            .whereLayer("checks")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("drivers")
            .mayOnlyBeAccessedByLayers("app", "views", "workbench", "cli")
            .whereLayer("probes")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("clients")
            .mayOnlyBeAccessedByLayers("probes", "drivers")
            .whereLayer("importers")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("importing")
            .mayOnlyBeAccessedByLayers("importers", "app", "views", "workbench", "cli")
            .whereLayer("probing")
            .mayOnlyBeAccessedByLayers(
                "clients", "probes", "drivers", "app", "views", "workbench", "cli")
            .whereLayer("recording")
            .mayOnlyBeAccessedByLayers("probing", "importing")
            .whereLayer("exchange")
            .mayOnlyBeAccessedByLayers("app", "views", "workbench", "cli")
            .whereLayer("insight")
            .mayOnlyBeAccessedByLayers("reports", "app", "views", "workbench", "cli")
            .whereLayer("schemes")
            .mayOnlyBeAccessedByLayers("insight", "reports", "app", "views", "workbench", "cli")
            .whereLayer("editions")
            .mayOnlyBeAccessedByLayers("reports", "app", "views", "workbench", "cli")
            .whereLayer("judging")
            .mayOnlyBeAccessedByLayers(
                "checks",
                "editions",
                "schemes",
                "insight",
                "reports",
                "documents",
                "app",
                "views",
                "workbench",
                "cli")
            .whereLayer("declaration")
            .mayOnlyBeAccessedByLayers(
                "judging", "editions", "reports", "documents", "app", "views", "workbench", "cli")
            .because(
                "a lower module has to be usable, testable and replaceable without the upper"));
  }

  /** The list names the commands that still know more, all of them and nothing else. */
  @Test
  void commandsKnowUseCasesAndViewsAlone() throws IOException {
    Path list = Repository.at("verification/acceptance/expected/commands-that-know-more.txt");
    String knowing =
        CLASSES.stream()
            .filter(c -> stands(c.getPackageName(), "dev.plumbline.cli"))
            .filter(ArchitectureTest::knowsMore)
            .map(c -> c.getName().replaceFirst("[$].*", ""))
            .distinct()
            .sorted()
            .map(n -> n + "\n")
            .collect(Collectors.joining());
    if (Repository.UPDATE) {
      Files.writeString(list, knowing);
    }
    assertThat(knowing)
        .as("another face beside the command line finds in app and views all that it shows")
        .isEqualTo(Files.readString(list));
  }

  private static boolean knowsMore(JavaClass c) {
    return c.getDirectDependenciesFromSelf().stream()
        .map(d -> d.getTargetClass().getBaseComponentType().getPackageName())
        .anyMatch(
            p -> stands(p, "dev.plumbline") && COMMANDS_KNOW.stream().noneMatch(k -> stands(p, k)));
  }

  private static boolean stands(String name, String inside) {
    return name.equals(inside) || name.startsWith(inside + ".");
  }

  @Test
  void noProbeKnowsAnother() {
    check(
        slices()
            .matching("dev.plumbline.probes.(*)..")
            .should()
            .notDependOnEachOther()
            .because("a probe has to be written, changed and removed in its own folder alone"));
  }

  @Test
  void noImporterKnowsAnother() {
    check(
        slices()
            .matching("dev.plumbline.importers.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                resideInAPackage("dev.plumbline.importers.."),
                resideInAPackage("dev.plumbline.importers.shared.."))
            .because("an importer has to be written, changed and removed in its own folder alone"));
  }

  @Test
  void packagesFormNoCircle() {
    check(
        slices()
            .matching("dev.plumbline.(**)")
            .should()
            .beFreeOfCycles()
            .because("what depends on each other is read, tested and changed as one"));
  }

  @Test
  void probesAndImportersKnowNoStandard() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "dev.plumbline.probe..",
                "dev.plumbline.client..",
                "dev.plumbline.probes..",
                "dev.plumbline.driver..",
                "dev.plumbline.importing..",
                "dev.plumbline.importers..",
                "dev.plumbline.capture..",
                "dev.plumbline.firmware..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "dev.plumbline.catalogue..",
                "dev.plumbline.declaration..",
                "dev.plumbline.judging..")
            .because("evidence has to be judged again later, under another edition or policy"));
  }

  @Test
  void observationsRestOnCoreAlone() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.plumbline.observation..")
            .should()
            .dependOnClassesThat(
                describe(
                    "are Plumbline's outside core and observations",
                    c ->
                        c.getPackageName().startsWith("dev.plumbline")
                            && !c.getPackageName().startsWith("dev.plumbline.core")
                            && !c.getPackageName().startsWith("dev.plumbline.observation")))
            .because("a fact has to be readable without a standard, a dossier or a probe"));
  }

  @Test
  void checksTouchNoNetworkAndNoFile() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.plumbline.checks..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.channels..", "java.nio.file..", "java.io..")
            .because("a finding has to follow from the facts alone"));
  }

  @Test
  void judgingIsPure() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "dev.plumbline.declaration..",
                "dev.plumbline.judging..",
                "dev.plumbline.edition..",
                "dev.plumbline.scheme..",
                "dev.plumbline.insight..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .dependOnClassesThat(
                resideInAnyPackage("java.net..", "java.nio.file..")
                    .and(not(belongToAnyOf(URI.class, URISyntaxException.class)))
                    .as("reach the network or files; a URI is taken apart without either"))
            .because("the same facts give the same verdict, today and in ten years"));
  }

  @Test
  void reportsComputeNoVerdict() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.plumbline.reports..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.plumbline.core.VerdictRule")
            .because("a report renders a result; two places that compute verdicts can disagree"));
  }

  @Test
  void theTestbedKnowsNothingOfOurs() {
    check(
        noClasses()
            .that()
            .resideInAPackage("dev.plumbline.testbed..")
            .should()
            .dependOnClassesThat(
                describe(
                    "are Plumbline's outside the testbed",
                    c ->
                        c.getPackageName().startsWith("dev.plumbline")
                            && !c.getPackageName().startsWith("dev.plumbline.testbed")))
            .because("a device that shares code with the probes would share their mistakes"));
  }

  @Test
  void openingJudgingAndReportingSendNothing() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "dev.plumbline.probe..",
                "dev.plumbline.client..",
                "dev.plumbline.probes..",
                "dev.plumbline.testbed..")
            .and()
            // It looks for free ports for the simulated device.
            .doNotHaveFullyQualifiedName("dev.plumbline.cli.device.DemoDossier")
            .and()
            // It looks for a free port to listen at.
            .doNotHaveFullyQualifiedName("dev.plumbline.workbench.Workbench")
            .and()
            // It tries whether the kernel drops what it should.
            .doNotHaveFullyQualifiedName("dev.plumbline.app.egress.Confinement")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                Socket.class,
                ServerSocket.class,
                DatagramSocket.class,
                SocketChannel.class,
                ServerSocketChannel.class,
                DatagramChannel.class,
                HttpURLConnection.class)
            .because(
                "a dossier of a stranger must send nothing before a run that a person starts"));
  }

  @Test
  void programsAreStartedInSixPlacesAlone() {
    check(
        noClasses()
            .that(
                describe(
                    "are not git, live captures, the test network, steps of a driver, the reader of"
                        + " PDFs and the start of a browser",
                    c -> !STARTERS.contains(c.getName().replaceFirst("[$].*", ""))))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class)
            .because("a dossier of a stranger must run nothing"));
    check(
        noClasses()
            .should()
            .callMethod(Runtime.class, "exec", String[].class)
            .orShould()
            .callMethod(Runtime.class, "exec", String.class)
            .because("a dossier of a stranger must run nothing"));
  }

  @Test
  void onlyTheCommandLineEndsTheProgram() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.cli..")
            .should()
            .callMethod(System.class, "exit", int.class)
            .because("a library that ends the process takes its caller's evidence with it"));
  }

  @Test
  void nobodyPrintsButTheCommandLine() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("dev.plumbline.cli..", "dev.plumbline.testbed..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what a device said must not reach a terminal unescaped"));
  }
}
