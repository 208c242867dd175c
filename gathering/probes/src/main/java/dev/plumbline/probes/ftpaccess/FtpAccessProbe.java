package dev.plumbline.probes.ftpaccess;

import dev.plumbline.client.ftp.FtpSession;
import dev.plumbline.client.ftp.FtpSession.Admission;
import dev.plumbline.client.ftp.FtpSession.Listing;
import dev.plumbline.client.login.Services;
import dev.plumbline.client.login.Services.Service;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.network.FtpAccess;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import java.io.IOException;
import java.util.ArrayList;
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
    List<FtpAccess.Opened> open = new ArrayList<>();
    if (letIn) {
      open.add(new FtpAccess.Opened(ROOT, "data"));
    }
    Optional<Integer> listed = letIn ? session.countNames(ROOT) : Optional.empty();
    boolean secure = session.isSecure();
    List<String> users = new ArrayList<>(List.of(USER));
    List<String> unanswered = new ArrayList<>();
    if (!letIn) {
      note(session.list(), USER, open, unanswered);
    }
    session.close();
    Optional<Boolean> clearData = Optional.empty();
    if (context.allows(Intrusiveness.PROVOKE) && !context.product().credentials().isEmpty()) {
      Credential login = context.product().credentials().getFirst();
      context.redact(login.password());
      if (open.isEmpty()) {
        Optional<Listing> refused = listOfTheRefused(context, service, login.user());
        refused.ifPresent(
            list -> {
              users.add(login.user());
              note(list, login.user(), open, unanswered);
            });
      }
      clearData = dataInClear(context, service, login);
    }
    context.seen(
        service.endpoint().toString(),
        new FtpAccess(
            letIn,
            secure,
            open,
            open.isEmpty() && unanswered.isEmpty() ? List.of(ROOT) : List.of(),
            listed,
            users,
            unanswered,
            clearData),
        session.wire());
  }

  /** What a server that said no made of the question for a list. */
  private static void note(
      Listing list, String user, List<FtpAccess.Opened> open, List<String> unanswered) {
    switch (list) {
      case BEGINS -> open.add(new FtpAccess.Opened(ROOT + " in spite of refusing " + user, "data"));
      case UNANSWERED -> unanswered.add(ROOT + " after refusing " + user);
      case REFUSED -> {
        // As it should.
      }
    }
  }

  /** A server may say no, and serve all the same; empty where it was not seen to say no. */
  private static Optional<Listing> listOfTheRefused(
      ProbeContext context, Service service, String user) throws InterruptedException {
    if (!context.takeLoginAttempt(mechanism(service))) {
      return Optional.empty();
    }
    try (FtpSession session = FtpSession.open(context, service.endpoint(), service.tls())) {
      return session.logIn(user, "plumbline-" + service.endpoint().port()) == Admission.REFUSED
          ? Optional.of(session.list())
          : Optional.empty();
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }

  /** With the right password; empty where it is not let in inside TLS. */
  private static Optional<Boolean> dataInClear(
      ProbeContext context, Service service, Credential login) throws InterruptedException {
    if (!context.takeLoginAttempt(mechanism(service))) {
      return Optional.empty();
    }
    try (FtpSession session = FtpSession.open(context, service.endpoint(), service.tls())) {
      if (session.logIn(login.user(), login.password()) != Admission.LET_IN) {
        return Optional.empty();
      }
      context.giveBackLoginAttempt(mechanism(service));
      return session.isSecure() ? session.sendsDataInClear() : Optional.empty();
    } catch (IOException noAnswer) {
      return Optional.empty();
    }
  }

  private static String mechanism(Service service) {
    return service.endpoint() + " ftp";
  }
}
