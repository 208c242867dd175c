package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.Reports;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.run.ProbeRunner;
import dev.plumbline.reports.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing half-added can be merged: what is written is also installed, described and tested. */
class CompletenessTest {
  @Test
  void everyProbeIsInstalledAndDescribed() throws IOException {
    List<Probe> installed = ProbeRunner.installed();
    assertThat(names(installed)).isEqualTo(implementations("gathering/probes", "Probe"));
    for (Probe probe : installed) {
      String folder = probe.getClass().getPackageName().replace('.', '/');
      assertThat(Repository.at("gathering/probes/src/main/resources/" + folder + "/probe.yaml"))
          .exists();
      assertThat(tests("gathering/probes"))
          .anyMatch(t -> t.startsWith(probe.getClass().getSimpleName()));
    }
  }

  @Test
  void everyCheckIsInstalled() throws IOException {
    assertThat(names(Checks.load().all())).isEqualTo(implementations("judging/checks", "Check"));
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void everyCheckDecidesUnitsThatTheEditionHas(EditionId edition) {
    Catalogue catalogue = CatalogueLoader.load(edition);
    assertThat(catalogue.units().keySet()).containsAll(Checks.load().decided(catalogue));
  }

  @Test
  void everyReportFormatIsInstalledAndTested() throws IOException {
    List<ReportFormat> installed = Reports.formats();
    assertThat(names(installed)).isEqualTo(implementations("reporting/reports", "ReportFormat"));
    for (ReportFormat format : installed) {
      assertThat(tests("reporting/reports"))
          .anyMatch(t -> t.startsWith(format.getClass().getSimpleName()));
    }
    assertThat(installed).extracting(ReportFormat::id).doesNotHaveDuplicates();
    assertThat(installed).extracting(ReportFormat::fileName).doesNotHaveDuplicates();
  }

  /** One class a module holds all its importers to the contract of hostile files. */
  @Test
  void everyModuleWithImportersIsUnderHostileFiles() throws IOException {
    Pattern held = Pattern.compile("\\bclass \\w+ extends HostileFileContract\\b");
    List<String> modules = new ArrayList<>();
    for (Path index : SourceTree.texts("")) {
      if (index.endsWith("src/main/resources/META-INF/services/dev.plumbline.importing.Importer")) {
        modules.add(moduleOf(index));
      }
    }
    assertThat(modules).hasSizeGreaterThanOrEqualTo(3);
    for (String module : modules) {
      boolean any = false;
      for (Path test : SourceTree.texts(module + "/src/test/java")) {
        any |= held.matcher(Files.readString(test)).find();
      }
      assertThat(any).as(module).isTrue();
    }
  }

  private static String moduleOf(Path file) {
    return String.valueOf(
        Repository.at("")
            .toAbsolutePath()
            .relativize(file.toAbsolutePath().normalize())
            .subpath(0, 2));
  }

  private static Set<String> names(List<?> installed) {
    return installed.stream()
        .map(o -> o.getClass().getSimpleName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The classes of a module that say in their source that they implement a service. */
  private static Set<String> implementations(String module, String service) throws IOException {
    Pattern declared =
        Pattern.compile("\\bclass (\\w+)[^{]*\\bimplements\\b[^{]*\\b" + service + "\\b[^{]*\\{");
    Set<String> found = new TreeSet<>();
    for (Path file : SourceTree.texts(module + "/src/main/java")) {
      declared.matcher(Files.readString(file)).results().forEach(m -> found.add(m.group(1)));
    }
    return found;
  }

  private static Set<String> tests(String module) throws IOException {
    Path root = Repository.at(module + "/src/test/java");
    if (!Files.isDirectory(root)) {
      return Set.of();
    }
    return SourceTree.texts(module + "/src/test/java").stream()
        .map(SourceTree::name)
        .filter(n -> n.endsWith(".java"))
        .map(n -> n.substring(0, n.length() - ".java".length()))
        .collect(Collectors.toSet());
  }
}
