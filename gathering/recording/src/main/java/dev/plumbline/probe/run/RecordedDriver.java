package dev.plumbline.probe.run;

import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.trial.Outage;
import dev.plumbline.probe.AccessPlace;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.UserDecision;
import dev.plumbline.probe.Visit;
import dev.plumbline.recording.Redactor;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A driver whose every action is written down, and that does no more than its probe declares and
 * its run allows.
 */
final class RecordedDriver implements DeviceDriver {
  /** Arguments and values that no record may hold. */
  private static final Set<String> SECRET =
      Set.of("password", "new-password", "old-password", "token", "session", "secret");

  private final DeviceDriver driver;

  /** The mechanism by which it goes, as the record shows it; empty for no one in particular. */
  private final String by;

  private final Intrusiveness most;
  private final Redactor redactor;
  private final Clock clock;
  private final Consumer<String> log;

  RecordedDriver(
      DeviceDriver driver,
      Intrusiveness most,
      Redactor redactor,
      Clock clock,
      Consumer<String> log) {
    this(driver, "", most, redactor, clock, log);
  }

  private RecordedDriver(
      DeviceDriver driver,
      String by,
      Intrusiveness most,
      Redactor redactor,
      Clock clock,
      Consumer<String> log) {
    this.driver = driver;
    this.by = by;
    this.most = most;
    this.redactor = redactor;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public boolean offers(DriverAction action) {
    return driver.offers(action) && action.intrusiveness().compareTo(most) <= 0;
  }

  @Override
  public Set<String> settings() {
    return driver.settings();
  }

  @Override
  public Optional<byte[]> image(String name) {
    return driver.image(name);
  }

  @Override
  public Outage outage() {
    return driver.outage();
  }

  @Override
  public List<AccessPlace> places() {
    return driver.places();
  }

  @Override
  public Map<String, List<DriverAction>> deletions() {
    return driver.deletions();
  }

  @Override
  public List<UserDecision> decisions() {
    return driver.decisions();
  }

  @Override
  public Map<String, DeviceDriver> mechanisms() {
    Map<String, DeviceDriver> recorded = new LinkedHashMap<>();
    driver
        .mechanisms()
        .forEach(
            (row, bound) ->
                recorded.put(
                    row,
                    new RecordedDriver(bound, " by " + oneLine(row), most, redactor, clock, log)));
    return recorded;
  }

  @Override
  public Visit visit(Optional<Credential> as) {
    as.ifPresent(c -> redactor.add(c.password()));
    String who = as.map(Credential::user).orElse("nobody");
    return new RecordedVisit(
        driver.visit(as),
        line -> log.accept(redactor.text(clock.instant() + " " + line + " as " + oneLine(who))));
  }

  @Override
  public DriverResult perform(
      DriverAction action, Map<String, String> arguments, Optional<byte[]> file)
      throws InterruptedException {
    if (action.intrusiveness().compareTo(most) > 0) {
      throw new IllegalArgumentException(
          action.word() + " is more intrusive than the probe declares to be");
    }
    arguments.forEach((name, value) -> hide(name, value));
    String asked = clock.instant() + " " + action.word() + by + shown(arguments);
    String handed = file.map(f -> " with a file of " + f.length + " bytes").orElse("");
    DriverResult result = driver.perform(action, arguments, file);
    if (result instanceof DriverResult.Done d) {
      d.values().forEach((name, value) -> hide(name, value));
      log.accept(redactor.text(asked + handed + ": done" + shown(d.values())));
    } else {
      log.accept(redactor.text(asked + handed + ": " + result.reason()));
    }
    return result;
  }

  private void hide(String name, String value) {
    if (SECRET.contains(name)) {
      redactor.add(value);
    }
  }

  private static String shown(Map<String, String> texts) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(texts)
        .forEach(
            (name, value) ->
                text.append(' ')
                    .append(name)
                    .append('=')
                    .append(SECRET.contains(name) ? Redactor.MASK : oneLine(value)));
    return text.toString();
  }

  private static String oneLine(String value) {
    String clean = value.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
    return clean.length() <= 200 ? clean : clean.substring(0, 197) + "...";
  }
}
