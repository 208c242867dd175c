package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The dossiers in {@code examples/} speak about the devices that the testbed runs. */
final class ExamplesFitTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  static List<String> names() {
    return DeviceSpec.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void dossierNamesTheDeviceItsAddressAndPages(String name) throws IOException {
    DeviceSpec spec = DeviceSpec.named(name);
    Settings facts = spec.base().child("facts");
    Settings file = yaml(EXAMPLES.resolve(name).resolve("product.yaml"));
    Settings product = file.child("product");
    Settings test = file.child("test");
    assertThat(product.required("model")).isEqualTo(facts.required("model"));
    assertThat(product.required("softwareVersion")).isEqualTo(facts.required("version"));
    assertThat(product.required("serial")).isEqualTo(facts.required("serial"));
    assertThat(product.required("mac")).isEqualTo(facts.required("mac"));
    assertThat(test.list("targets").getFirst().required("address")).isEqualTo(spec.address());
    assertThat(test.texts("publicPages"))
        .containsExactly(spec.vendorAddress() + ":" + spec.base().child("vendor").required("port"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void samplesAreThePasswordsOfTheUnits(String name) throws IOException {
    Set<String> expected = new TreeSet<>();
    DeviceSpec.named(name)
        .units()
        .forEach(
            (serial, unit) ->
                expected.add(
                    String.join(
                        ",",
                        serial,
                        unit.required("mac"),
                        unit.required("user"),
                        unit.required("password"))));
    Path file = EXAMPLES.resolve(name).resolve("samples.csv");
    Set<String> listed = new TreeSet<>();
    if (Files.exists(file)) {
      Files.readAllLines(file).stream()
          .skip(1)
          .forEach(line -> listed.add(line.substring(line.indexOf(',') + 1)));
    }
    assertThat(listed).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("names")
  void contradictedStatementsStandInTheDossier(String name) throws IOException {
    for (DeviceSpec.Contradicted c : DeviceSpec.named(name).contradictions()) {
      String[] parts = c.statement().split("/", 2);
      Settings table = yaml(EXAMPLES.resolve(name).resolve("ixit").resolve(parts[0] + ".yaml"));
      Settings row =
          parts.length == 1
              ? table.child("record")
              : table.list("entries").stream()
                  .filter(r -> r.required("id").equals(parts[1]))
                  .findFirst()
                  .orElse(Settings.NONE);
      assertThat(row.values()).as(c.toString()).containsKey(c.cell());
    }
  }

  private static Settings yaml(Path file) throws IOException {
    return Settings.of(
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
  }
}
