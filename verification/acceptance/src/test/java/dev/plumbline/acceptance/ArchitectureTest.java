package dev.plumbline.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.plumbline.acceptance.ProductClasses.check;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md, each with its reason. */
class ArchitectureTest {
  private static final List<String> COMMANDS_KNOW =
      List.of(
          "dev.plumbline.cli",
          "dev.plumbline.view",
          "dev.plumbline.app",
          "dev.plumbline.workbench",
          "dev.plumbline.core",
          "dev.plumbline.testbed");

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
        ProductClasses.ALL.stream()
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
}
