package dev.plumbline.probes.driven;

import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One mechanism of a {@link ScriptedDevice}: its own updater and its own switch. */
record ScriptedDeviceMechanism(ScriptedDevice rig, String row, boolean verifies)
    implements DeviceDriver {
  @Override
  public boolean offers(DriverAction action) {
    return rig.offers(action);
  }

  @Override
  public Set<String> settings() {
    return Set.of("automatic-updates");
  }

  @Override
  public Optional<byte[]> image(String name) {
    return rig.image(name);
  }

  @Override
  public Outage outage() {
    return rig.outage();
  }

  @Override
  public DriverResult perform(
      DriverAction action, Map<String, String> arguments, Optional<byte[]> file) {
    if (action == DriverAction.OFFER_UPDATE) {
      return rig.take(file.orElse(new byte[0]), verifies)
          ? new DriverResult.Done(Map.of())
          : new DriverResult.Refused("signature");
    }
    Map<String, String> own = new LinkedHashMap<>(arguments);
    own.computeIfPresent("name", (k, name) -> name + "@" + row);
    return rig.perform(action, own, file);
  }
}
