package dev.plumbline.acceptance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.plumbline.acceptance.ProductClasses.check;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the product may do to the world around it, and where: each rule with its reason. */
class ConductTest {
  private static final Set<String> STARTERS =
      Set.of(
          "dev.plumbline.cli.ServeCommand",
          "dev.plumbline.app.git.GitCommand",
          "dev.plumbline.app.run.LiveCapture",
          "dev.plumbline.app.run.TestNetwork",
          "dev.plumbline.driver.ProgramCall",
          "dev.plumbline.exchange.original.PdfText");

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

  /** Nested classes count with the class that they stand in. */
  @Test
  void pipesOfProgramsAreReadOnThreadsOfTheSystem() {
    Set<String> withPrograms =
        ProductClasses.ALL.stream()
            .filter(
                c -> c.getDirectDependenciesFromSelf().stream().anyMatch(ConductTest::isProgram))
            .map(ConductTest::outermost)
            .collect(Collectors.toSet());
    assertThat(withPrograms).contains("dev.plumbline.driver.ProgramCall");
    check(
        noClasses()
            .that(describe("start programs", c -> withPrograms.contains(outermost(c))))
            .should()
            .callMethod(Thread.class, "ofVirtual")
            .orShould()
            .callMethod(Thread.class, "startVirtualThread", Runnable.class)
            .orShould()
            .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor")
            .because(
                "a virtual thread that waits for a pipe keeps its processor, and after half a"
                    + " minute nobody takes its place: a silent program would stop all probes and"
                    + " their time limits"));
  }

  private static boolean isProgram(Dependency dependency) {
    return dependency.getTargetClass().isEquivalentTo(Process.class);
  }

  private static String outermost(JavaClass c) {
    return c.getName().replaceFirst("[$].*", "");
  }
}
