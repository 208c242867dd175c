package dev.plumbline.probes.driven;

import dev.plumbline.core.Digest;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.run.DriverSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A device of a few lines with its driver: settings, one version, one port. Images are texts {@code
 * good VERSION}; anything else is altered. Each of its faults is a method.
 */
public final class ScriptedDevice implements DeviceDriver, AutoCloseable {
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Map<String, String> factory = new LinkedHashMap<>();
  private final Map<DriverAction, DriverResult> forced = new EnumMap<>(DriverAction.class);
  private final Set<DriverAction> absent = EnumSet.noneOf(DriverAction.class);
  private final Set<String> stuck = new java.util.HashSet<>();
  private final Map<String, String> images = new LinkedHashMap<>();
  private final List<DriverAction> done = new ArrayList<>();
  private final Set<String> handed = new TreeSet<>();
  private final ScriptedDeviceData data = new ScriptedDeviceData();
  private final Map<String, DeviceDriver> mechanisms = new LinkedHashMap<>();
  private final ScriptedDevicePort port;
  private volatile String version = "1.0.0";
  private Optional<String> flashed = Optional.empty();
  private boolean verifies = true;
  private boolean bootVerifies = true;
  private boolean forgets;
  private boolean worksOffline = true;
  private boolean online = true;
  private boolean running = true;
  private boolean parrots;
  private int sound = Integer.MAX_VALUE;
  private boolean failsOnce;
  private boolean returns;
  private boolean staysOff;
  private boolean staysOn;
  private boolean resists;
  private boolean lostReplacement;
  private boolean keptReplacement;
  private String serial = "SN-0001";

  private ScriptedDevice(ScriptedDevicePort port) {
    this.port = port;
  }

  /** A sound device at any free port of an address. */
  public static ScriptedDevice at(String address) {
    ScriptedDevice rig = new ScriptedDevice(ScriptedDevicePort.at(address));
    for (String name : List.of("automatic-updates", "update-notifications")) {
      rig.settings.put(name, "on");
      rig.factory.put(name, "on");
    }
    rig.images.put("current", "good 1.0.0");
    rig.images.put("newer", "good 1.1.0");
    rig.images.put("older", "old 0.9.0");
    rig.images.put("other-model", "other 1.1.0");
    rig.images.put("relabelled", "relabelled 1.1.0");
    return rig;
  }

  /** Has a mechanism of its own, with its own switch of automatic updates. */
  public ScriptedDevice mechanism(String row, boolean verifiesThere, boolean onThere) {
    mechanisms.put(row, new ScriptedDeviceMechanism(this, row, verifiesThere));
    settings.put("automatic-updates@" + row, onThere ? "on" : "off");
    return this;
  }

  public int port() {
    return port.number();
  }

  public DriverSource source() {
    return ground -> this;
  }

  public ScriptedDevice off(String setting) {
    settings.put(setting, "off");
    return this;
  }

  /** The setting acknowledges a change and stays. */
  public ScriptedDevice stuck(String setting) {
    stuck.add(setting);
    return this;
  }

  public ScriptedDevice without(DriverAction action) {
    absent.add(action);
    return this;
  }

  public ScriptedDevice without(String image) {
    images.remove(image);
    return this;
  }

  /** The action always ends so. */
  public ScriptedDevice with(DriverAction action, DriverResult result) {
    forced.put(action, result);
    return this;
  }

  public ScriptedDevice takingAnyImage() {
    verifies = false;
    return this;
  }

  public ScriptedDevice startingAnyImage() {
    bootVerifies = false;
    return this;
  }

  public ScriptedDevice forgetting() {
    forgets = true;
    return this;
  }

  public ScriptedDevice failingOffline() {
    worksOffline = false;
    return this;
  }

  public ScriptedDevice stayingOff() {
    staysOff = true;
    return this;
  }

  /** Readings that say the same whatever the device does. */
  public ScriptedDevice parroting() {
    parrots = true;
    return this;
  }

  /** Says its version so often, then another one at each look. */
  public ScriptedDevice babblingAfter(int looks) {
    sound = looks;
    return this;
  }

  /** Only the first start fails. */
  public ScriptedDevice failingToStartOnce() {
    staysOff = true;
    failsOnce = true;
    return this;
  }

  /** Restarts where it should lose its network: gone for a moment, back when it is read. */
  public ScriptedDevice returningAtOnce() {
    returns = true;
    return this;
  }

  /** A switch that switches something else. */
  public ScriptedDevice stayingOn() {
    staysOn = true;
    return this;
  }

  /** Says that it is isolated, and is not. */
  public ScriptedDevice resistingIsolation() {
    resists = true;
    return this;
  }

  /** The unit that takes its place never joins the network. */
  public ScriptedDevice losingItsReplacement() {
    lostReplacement = true;
    return this;
  }

  /** The unit that took its place stays there. */
  public ScriptedDevice keepingItsReplacement() {
    keptReplacement = true;
    return this;
  }

  /** The action acknowledges and deletes nothing. */
  public ScriptedDevice keepingDataAt(DriverAction action) {
    data.keep(action);
    return this;
  }

  /** What is deleted is there again after the next start. */
  public ScriptedDevice hidingDataUntilRestart() {
    data.hide();
    return this;
  }

  public ScriptedDevice showingNoData() {
    data.beBlind();
    return this;
  }

  public String setting(String name) {
    return settings.getOrDefault(name, "");
  }

  /** The names that images were handed over by. */
  public Set<String> handed() {
    return handed;
  }

  public List<DriverAction> done() {
    return done;
  }

  @Override
  public boolean offers(DriverAction action) {
    return !absent.contains(action);
  }

  @Override
  public Set<String> settings() {
    return settings.keySet();
  }

  @Override
  public Optional<byte[]> image(String name) {
    return Optional.ofNullable(images.get(name))
        .map(i -> (i + ScriptedDeviceImage.FILLER).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Outage outage() {
    return new Outage(Duration.ofMillis(3), Duration.ofMillis(sound < Integer.MAX_VALUE ? 1 : 600));
  }

  @Override
  public Map<String, DeviceDriver> mechanisms() {
    return mechanisms;
  }

  @Override
  public Map<String, List<DriverAction>> deletions() {
    return Map.of(
        "DelFunc-1", List.of(DriverAction.DELETE_DATA, DriverAction.FACTORY_RESET),
        "DelFunc-2", List.of(DriverAction.DELETE_SERVICE_DATA));
  }

  @Override
  public DriverResult perform(
      DriverAction action, Map<String, String> arguments, Optional<byte[]> file) {
    done.add(action);
    file.ifPresent(f -> handed.add(arguments.getOrDefault("image", "")));
    if (forced.containsKey(action) || absent.contains(action)) {
      return forced.getOrDefault(action, new DriverResult.Missing(action.word()));
    }
    String name = arguments.getOrDefault("name", "");
    switch (action) {
      case READ_SETTING -> {
        return new DriverResult.Done(Map.of("value", parrots ? "on" : setting(name)));
      }
      case SET_SETTING -> {
        if (!stuck.contains(name)) {
          settings.put(name, arguments.getOrDefault("value", ""));
        }
      }
      case READ_STATE -> {
        return state(arguments.getOrDefault("topic", ""));
      }
      case CREATE_DATA -> data.store(arguments.getOrDefault("marker", ""));
      case CREATE_SERVICE_DATA -> data.storeAtService(arguments.getOrDefault("marker", ""));
      case DELETE_DATA, FACTORY_RESET -> data.delete(action);
      case DELETE_SERVICE_DATA -> data.deleteAtService(action);
      case OFFER_UPDATE -> {
        if (!take(file.orElse(new byte[0]))) {
          return new DriverResult.Refused("signature");
        }
      }
      case WRITE_FLASH -> flashed = file.map(f -> new String(f, StandardCharsets.UTF_8));
      case READ_FLASH -> {
        return new DriverResult.Done(Map.of("sha256", Digest.of(flashed.orElse("")).hex()));
      }
      case POWER_OFF -> {
        running = false;
        switchPort(false);
      }
      case PRESS_BUTTON -> {
        running = true;
        switchPort(true);
      }
      case POWER_ON -> boot();
      case CUT_NETWORK -> goOnline(false);
      case ISOLATE -> goOnline(resists);
      case RESTORE_NETWORK, END_ISOLATION -> {
        goOnline(true);
        switchPort(!staysOff);
      }
      case REPLACE_DEVICE -> {
        serial = "SN-0002";
        goOnline(!lostReplacement);
      }
      case PUT_BACK_DEVICE -> {
        serial = keptReplacement ? serial : "SN-0001";
        goOnline(true);
      }
      default -> {}
    }
    return new DriverResult.Done(Map.of());
  }

  /** The updater: whether it installs the image. */
  public boolean take(byte[] image) {
    return take(image, verifies);
  }

  boolean take(byte[] image, boolean verifiesThere) {
    String content = new String(image, StandardCharsets.UTF_8);
    if (verifiesThere && !ScriptedDeviceImage.isGenuine(content)) {
      return false;
    }
    version = ScriptedDeviceImage.version(content);
    return true;
  }

  private void goOnline(boolean on) {
    online = on;
    switchPort(on);
  }

  private DriverResult state(String topic) {
    if (!running && !parrots) {
      return new DriverResult.Errored("nothing without power");
    }
    String works = online || worksOffline ? "works" : "fails";
    if (!online && returns) {
      switchPort(true);
    }
    String said = sound-- > 0 ? version : "9.9." + -sound;
    return new DriverResult.Done(
        switch (topic) {
          case "data" -> Map.of(topic, data.shown());
          case "service-data" -> Map.of(topic, data.shownByService());
          default ->
              Map.of(
                  "software-version",
                  said,
                  "serial-number",
                  parrots ? "SN-0001" : serial,
                  "function",
                  works,
                  "ResMech-1",
                  works,
                  "on-network",
                  online ? "yes" : "no");
        });
  }

  private void boot() {
    data.restart();
    flashed
        .filter(f -> !bootVerifies || ScriptedDeviceImage.isGenuine(f))
        .ifPresent(f -> version = ScriptedDeviceImage.version(f));
    flashed = Optional.empty();
    if (forgets) {
      settings.putAll(factory);
    }
    running = !staysOff;
    switchPort(running);
    staysOff &= !failsOnce;
  }

  private void switchPort(boolean on) {
    if (on || !staysOn) {
      port.turn(on);
    }
  }

  @Override
  public void close() {
    switchPort(false);
  }
}
