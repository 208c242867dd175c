package dev.plumbline.probes.rtspaccess;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.client.disclosure.GivenAway;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.ports.DeclaredServices;
import dev.plumbline.client.rtsp.RtspClient;
import dev.plumbline.observation.network.RtspAccess;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks each media server to describe its streams, without a login, and to play one. */
public final class RtspAccessProbe implements Probe {

  private final ProbeSpec spec = ProbeSpec.load(RtspAccessProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    List<String> usual = DataFile.lines(RtspAccessProbe.class, "paths.txt");
    Disclosures disclosures = Disclosures.load();
    context.each(
        Services.speaking(context, "rtsp"),
        s -> s.endpoint().toString(),
        service -> {
          String subject = service.endpoint().toString();
          Set<String> paths =
              new LinkedHashSet<>(DeclaredServices.paths(context, service.endpoint()));
          paths.addAll(usual);
          Streams streams = new Streams(new RtspClient(context, service.endpoint(), service.tls()));
          try {
            streams.ask(List.copyOf(paths));
            if (context.allows(Intrusiveness.PROVOKE)) {
              streams.playUndescribed();
            }
            GivenAway.record(
                context,
                spec.id(),
                service.endpoint(),
                disclosures.in(streams.text(), context),
                List.of("streams"),
                Optional.of(streams.wire()));
            context.seen(subject, streams.fact(), streams.wire());
          } catch (IOException e) {
            context.undetermined(
                RtspAccess.class,
                subject,
                "Which streams are open cannot be told: " + e.getMessage());
          }
        });
  }
}
