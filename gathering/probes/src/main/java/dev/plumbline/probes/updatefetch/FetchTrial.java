package dev.plumbline.probes.updatefetch;

import dev.plumbline.client.driven.RunningVersion;
import dev.plumbline.client.standin.StandIn;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.dossier.UpdateService;
import dev.plumbline.observation.trial.UpdateFetch;
import dev.plumbline.probe.Calls;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows one face after the other to the device that looks for updates. What runs is what the device
 * says that it runs; the control is the genuine newer image, at the end, which it has to run in the
 * time that each other face was given.
 */
final class FetchTrial {
  private static final Duration PULSE = Duration.ofMillis(250);

  private final ProbeContext context;
  private final ClientTest test;
  private final UpdateService service;
  private final DeviceDriver driver;
  private final boolean handsOver;
  private final RunningVersion version;
  private final List<UpdateFetch.Trial> trials = new ArrayList<>();
  private String trouble = "";
  private Optional<Wire> last = Optional.empty();
  private int calls;
  private boolean asFound;

  /**
   * @param handsOver whether the driver knows a way to hand an image over besides
   */
  FetchTrial(
      ProbeContext context,
      ClientTest test,
      UpdateService service,
      DeviceDriver driver,
      boolean handsOver) {
    this.context = context;
    this.test = test;
    this.service = service;
    this.driver = driver;
    this.handsOver = handsOver;
    this.version = new RunningVersion(context, driver);
  }

  void run(byte[] newer) throws InterruptedException {
    Optional<String> obstacle = version.obstacle();
    if (obstacle.isPresent()) {
      unknown(obstacle.get());
      return;
    }
    try {
      serve(UpdateServerStates.of(service, driver, newer));
    } finally {
      if (!asFound) {
        context.leftAltered(
            "it does not say that it runs " + context.product().softwareVersion() + " again");
      }
    }
  }

  private void serve(UpdateServerStates all) throws InterruptedException {
    try (Calls device = context.await(test)) {
      StandIn standIn = StandIn.of(test, context.clock().instant());
      UpdateStand stand = new UpdateStand(context, service, standIn, all.control());
      for (UpdateServerState face : all.faces()) {
        context.progress(
            "serves the image " + face.name() + " to calls for " + test.host(),
            (double) trials.size() / (all.faces().size() + 1));
        trials.add(meet(device, stand, face, false));
        if (stand.fetched().isEmpty() && trials.size() == 1) {
          asFound = runsAsFound();
          unknown(nothingFetched(stand));
          return;
        }
      }
      record(all, stand, meet(device, stand, all.control(), true));
    } catch (IOException e) {
      asFound = runsAsFound();
      unknown("cannot serve " + test.host() + ": " + e.getMessage());
    }
  }

  /** Whether it runs what is assessed; what it fetched before a trial ended may run by now. */
  private boolean runsAsFound() throws InterruptedException {
    return version.settled().filter(version::isAssessed).isPresent() || version.restore();
  }

  private void record(UpdateServerStates all, UpdateStand stand, UpdateFetch.Trial control)
      throws InterruptedException {
    asFound = version.restore();
    context.seen(
        test.subject(),
        new UpdateFetch(
            trials,
            control,
            asFound,
            stand.elsewhere(),
            all.faces().stream().map(UpdateServerState::name).toList(),
            all.absent(),
            control.ran().equals("yes"),
            service.metadata().size(),
            service.settle().toSeconds(),
            handsOver),
        last);
  }

  private UpdateFetch.Trial meet(
      Calls device, UpdateStand stand, UpdateServerState face, boolean control)
      throws IOException, InterruptedException {
    String before = version.settled().orElse("");
    stand.show(face);
    trouble = "";
    boolean offered = false;
    Instant until = now().plusSeconds(test.waitSeconds());
    while (now().isBefore(until)) {
      Duration left = Duration.between(now(), until);
      answer(device, stand, left.compareTo(PULSE) < 0 ? left : PULSE);
      // The control has to do it all in the time that the others get for less.
      if (!offered && (control ? !stand.fetched().isEmpty() : stand.offered())) {
        offered = true;
        until = now().plus(service.settle());
      }
      if (offered && version.glance().filter(v -> !v.equals(before)).isPresent()) {
        break;
      }
    }
    String after = version.settled().orElse("");
    String ran = ran(offered, before, after);
    UpdateFetch.Trial trial =
        new UpdateFetch.Trial(
            face.name(),
            face.sha256(),
            ran.equals("yes") ? "taken" : offered ? "refused" : "none",
            offered ? "" : trouble.isEmpty() ? "not fetched whole" : trouble,
            stand.fetched(),
            before,
            after,
            ran);
    if (ran.equals("yes") && !control) {
      version.restore();
    }
    return trial;
  }

  private void answer(Calls device, UpdateStand stand, Duration patience)
      throws IOException, InterruptedException {
    Optional<Wire> call = device.next(patience);
    if (call.isEmpty()) {
      return;
    }
    calls++;
    last = call;
    try {
      stand.serve(call.get());
    } catch (IOException e) {
      trouble = String.valueOf(e.getMessage());
    }
  }

  /** A refusal counts where the device had the choice, and before it ran what is assessed. */
  private String ran(boolean offered, String before, String after) {
    if (before.isEmpty() || after.isEmpty()) {
      return "unknown";
    }
    if (!before.equals(after)) {
      return "yes";
    }
    return offered && version.isAssessed(before) ? "no" : "unknown";
  }

  private String nothingFetched(UpdateStand stand) {
    if (calls == 0) {
      return "the device did not call "
          + test.host()
          + " at "
          + test.listen()
          + " within "
          + test.waitSeconds()
          + " s";
    }
    return "the device called and fetched nothing that is served"
        + (stand.elsewhere().isEmpty() ? "" : "; it asked for " + stand.elsewhere())
        + (trouble.isEmpty() ? "" : "; " + trouble);
  }

  private Instant now() {
    return context.clock().instant();
  }

  private void unknown(String reason) {
    context.undetermined(UpdateFetch.class, test.subject(), reason);
  }
}
