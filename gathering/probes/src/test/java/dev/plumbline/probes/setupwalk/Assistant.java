package dev.plumbline.probes.setupwalk;

import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.UserDecision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A device whose set-up asks two things, with its driver. Each of its faults is a method. */
final class Assistant implements DeviceDriver {
  private final List<String> asks = new ArrayList<>(List.of("updates", "cloud"));
  private final Map<String, String> chosen = new LinkedHashMap<>(Map.of("cloud", "no"));
  private final Map<String, String> options =
      new LinkedHashMap<>(Map.of("updates", "[\"on\",\"off\"]", "cloud", "yes\nno"));
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Map<DriverAction, DriverResult> forced = new EnumMap<>(DriverAction.class);
  private final List<DriverAction> done = new ArrayList<>();
  private boolean initialized = true;
  private boolean stubborn;
  private boolean forgetful;
  private String condition = "";
  private int at;

  Assistant without(String decision) {
    asks.remove(decision);
    return this;
  }

  Assistant choosing(String decision, String option) {
    chosen.put(decision, option);
    return this;
  }

  Assistant offering(String decision, String list) {
    options.put(decision, list);
    return this;
  }

  /** It asks by another name. */
  Assistant naming(String decision, String other) {
    asks.replaceAll(a -> a.equals(decision) ? other : a);
    options.put(other, options.getOrDefault(decision, ""));
    return this;
  }

  /** It asks the same again, whatever is answered. */
  Assistant askingAgain() {
    stubborn = true;
    return this;
  }

  /** It asks about the cloud only of somebody who answers so about updates. */
  Assistant askingAboutTheCloudAfter(String answer) {
    condition = answer;
    return this;
  }

  /** It holds another value than was chosen. */
  Assistant keepingAnother() {
    forgetful = true;
    return this;
  }

  Assistant with(DriverAction action, DriverResult result) {
    forced.put(action, result);
    return this;
  }

  List<DriverAction> done() {
    return done;
  }

  boolean initialized() {
    return initialized;
  }

  @Override
  public boolean offers(DriverAction action) {
    return !(forced.get(action) instanceof DriverResult.Missing);
  }

  @Override
  public Set<String> settings() {
    return Set.of("cloud-recording");
  }

  @Override
  public Optional<byte[]> image(String name) {
    return Optional.empty();
  }

  @Override
  public Outage outage() {
    return new Outage(Duration.ofMillis(1), Duration.ofMillis(20));
  }

  @Override
  public List<UserDecision> decisions() {
    return List.of(
        new UserDecision(
            "UserDec-1", "updates", Map.of("Yes", "on", "No", "off"), Optional.empty()),
        new UserDecision(
            "UserDec-2",
            "cloud",
            Map.of("Keep", "yes", "Do not (default)", "no"),
            Optional.of("cloud-recording")));
  }

  @Override
  public DriverResult perform(
      DriverAction action, Map<String, String> arguments, Optional<byte[]> file) {
    done.add(action);
    DriverResult fixed = forced.get(action);
    if (fixed != null) {
      return fixed;
    }
    switch (action) {
      case FACTORY_RESET -> {
        initialized = false;
        at = 0;
        settings.clear();
      }
      case SET_UP -> initialized = true;
      case READ_STATE -> {
        return new DriverResult.Done(
            Map.of("device-state", initialized ? "initialized" : "factory-default"));
      }
      case READ_SETTING -> {
        return new DriverResult.Done(
            Map.of("value", forgetful ? "yes" : settings.getOrDefault("cloud", "yes")));
      }
      case NEXT_DECISION -> {
        return next();
      }
      case DECIDE -> {
        settings.put(arguments.getOrDefault("decision", ""), arguments.getOrDefault("option", ""));
        at += stubborn ? 0 : 1;
        boolean skips =
            !condition.isEmpty() && !condition.equals(settings.getOrDefault("updates", ""));
        at += at < asks.size() && asks.get(at).equals("cloud") && skips ? 1 : 0;
      }
      default -> {}
    }
    return new DriverResult.Done(Map.of());
  }

  private DriverResult next() {
    if (at >= asks.size()) {
      initialized = true;
      return new DriverResult.Done(Map.of("decision", ""));
    }
    String name = asks.get(at);
    return new DriverResult.Done(
        Map.of(
            "decision",
            name,
            "options",
            options.getOrDefault(name, ""),
            "preselected",
            chosen.getOrDefault(name, ""),
            "text",
            "What about " + name + "?"));
  }
}
