package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.version.Version;
import dev.plumbline.view.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/sbom.cdx.json, the bill of materials of Plumbline itself, made from what the build resolved
 * for the program to run with; {@code -Dplumbline.update=true} writes it anew.
 */
class SbomTest {
  private static final Path DOCUMENT = Path.of("../../docs/sbom.cdx.json");
  private static final Path RESOLVED = Path.of("target/third-party.list");
  private static final Path LICENCES = Path.of("../../docs/third-party.md");
  private static final Path CHECKSUMS = Path.of("../../.mvn/checksums/checksums.sha256");
  private static final Pattern DEPENDENCY =
      Pattern.compile("^\\s+([\\w.-]+):([\\w.-]+):jar:([\\w.-]+):(?:compile|runtime)\\b");
  private static final Pattern ROW =
      Pattern.compile("^\\| ([\\w.-]+:[\\w.-]+) \\| [\\w.-]+ \\| ([^|]+) \\|");
  private static final Map<String, String> LONG_NAMES =
      Map.of("Mozilla Public License Version 2.0", "MPL-2.0");

  @Test
  void theBillOfMaterialsIsWhatTheBuildResolved() throws IOException {
    String generated = Json.of(bill()) + "\n";
    if (Boolean.getBoolean("plumbline.update")) {
      Files.writeString(DOCUMENT, generated);
    }
    assertThat(Files.readString(DOCUMENT))
        .as("run the test with -Dplumbline.update=true to write it")
        .isEqualTo(generated);
  }

  @Test
  void noAddressStandsInIt() throws IOException {
    assertThat(Files.readString(DOCUMENT)).doesNotContain("://", "@localhost", "\"/");
  }

  private static Map<String, Object> bill() throws IOException {
    Map<String, String> licences = new TreeMap<>();
    matches(LICENCES, ROW).forEach(m -> licences.put(m.group(1), m.group(2).strip()));
    Map<String, String> checksums =
        Files.readAllLines(CHECKSUMS).stream()
            .map(line -> line.split(" {2}", 2))
            .collect(Collectors.toMap(cells -> cells[1], cells -> cells[0]));
    Map<String, Object> components = new TreeMap<>();
    for (Matcher m : matches(RESOLVED, DEPENDENCY)) {
      Map<String, Object> library = library(m.group(1), m.group(2), m.group(3), checksums);
      library.put("licenses", licence(known(licences, m.group(1) + ":" + m.group(2))));
      components.put(String.valueOf(library.get("purl")), library);
    }
    Map<String, Object> bill = new LinkedHashMap<>();
    bill.put("bomFormat", "CycloneDX");
    bill.put("specVersion", "1.6");
    bill.put("version", 1);
    bill.put("metadata", Map.of("component", program()));
    bill.put("components", List.copyOf(components.values()));
    return bill;
  }

  private static Map<String, Object> program() {
    Map<String, Object> program = new LinkedHashMap<>();
    program.put("type", "application");
    program.put("bom-ref", "plumbline");
    program.put("group", "dev.plumbline");
    program.put("name", "plumbline");
    program.put("version", Version.NUMBER);
    program.put("licenses", licence("Apache-2.0"));
    return program;
  }

  private static Map<String, Object> library(
      String group, String name, String version, Map<String, String> checksums) {
    String path =
        group.replace('.', '/') + "/" + name + "/" + version + "/" + name + "-" + version + ".jar";
    String purl = "pkg:maven/" + group + "/" + name + "@" + version + "?type=jar";
    Map<String, Object> library = new LinkedHashMap<>();
    library.put("type", "library");
    library.put("bom-ref", purl);
    library.put("group", group);
    library.put("name", name);
    library.put("version", version);
    Map<String, Object> hash = new LinkedHashMap<>();
    hash.put("alg", "SHA-256");
    hash.put("content", known(checksums, path));
    library.put("hashes", List.of(hash));
    library.put("purl", purl);
    return library;
  }

  private static String known(Map<String, String> all, String key) {
    assertThat(all).as("run tools/checksums and tools/licences").containsKey(key);
    return Objects.requireNonNull(all.get(key));
  }

  private static List<Map<String, Object>> licence(String written) {
    String expression =
        List.of(written.split(" or ")).stream()
            .map(name -> LONG_NAMES.getOrDefault(name, name))
            .collect(Collectors.joining(" OR "));
    return expression.contains(" ")
        ? List.of(Map.of("expression", expression))
        : List.of(Map.of("license", Map.of("id", expression)));
  }

  private static List<Matcher> matches(Path file, Pattern pattern) throws IOException {
    return Files.readAllLines(file).stream().map(pattern::matcher).filter(Matcher::find).toList();
  }
}
