package dev.plumbline.probe.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.probe.Probe;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class ProbeScaffoldTest {
  @TempDir private Path root;

  @BeforeEach
  void makeProject() throws IOException {
    Files.createDirectories(root.resolve("gathering/probes"));
  }

  @Test
  void theFolderCompilesAndItsTestFailsInOnePlaceOnly() throws Exception {
    ProbeScaffold.Written written = ProbeScaffold.write(root, "mqtt-anonymous-connect");
    Path classes = Files.createDirectory(root.resolve("classes"));
    compile(written.files(), classes);
    Path yaml = Path.of("dev/plumbline/probes/mqttanonymousconnect/probe.yaml");
    Files.copy(
        root.resolve("gathering/probes/src/main/resources").resolve(yaml), classes.resolve(yaml));
    TestExecutionSummary summary =
        run(classes, "dev.plumbline.probes.mqttanonymousconnect.MqttAnonymousConnectProbeTest");
    assertThat(summary.getTestsSucceededCount()).isGreaterThan(20);
    assertThat(summary.getFailures())
        .extracting(f -> f.getTestIdentifier().getDisplayName())
        .containsExactly("whatTheDeviceAnswersIsRecorded()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "one", "Two-Words", "two_words", "../x-y", "a--b", "x-y/z"})
  void anImpossibleNameIsRefused(String name) {
    assertThatThrownBy(() -> ProbeScaffold.write(root, name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mqtt-anonymous-connect");
  }

  @Test
  void theProbeIsFoundAmongTheOthers() throws IOException {
    Path folder = root.resolve("gathering/probes/src/main/resources/META-INF/services");
    Path services = Files.createDirectories(folder).resolve("dev.plumbline.probe.Probe");
    Files.writeString(services, "dev.plumbline.probes.a.AProbe\ndev.plumbline.probes.z.ZProbe\n");
    ProbeScaffold.write(root, "two-words");
    assertThat(services)
        .hasContent(
            """
            dev.plumbline.probes.a.AProbe
            dev.plumbline.probes.twowords.TwoWordsProbe
            dev.plumbline.probes.z.ZProbe
            """);
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    ProbeScaffold.write(root, "two-words");
    assertThatThrownBy(() -> ProbeScaffold.write(root, "two-words"))
        .hasMessageContaining("exists already");
  }

  @Test
  void anotherDirectoryIsRefused() {
    assertThatThrownBy(() -> ProbeScaffold.write(root.resolve("gathering"), "two-words"))
        .hasMessageContaining("not the directory of the project");
  }

  private void compile(List<Path> files, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var sources =
          manager.getJavaFileObjectsFromPaths(
              files.stream()
                  .filter(f -> f.toString().endsWith(".java"))
                  .map(root::resolve)
                  .toList());
      boolean ok =
          compiler
              .getTask(
                  said,
                  manager,
                  null,
                  List.of(
                      "-d",
                      classes.toString(),
                      "-cp",
                      System.getProperty("java.class.path"),
                      "-proc:none"),
                  null,
                  sources)
              .call();
      assertThat(ok).as(said.toString()).isTrue();
    }
  }

  private static TestExecutionSummary run(Path classes, String test) throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, Probe.class.getClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(DiscoverySelectors.selectClass(loader.loadClass(test)))
              .build();
      SummaryGeneratingListener listener = new SummaryGeneratingListener();
      LauncherFactory.create().execute(request, listener);
      return Objects.requireNonNull(listener.getSummary());
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
