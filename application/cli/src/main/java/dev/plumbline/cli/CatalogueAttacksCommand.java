package dev.plumbline.cli;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.Attack;
import dev.plumbline.catalogue.Attacks;
import dev.plumbline.catalogue.CryptoPolicies;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.exposure.Exposure;
import dev.plumbline.judging.exposure.Exposures;
import dev.plumbline.judging.exposure.FailingItems;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.view.ExposureText;
import dev.plumbline.view.Json;
import dev.plumbline.view.Style;
import dev.plumbline.view.Text;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline catalogue attacks}. */
@Command(
    name = "attacks",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the botnets that ETSI's deck names: ways in, provisions, units, probes.",
      "With --against: which of them a product leaves open, and what shows it."
    },
    footer = {"", "Example:", "  plumbline catalogue attacks --against my-camera"})
final class CatalogueAttacksCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private EditionOption edition;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description = "Hold them against what was observed of the product of this dossier.")
  private Optional<Path> against = Optional.empty();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    List<Attack> attacks = Attacks.load();
    if (against.isPresent()) {
      Workspace workspace = DossierArgument.usable(against.get(), spec.commandLine().getErr());
      Assessment result =
          new Assessor(workspace.catalogue())
              .judge(workspace.dossier(), CryptoPolicies.load(), LocalDate.now(Clock.systemUTC()));
      show(exposures(attacks, workspace), FailingItems.of(result, attacks), out);
      return;
    }
    if (format.json()) {
      out.println(Json.of(attacks.stream().map(this::json).toList()));
      return;
    }
    for (Attack attack : attacks) {
      out.println(
          attack.name()
              + " ("
              + attack.firstSeen()
              + ", confidence "
              + lower(attack.confidence())
              + ")");
      out.println(Text.wrap(attack.summary(), "  "));
      for (Attack.Vector v : attack.vectors()) {
        out.println(Text.wrap("- " + v.summary(), "    "));
        line(out, "ports", v.ports());
        line(out, "closed by", v.provisions().stream().map(ProvisionId::value).toList());
        line(out, "tested by", units(v));
        line(out, "seen by", v.probes().isEmpty() ? List.of("no probe yet") : v.probes());
      }
      out.println();
    }
  }

  private static List<Exposure> exposures(List<Attack> attacks, Workspace workspace) {
    return Exposures.of(
        attacks,
        Facts.of(
            workspace.catalogue(),
            workspace.dossier(),
            CryptoPolicies.load(),
            LocalDate.now(Clock.systemUTC())));
  }

  private void show(List<Exposure> exposures, FailingItems failing, PrintWriter out) {
    if (format.json()) {
      out.println(Json.of(ExposureText.json(exposures, failing)));
    } else {
      ExposureText.lines(exposures, failing, Style.ofTerminal()).forEach(out::println);
    }
  }

  private static void line(PrintWriter out, String name, List<String> values) {
    out.println(Text.wrap(String.format("%-10s ", name) + String.join(", ", values), "      "));
  }

  private List<String> units(Attack.Vector vector) {
    return vector.units().getOrDefault(edition.id(), List.of()).stream()
        .map(UnitId::value)
        .toList();
  }

  private Map<String, Object> json(Attack attack) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", attack.id());
    json.put("name", attack.name());
    json.put("firstSeen", attack.firstSeen());
    json.put("summary", attack.summary());
    json.put("confidence", lower(attack.confidence()));
    json.put("sources", attack.sources());
    json.put("vectors", attack.vectors().stream().map(this::vector).toList());
    return json;
  }

  private Map<String, Object> vector(Attack.Vector v) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", v.id());
    json.put("summary", v.summary());
    json.put("ports", v.ports());
    json.put("provisions", v.provisions().stream().map(ProvisionId::value).toList());
    json.put("units", units(v));
    json.put("probes", v.probes());
    return json;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
