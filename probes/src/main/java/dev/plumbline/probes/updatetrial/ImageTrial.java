package dev.plumbline.probes.updatetrial;

import dev.plumbline.core.Digest;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probes.driven.Alteration;
import dev.plumbline.probes.driven.RunningVersion;
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
  private final ProbeContext context;
  private final DeviceDriver driver;
  private final String subject;
  private final byte[] newer;
  private final RunningVersion version;
  private final List<Map<String, Object>> trials = new ArrayList<>();

  ImageTrial(ProbeContext context, DeviceDriver driver, String subject, byte[] newer) {
    this.context = context;
    this.driver = driver;
    this.subject = subject;
    this.newer = newer;
    this.version = new RunningVersion(context, driver);
  }

  void run() throws InterruptedException {
    Optional<String> obstacle = version.obstacle();
    if (obstacle.isPresent()) {
      context.undetermined(UpdateTrialProbe.KEY, subject, obstacle.get());
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
    boolean restored = version.restore();
    if (!restored) {
      context.leftAltered(
          "it does not say that it runs " + context.product().softwareVersion() + " again");
    }
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("trials", trials);
    value.put("genuine", control);
    value.put("restored", restored);
    Map<String, Object> coverage = new LinkedHashMap<>();
    coverage.put("tried", List.copyOf(images.keySet()));
    coverage.put("absent", absent);
    coverage.put("control", taken);
    context.seen(UpdateTrialProbe.KEY, subject, value, coverage);
  }

  private Map<String, Object> offer(String name, byte[] image) throws InterruptedException {
    String before = version.settled().orElse("");
    DriverResult result =
        driver.perform(DriverAction.OFFER_UPDATE, Alteration.ARGUMENTS, Optional.of(image));
    String after = version.settled().orElse("");
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
}
