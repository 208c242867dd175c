package dev.plumbline.probes.deletion;

import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.observation.trial.DataCreated;
import dev.plumbline.observation.trial.DeletionTrial;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stores a marker, deletes it by each declared way, and looks whether it is gone. */
public final class DeletionProbe implements Probe {

  private final ProbeSpec spec = ProbeSpec.load(DeletionProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    List<IxitEntry> rows = context.ixit().entries(TableRole.DELETION_FUNCTIONS);
    if (rows.isEmpty()) {
      context.undetermined(
          DeletionTrial.class,
          "DUT",
          "the dossier has no row of " + context.ixit().name(TableRole.DELETION_FUNCTIONS));
      return;
    }
    Optional<DeviceDriver> driver = context.driver();
    List<DataCreated.Marker> created = new ArrayList<>();
    for (IxitEntry row : rows) {
      if (driver.isEmpty()) {
        context.undetermined(
            DeletionTrial.class,
            row.subject(),
            DriverResult.needed("a driver.yaml in the dossier"));
      } else {
        row(context, driver.get(), row, created);
      }
    }
    if (created.isEmpty()) {
      context.undetermined(DataCreated.class, "DUT", "the driver stored nothing");
    } else {
      context.seen("DUT", new DataCreated(created, rows.stream().map(IxitEntry::id).toList()));
    }
  }

  private static void row(
      ProbeContext context, DeviceDriver driver, IxitEntry row, List<DataCreated.Marker> created)
      throws InterruptedException {
    List<DriverAction> ways = driver.deletions().getOrDefault(row.id(), List.of());
    if (ways.isEmpty()) {
      context.undetermined(
          DeletionTrial.class,
          row.subject(),
          DriverResult.needed(row.id() + " in 'deletions' of driver.yaml"));
      return;
    }
    List<DeletionTrial.Trial> trials = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (DriverAction way : ways) {
      context.progress(row.id() + " by " + way.word(), 0.5);
      MarkerDeletion deletion = new MarkerDeletion(context, driver, way);
      Optional<String> hindrance = deletion.run();
      deletion.created().ifPresent(created::add);
      if (hindrance.isEmpty()) {
        deletion.trial().ifPresent(trials::add);
      } else {
        gaps.add(way.word() + ": " + hindrance.get());
      }
    }
    if (trials.isEmpty()) {
      context.undetermined(DeletionTrial.class, row.subject(), String.join("; ", gaps));
    } else {
      context.seen(row.subject(), new DeletionTrial(trials, true, gaps));
    }
  }
}
