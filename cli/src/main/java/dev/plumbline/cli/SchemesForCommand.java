package dev.plumbline.cli;

import dev.plumbline.app.Assessor;
import dev.plumbline.app.Workspace;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.scheme.SchemeCatalogue;
import dev.plumbline.catalogue.scheme.Schemes;
import dev.plumbline.engine.Assessment;
import dev.plumbline.engine.scheme.Eligibilities;
import dev.plumbline.engine.scheme.Eligibility;
import dev.plumbline.engine.scheme.NextLevel;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plumbline schemes for DIR}. */
@Command(
    name = "for",
    mixinStandardHelpOptions = true,
    description = {
      "Shows for each level of each scheme whether a product is eligible, and what is missing.",
      "Judges what is declared and what was seen; touches no device."
    },
    footer = {
      "",
      "Examples:",
      "  plumbline schemes for my-camera",
      "  plumbline schemes for my-camera --brief",
      "  plumbline schemes for my-camera --on 2027-12-11 --format json"
    })
final class SchemesForCommand implements Runnable {
  @Mixin
  @SuppressWarnings("NullAway.Init")
  private DossierArgument dossier;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private FormatOption format;

  @Mixin
  @SuppressWarnings("NullAway.Init")
  private PolicyOption policy;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description = "The day to ask for, such as 2027-12-11; today by default.")
  private Optional<LocalDate> on = Optional.empty();

  @Option(names = "--brief", description = "The matrix and the next levels only.")
  private boolean brief;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    Workspace workspace = dossier.sound(spec.commandLine().getErr());
    LocalDate day = on.orElseGet(() -> LocalDate.now(Clock.systemUTC()));
    Assessment assessment =
        new Assessor(workspace.catalogue()).judge(workspace.dossier(), policy.policy(), day);
    SchemeCatalogue schemes = Schemes.load();
    List<Eligibility> all =
        Eligibilities.of(schemes, editions(workspace.catalogue()), assessment, day);
    List<NextLevel> next = NextLevel.among(all);
    if (format.json()) {
      out.println(Json.of(EligibilityJson.of(assessment, schemes, day, all, next)));
      return;
    }
    EligibilityText text = new EligibilityText(all, next, Style.ofTerminal());
    out.println(
        Text.wrap(
            Text.safe(assessment.product().name())
                + " under "
                + assessment.catalogue().edition().document()
                + ", held against "
                + schemes.schemes().size()
                + " schemes on "
                + day
                + "; facts on schemes as of "
                + schemes.asOf()
                + ".",
            ""));
    text.matrix().forEach(out::println);
    text.next().forEach(out::println);
    if (!brief) {
      text.levels().forEach(out::println);
      text.provisions().forEach(out::println);
    }
  }

  private static Map<EditionId, Catalogue> editions(Catalogue own) {
    Map<EditionId, Catalogue> editions = new EnumMap<>(EditionId.class);
    for (EditionId id : EditionId.values()) {
      editions.put(id, own.edition().id() == id ? own : CatalogueLoader.load(id));
    }
    return editions;
  }
}
