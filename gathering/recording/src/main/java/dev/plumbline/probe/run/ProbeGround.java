package dev.plumbline.probe.run;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** The part of one probe in a run, as the driver may use it. */
record ProbeGround(Conduct conduct, LiveContext context, Recording recording)
    implements DriverSource.Ground {
  @Override
  public Product product() {
    return conduct.product();
  }

  @Override
  public Clock clock() {
    return context.clock();
  }

  @Override
  public Wire connect(Endpoint endpoint, Duration timeout)
      throws IOException, InterruptedException {
    context.goOn();
    return conduct.product().equipment().contains(endpoint)
        ? conduct.connect(endpoint, conduct.scope().requireEquipment(endpoint), timeout)
        : conduct.connect(endpoint, timeout);
  }

  @Override
  public void rest(Duration time) throws InterruptedException {
    context.rest(time);
  }

  @Override
  public void note(String line) {
    recording.performed("  " + conduct.redactor().text(line));
  }

  @Override
  public void redact(String secret) {
    context.redact(secret);
  }

  @Override
  public void progress(String text) {
    context.progress(text, 0);
  }
}
