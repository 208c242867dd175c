package dev.plumbline.probes.updatetrial;

import dev.plumbline.core.Digest;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probes.driven.Alteration;
import dev.plumbline.probes.driven.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The attempts, one image after the other. What runs is what the device says that it runs; the
 * control is a genuine newer image, which it has to take by the same way.
 */
final class ImageTrial {
  private static final String VERSION = "software-version";

  private final ProbeContext context;
  private final DeviceDriver driver;
  private final byte[] newer;
  private final Reading reading;
  private final List<Map<String, Object>> trials = new ArrayList<>();

  ImageTrial(ProbeContext context, DeviceDriver driver, byte[] newer) {
    this.context = context;
    this.driver = driver;
    this.newer = newer;
    this.reading = new Reading(context, driver);
  }

  void run() throws InterruptedException {
    Optional<String> first = version();
    String assessed = context.product().softwareVersion();
    if (first.filter(assessed::equals).isEmpty()) {
      context.undetermined(
          UpdateTrialProbe.KEY,
          "DUT",
          "before the trial the device runs "
              + first.orElse("no version that it tells")
              + ", under assessment is "
              + assessed);
      return;
    }
    Map<String, byte[]> images = new LinkedHashMap<>(Alteration.flipped(newer));
    images.put("cut", Alteration.cut(newer));
    List<String> absent = new ArrayList<>();
    for (String name : List.of("other-model", "relabelled", "older")) {
      driver.image(name).ifPresentOrElse(i -> images.put(name, i), () -> absent.add(name));
    }
    int done = 0;
    for (Map.Entry<String, byte[]> image : images.entrySet()) {
      context.progress("offers the image " + image.getKey(), (double) done++ / images.size());
      trials.add(offer(image.getKey(), image.getValue()));
    }
    Map<String, Object> control = offer("newer", newer);
    boolean taken = "yes".equals(control.get("ran"));
    boolean restored = restore(assessed);
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("trials", trials);
    value.put("genuine", control);
    value.put("restored", restored);
    Map<String, Object> coverage = new LinkedHashMap<>();
    coverage.put("tried", List.copyOf(images.keySet()));
    coverage.put("absent", absent);
    coverage.put("control", taken);
    context.seen(UpdateTrialProbe.KEY, "DUT", value, coverage);
  }

  private Optional<String> version() throws InterruptedException {
    return reading.settled(VERSION, driver.outage().back());
  }

  private Map<String, Object> offer(String name, byte[] image) throws InterruptedException {
    String before = version().orElse("");
    DriverResult result =
        driver.perform(DriverAction.OFFER_UPDATE, Alteration.ARGUMENTS, Optional.of(image));
    String after = version().orElse("");
    Map<String, Object> trial = new LinkedHashMap<>();
    trial.put("image", name);
    trial.put("sha256", Digest.of(image).hex());
    trial.put("answer", result.done() ? "taken" : result.refused() ? "refused" : "none");
    trial.put("reason", result.reason());
    trial.put("before", before);
    trial.put("after", after);
    trial.put("ran", ran(result, before, after));
    return trial;
  }

  /** Whether the image runs: unknown where the device took it and runs what it ran. */
  private static String ran(DriverResult result, String before, String after) {
    if (before.isEmpty() || after.isEmpty()) {
      return "unknown";
    }
    if (!before.equals(after)) {
      return "yes";
    }
    return result.refused() ? "no" : "unknown";
  }

  /** Puts the assessed version back, past the updater, which should refuse to go back. */
  private boolean restore(String assessed) throws InterruptedException {
    Optional<byte[]> current = driver.image("current");
    boolean able =
        current.isPresent()
            && driver.offers(DriverAction.WRITE_FLASH)
            && driver.offers(DriverAction.POWER_OFF)
            && driver.offers(DriverAction.POWER_ON);
    if (able && driver.perform(DriverAction.WRITE_FLASH, Alteration.ARGUMENTS, current).done()) {
      driver.perform(DriverAction.POWER_OFF, Map.of());
      driver.perform(DriverAction.POWER_ON, Map.of());
    }
    return version().filter(assessed::equals).isPresent();
  }
}
