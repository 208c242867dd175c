package dev.plumbline.probes.ftpaccess;

import dev.plumbline.client.ftp.FtpSession;
import dev.plumbline.client.ftp.FtpSession.Admission;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.Services.Service;
import dev.plumbline.observation.network.FtpAccess;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Logs in to each FTP server as anybody may, and counts what it lists then. */
public final class FtpAccessProbe implements Probe {
  private static final String USER = "anonymous";
  private static final String MAIL = "plumbline@plumbline.invalid";
  private static final String ROOT = "/";

  private final ProbeSpec spec = ProbeSpec.load(FtpAccessProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    context.each(
        Services.speaking(context, "ftp"),
        s -> s.endpoint().toString(),
        service -> {
          try (FtpSession session = FtpSession.open(context, service.endpoint(), service.tls())) {
            record(context, service, session);
          } catch (IOException e) {
            context.undetermined(
                FtpAccess.class,
                service.endpoint().toString(),
                "Whether it lets anybody in cannot be told: " + e.getMessage());
          }
        });
  }

  private static void record(ProbeContext context, Service service, FtpSession session)
      throws IOException, InterruptedException {
    Admission admission = session.logIn(USER, MAIL);
    if (admission == Admission.UNCLEAR) {
      throw new IOException("its answer to the login is " + session.said());
    }
    boolean letIn = admission == Admission.LET_IN;
    context.seen(
        service.endpoint().toString(),
        new FtpAccess(
            letIn,
            session.isSecure(),
            letIn ? List.of(new FtpAccess.Opened(ROOT, "data")) : List.of(),
            letIn ? List.of() : List.of(ROOT),
            letIn ? session.countNames(ROOT) : Optional.empty(),
            List.of(USER),
            List.of()),
        session.wire());
  }
}
