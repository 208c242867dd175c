package dev.plumbline.probes.updatetrial;

import dev.plumbline.client.driven.Alteration;
import dev.plumbline.client.driven.RunningVersion;
import dev.plumbline.core.Digest;
import dev.plumbline.observation.trial.UpdateTrial;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.ProbeContext;
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
  private final List<UpdateTrial.Trial> trials = new ArrayList<>();

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
      context.undetermined(UpdateTrial.class, subject, obstacle.get());
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
    UpdateTrial.Trial control = offer("newer", newer);
    boolean restored = version.restore();
    if (!restored) {
      context.leftAltered(
          "it does not say that it runs " + context.product().softwareVersion() + " again");
    }
    context.seen(
        subject,
        new UpdateTrial(
            trials,
            control,
            restored,
            List.copyOf(images.keySet()),
            absent,
            control.ran().equals("yes")));
  }

  private UpdateTrial.Trial offer(String name, byte[] image) throws InterruptedException {
    String before = version.settled().orElse("");
    DriverResult result =
        driver.perform(DriverAction.OFFER_UPDATE, Alteration.ARGUMENTS, Optional.of(image));
    String after = version.settled().orElse("");
    return new UpdateTrial.Trial(
        name,
        Digest.of(image).hex(),
        result.done() ? "taken" : result.refused() ? "refused" : "none",
        result.reason(),
        before,
        after,
        ran(result, before, after));
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
