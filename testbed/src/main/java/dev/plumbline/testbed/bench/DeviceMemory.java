package dev.plumbline.testbed.bench;

import dev.plumbline.testbed.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a device remembers and how it behaves when something is done to it. Settings:
 *
 * <ul>
 *   <li>{@code settings}: names to values of the factory default
 *   <li>{@code stuck}: names of settings whose change is acknowledged and not made
 *   <li>{@code keepsSettings}: settings survive a loss of power (true)
 *   <li>{@code keepsPasswords}: so do passwords that were changed (true)
 *   <li>{@code worksOffline}: the main function goes on without the network (true)
 *   <li>{@code isolates}: its menu turns the radio off until the power was away (true)
 *   <li>{@code worksIsolated}: the main function goes on with the radio turned off (true)
 *   <li>{@code spare}: another unit that can take its place: its {@code serial}, and whether it
 *       {@code joins} the network (true)
 *   <li>{@code startsAlone}: it starts when the power comes back (true)
 *   <li>{@code erases}: deleting erases the user's data (true); {@code resetErases}: so does a
 *       reset; {@code cloudErases}: so does the service that it belongs to
 *   <li>{@code guardsFactoryDefault}: settings need a login before the set-up too (true)
 *   <li>{@code setUp}: what its set-up asks, see {@link SetUp}
 *   <li>{@code updates}: {@code key}, and whether it {@code verifies} the signature, over the
 *       {@code head} too, {@code refusesOlder} versions, {@code refusesOtherModels} (all true)
 *   <li>{@code card}: the same of images that come on a memory card; without it there is no such
 *       way
 *   <li>{@code boots}: whether it {@code verifies} what it starts (true)
 * </ul>
 *
 * <p>Safe for several threads.
 */
public final class DeviceMemory {
  private final Settings settings;
  private final String model;
  private final String serial;
  private final SetUp setUp;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> data = new ArrayList<>();
  private final List<String> cloud = new ArrayList<>();
  private String version;
  private Optional<FirmwareImage> flashed = Optional.empty();
  private String written = "";
  private boolean powered = true;
  private boolean running = true;
  private boolean connected = true;
  private boolean radioOff;
  private boolean replaced;
  private boolean lost;
  private boolean initialized = true;

  /**
   * @param model model, serial number and version in the factory
   */
  public DeviceMemory(Settings settings, String model, String serial, String version) {
    this.settings = settings;
    this.model = model;
    this.serial = serial;
    this.version = version;
    this.setUp = new SetUp(settings.child("setUp"));
    forget();
  }

  private void forget() {
    Settings factory = settings.child("settings");
    values.clear();
    factory.values().keySet().forEach(name -> values.put(name, factory.text(name, "")));
  }

  public synchronized Optional<String> setting(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public synchronized boolean change(String name, String value) {
    if (!values.containsKey(name)) {
      return false;
    }
    if (!settings.texts("stuck").contains(name)) {
      values.put(name, value);
    }
    return true;
  }

  public synchronized List<String> data() {
    return List.copyOf(data);
  }

  public synchronized void store(String text) {
    data.add(text);
  }

  public synchronized void erase() {
    if (settings.flag("erases", true)) {
      data.clear();
    }
  }

  /** Back to the factory default. */
  public synchronized void reset() {
    if (settings.flag("resetErases", true)) {
      data.clear();
    }
    forget();
    setUp.forget();
    initialized = false;
  }

  /** What its set-up asks next, as JSON; an empty decision where it is set up. */
  public synchronized String asks() {
    return initialized ? SetUp.NOTHING : setUp.asks();
  }

  /**
   * Answers what its set-up asks; with the last answer it is set up.
   *
   * @return whether that is an answer to it
   */
  public synchronized boolean decide(String name, String option) {
    boolean answered = !initialized && setUp.answer(name, option, this::change);
    initialized |= answered && setUp.next().isEmpty();
    return answered;
  }

  /** Goes through its set-up. */
  public synchronized void setUp() {
    initialized = true;
  }

  /** Whether it went through its set-up since the last reset. */
  public synchronized boolean initialized() {
    return initialized;
  }

  /** Whether anybody may change everything for now. */
  public synchronized boolean unguarded() {
    return !initialized && !settings.flag("guardsFactoryDefault", true);
  }

  /** What its user's account in the cloud service holds. */
  synchronized List<String> cloud() {
    return List.copyOf(cloud);
  }

  synchronized void upload(String text) {
    cloud.add(text);
  }

  synchronized void eraseCloud() {
    if (settings.flag("cloudErases", true)) {
      cloud.clear();
    }
  }

  public synchronized String version() {
    return version;
  }

  /** Takes an update that is handed to it; empty when it is installed, else why not. */
  public Optional<String> install(String content) {
    return install(content, settings.child("updates"));
  }

  /**
   * The same by a way with an examination of its own.
   *
   * @param updates as the setting of that name
   */
  public synchronized Optional<String> install(String content, Settings updates) {
    Optional<FirmwareImage> image = FirmwareImage.read(content);
    if (image.isEmpty()) {
      return Optional.of("no image");
    }
    String key = updates.text("key", "");
    boolean genuine =
        updates.flag("head", true) ? image.get().signedBy(key) : image.get().programSignedBy(key);
    if (updates.flag("verifies", true) && !genuine) {
      return Optional.of("signature missing or wrong");
    }
    if (updates.flag("refusesOtherModels", true) && !image.get().model().equals(model)) {
      return Optional.of("image is for another model");
    }
    if (updates.flag("refusesOlder", true) && image.get().olderThan(version)) {
      return Optional.of("image is older");
    }
    version = image.get().version();
    return Optional.empty();
  }

  /** Somebody puts a memory card with an image in; empty when it is installed, else why not. */
  synchronized Optional<String> insertCard(String content) {
    return running && settings.has("card")
        ? install(content, settings.child("card"))
        : Optional.of("nobody looks at the card");
  }

  /** Writes an image past the updater, as a programmer does; it is started at the next start. */
  synchronized boolean flash(String content) {
    flashed = FirmwareImage.read(content);
    written = flashed.isPresent() ? content : written;
    return flashed.isPresent();
  }

  /** What was written last past the updater. */
  synchronized String flashed() {
    return written;
  }

  private void boot() {
    if (flashed.isPresent()) {
      boolean good =
          !settings.child("boots").flag("verifies", true)
              || flashed.get().signedBy(settings.child("updates").text("key", ""));
      if (good) {
        version = flashed.get().version();
      }
      flashed = Optional.empty();
    }
  }

  /** Takes the power away or gives it back. */
  synchronized void power(boolean on) {
    if (powered && !on) {
      running = false;
      if (!settings.flag("keepsSettings", true)) {
        Map<String, String> set = Map.copyOf(values);
        forget();
        lost = !values.equals(set);
      }
    } else if (!powered && on) {
      boot();
      radioOff = false;
      running = settings.flag("startsAlone", true);
    }
    powered = on;
  }

  /** Whether its passwords went with the power. */
  public synchronized boolean lostPasswords() {
    return !powered && !settings.flag("keepsPasswords", true);
  }

  synchronized void network(boolean up) {
    connected = up;
  }

  /** Somebody chooses on its display to turn the radio off. */
  synchronized void turnRadioOff() {
    radioOff = running && settings.flag("isolates", true);
  }

  /** The spare unit takes its place and is set up, or it comes back itself. */
  public synchronized void replace(boolean bySpare) {
    replaced = bySpare;
    radioOff = false;
    running = powered;
  }

  public synchronized String serial() {
    return replaced ? settings.child("spare").text("serial", "") : serial;
  }

  /** Somebody presses its button. */
  synchronized void help() {
    running = powered;
  }

  synchronized boolean running() {
    return running;
  }

  /** Whether it answers on the network. */
  public synchronized boolean reachable() {
    boolean letIn = !replaced || settings.child("spare").flag("joins", true);
    return running && connected && !radioOff && letIn;
  }

  /** Whether it started with what it had. */
  synchronized boolean startedWell() {
    return running && !lost;
  }

  /** Whether the main function works. */
  synchronized boolean works() {
    boolean offline = !connected || radioOff;
    return running
        && (!offline || settings.flag("worksOffline", true))
        && (!radioOff || settings.flag("worksIsolated", true));
  }
}
