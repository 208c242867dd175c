package dev.plumbline.app;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Problems;
import dev.plumbline.core.UnitId;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the tests showed of each unit: on simulated devices, or on declarations that its rule
 * accepts and refuses. The shipped files are what the last run of the tests gave, which fail when
 * they differ.
 *
 * @param all by edition and unit
 */
public record Proofs(Map<String, Proof> all) {
  /**
   * Verdicts of a unit.
   *
   * @param test that showed them
   * @param flaw the flaw that makes it fail; empty when none does
   * @param without verdict on the device without the flaw
   * @param with verdict with it; empty without a flaw
   * @param mute verdict on a device that answers nothing, or a dossier that declares nothing
   */
  public record Proof(String test, String flaw, String without, String with, String mute) {}

  public Proofs {
    all = Map.copyOf(all);
  }

  /** The shipped ones. */
  public static Proofs load() {
    Map<String, Proof> all = new LinkedHashMap<>();
    all.putAll(read("RuleProofTest", text("/dev/plumbline/judging/rules/proof.yaml")).all());
    all.putAll(read("BothWaysTest", text("proof.yaml")).all());
    return new Proofs(all);
  }

  private static String text(String file) {
    try (InputStream in = Proofs.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Proofs read(String test, String text) {
    Map<String, Proof> all = new LinkedHashMap<>();
    List<Mapping> units =
        YamlReader.read(text, "proof.yaml", new Problems())
            .filter(Mapping.class::isInstance)
            .map(n -> ((Mapping) n).mappings("units"))
            .orElse(List.of());
    for (Mapping unit : units) {
      all.put(
          unit.text("edition").orElse("") + " " + unit.text("unit").orElse(""),
          new Proof(
              test,
              unit.text("flaw").orElse(""),
              unit.text("without").orElse(""),
              unit.text("with").orElse(""),
              unit.text("mute").orElse("")));
    }
    return new Proofs(all);
  }

  /** What was shown of a unit; empty when nothing was. */
  public Optional<Proof> of(EditionId edition, UnitId unit) {
    return Optional.ofNullable(all.get(edition.version() + " " + unit));
  }
}
