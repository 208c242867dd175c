package dev.plumbline.reports;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.judging.Assessment;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.kit.CompleteFacts;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes reports, and makes what a format is given beside a result. */
final class Written {
  private Written() {}

  /** The bytes that a format writes, as text. */
  static String by(ReportFormat format, Assessment result) throws IOException {
    return by(format, result, context());
  }

  /** The same, with what the dossier holds. */
  static String by(ReportFormat format, Assessment result, ReportContext context)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(result, context, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  static ReportContext context() {
    return context(new Ixit(Map.of()), List.of());
  }

  /** A row of the IXIT with these cells, each a list. */
  static Ixit ixit(Map<String, List<String>> cells) {
    StringBuilder yaml = new StringBuilder("id: Row-1\n");
    cells.forEach((key, texts) -> yaml.append(key).append(": ").append(texts).append('\n'));
    Mapping row =
        (Mapping) YamlReader.read(yaml.toString(), "row.yaml", new Problems()).orElseThrow();
    Map<String, Cell> read = new LinkedHashMap<>();
    cells.keySet().forEach(k -> read.put(k, new Cell(k, row.get(k).orElseThrow())));
    return new Ixit(
        Map.of("28-LogIntf", List.of(new IxitEntry("28-LogIntf", "Row-1", read, Place.of("x")))));
  }

  /** An observation of the assessed version. */
  static Observation observed(
      String key, Map<String, Object> value, Map<String, Object> coverage, String version) {
    Stored whole = CompleteFacts.of(key, value, coverage);
    return new Observation(
        key,
        "DUT",
        Observation.Outcome.SEEN,
        whole.value(),
        whole.coverage(),
        "",
        new Observation.Source("openvex", "1", version, "A", "initialized", "r1", Results.AT),
        Optional.empty());
  }

  static ReportContext context(Ixit ixit, List<Observation> observations) {
    return new ReportContext(
        Results.AT,
        "Plumbline test",
        new Dossier(
            product("Camera"),
            new Ics(Map.of(), Map.of(), Map.of()),
            ixit,
            Map.of(),
            observations,
            List.of()),
        Map.of("product.yaml", Digest.of("product"), "result.json", Digest.of("result")),
        ref -> Optional.of("<b>bytes</b> \u001b[31mof the wire".getBytes(StandardCharsets.UTF_8)));
  }

  static Product product(String name) {
    return new Product(
        "3.1.3",
        "Example Devices",
        name,
        "M1",
        "H1",
        "1.0",
        "A",
        "initialized",
        "S1",
        "02:00:00:00:00:01",
        List.of(),
        Optional.empty(),
        List.of(),
        new Product.LoginBudget(0, 0),
        List.of(),
        List.of(),
        Place.of("product.yaml"));
  }
}
