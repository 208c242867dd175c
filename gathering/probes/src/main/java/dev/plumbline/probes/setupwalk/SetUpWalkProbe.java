package dev.plumbline.probes.setupwalk;

import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.observation.trial.SetupDecision;
import dev.plumbline.observation.trial.SetupWalk;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.List;
import java.util.Optional;

/** Goes through the set-up as its user would, by more than one way, and tells what it asks. */
public final class SetUpWalkProbe implements Probe {

  private static final List<DriverAction> NEEDED =
      List.of(
          DriverAction.FACTORY_RESET,
          DriverAction.NEXT_DECISION,
          DriverAction.DECIDE,
          DriverAction.READ_STATE,
          DriverAction.SET_UP);

  private final ProbeSpec spec = ProbeSpec.load(SetUpWalkProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    List<IxitEntry> rows = context.ixit().entries(TableRole.USER_DECISIONS);
    Optional<String> hindrance = hindrance(context);
    if (hindrance.isPresent()) {
      nothing(context, rows, hindrance.get());
      return;
    }
    DeviceDriver driver = context.driver().orElseThrow();
    SetUpPaths ways = new SetUpPaths(context, driver, rows);
    SetUpWalk walk = ways.first();
    hindrance = walk.obstacle();
    if (hindrance.isPresent()) {
      nothing(context, rows, hindrance.get());
      return;
    }
    try {
      hindrance = walk.begin();
      if (hindrance.isPresent()) {
        nothing(context, rows, hindrance.get());
        return;
      }
      ways.take(walk);
      tell(context, rows, ways);
    } finally {
      walk.leave();
    }
  }

  private static Optional<String> hindrance(ProbeContext context) {
    if (context.driver().isEmpty()) {
      return Optional.of(DriverResult.needed("a driver.yaml in the dossier"));
    }
    DeviceDriver driver = context.driver().get();
    return NEEDED.stream()
        .filter(a -> !driver.offers(a))
        .findFirst()
        .map(a -> DriverResult.needed("the action " + a.word() + " in driver.yaml"));
  }

  private static void nothing(ProbeContext context, List<IxitEntry> rows, String reason) {
    context.undetermined(SetupWalk.class, "DUT", reason);
    rows.forEach(r -> context.undetermined(SetupDecision.class, r.subject(), reason));
  }

  private static void tell(ProbeContext context, List<IxitEntry> rows, SetUpPaths ways) {
    if (ways.met().isEmpty()) {
      context.undetermined(
          SetupWalk.class, "DUT", ways.trouble().orElse("the set-up asked nothing"));
    } else {
      context.seen(
          "DUT",
          new SetupWalk(
              ways.met(), ways.trouble().isEmpty(), ways.taken(), ways.gap().stream().toList()));
    }
    for (IxitEntry row : rows) {
      if (ways.decision(row).isEmpty()) {
        context.undetermined(
            SetupDecision.class,
            row.subject(),
            DriverResult.needed(row.id() + " in 'decisions' of driver.yaml"));
      } else {
        row(context, row, ways);
      }
    }
  }

  private static void row(ProbeContext context, IxitEntry row, SetUpPaths ways) {
    Optional<SetupDecision> told = ways.told(row);
    if (told.isPresent()) {
      context.seen(row.subject(), told.get());
    } else if (ways.gap().isPresent()) {
      context.undetermined(
          SetupDecision.class,
          row.subject(),
          "it was not asked as far as the set-up went: " + ways.gap().get());
    } else if (ways.unnamed().isPresent()) {
      context.undetermined(
          SetupDecision.class,
          row.subject(),
          "the set-up asks '"
              + ways.unnamed().get()
              + "', which driver.yaml gives no row; it may be this one");
    } else {
      context.seen(row.subject(), SetupDecision.notAsked());
    }
  }
}
