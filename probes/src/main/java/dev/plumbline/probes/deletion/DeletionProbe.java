package dev.plumbline.probes.deletion;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores a marker, deletes it by each declared way, and looks whether it is gone. */
public final class DeletionProbe implements Probe {
  private static final String KEY = "deletion.trial";
  private static final String CREATED = "data.created";
  private static final String TABLE = "25-DelFunc";

  private final ProbeSpec spec = ProbeSpec.load(DeletionProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    List<IxitEntry> rows = context.ixit().entries(TABLE);
    if (rows.isEmpty()) {
      context.undetermined(KEY, "DUT", "the dossier has no row of " + TABLE);
      return;
    }
    Optional<DeviceDriver> driver = context.driver();
    List<Map<String, Object>> created = new ArrayList<>();
    for (IxitEntry row : rows) {
      if (driver.isEmpty()) {
        context.undetermined(
            KEY, row.subject(), "the means is missing: a driver.yaml in the dossier");
      } else {
        row(context, driver.get(), row, created);
      }
    }
    if (created.isEmpty()) {
      context.undetermined(CREATED, "DUT", "the driver stored nothing");
    } else {
      context.seen(
          CREATED,
          "DUT",
          Map.of("stored", List.copyOf(created)),
          Map.of("rows", rows.stream().map(IxitEntry::id).toList()));
    }
  }

  private static void row(
      ProbeContext context, DeviceDriver driver, IxitEntry row, List<Map<String, Object>> created)
      throws InterruptedException {
    List<DriverAction> ways = driver.deletions().getOrDefault(row.id(), List.of());
    if (ways.isEmpty()) {
      context.undetermined(
          KEY,
          row.subject(),
          "the means is missing: " + row.id() + " in 'deletions' of driver.yaml");
      return;
    }
    List<Map<String, Object>> trials = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (DriverAction way : ways) {
      context.progress(row.id() + " by " + way.word(), 0.5);
      DeletionTrial trial = new DeletionTrial(context, driver, way);
      Optional<String> hindrance = trial.run();
      if (!trial.created().isEmpty()) {
        created.add(trial.created());
      }
      if (hindrance.isEmpty()) {
        trials.add(trial.value());
      } else {
        gaps.add(way.word() + ": " + hindrance.get());
      }
    }
    if (trials.isEmpty()) {
      context.undetermined(KEY, row.subject(), String.join("; ", gaps));
    } else {
      Map<String, Object> coverage = new LinkedHashMap<>();
      coverage.put("control", true);
      coverage.put("gaps", List.copyOf(gaps));
      context.seen(KEY, row.subject(), Map.of("trials", trials), coverage);
    }
  }
}
