package dev.plumbline.client.ftp;

import dev.plumbline.client.login.Attempt;
import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.login.LoginWords;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * USER and PASS of FTP (RFC 959), on the control connection, inside TLS where the server wants it.
 */
public final class FtpLogin implements LoginInterface {
  private final ProbeContext context;
  private final Endpoint endpoint;
  private final boolean tls;
  private final LoginWords words;

  public FtpLogin(ProbeContext context, Endpoint endpoint, boolean tls, LoginWords words) {
    this.tls = tls;
    this.context = context;
    this.endpoint = endpoint;
    this.words = words;
  }

  @Override
  public String kind() {
    return "ftp";
  }

  @Override
  public String mechanism() {
    return endpoint + " ftp";
  }

  @Override
  public Attempt attempt(String user, String password) throws IOException, InterruptedException {
    try (FtpSession session = FtpSession.greeted(context, endpoint, tls)) {
      if (session.said() == 421) {
        return Attempt.explicit(Outcome.LOCKED, "421 " + session.last().text(), Duration.ZERO);
      }
      if (session.said() != 220) {
        return Attempt.implied(Outcome.UNCLEAR, "greeted with " + session.said(), Duration.ZERO);
      }
      FtpControl.Reply asked = session.user(user);
      if (asked.code() == 230) {
        return Attempt.implied(Outcome.UNCLEAR, "lets the user in unasked", Duration.ZERO);
      }
      if (session.wantsTls()) {
        return Attempt.implied(Outcome.UNCLEAR, "wants TLS and does not begin it", Duration.ZERO);
      }
      if (asked.code() != 331) {
        return judged(asked, Duration.ZERO);
      }
      Instant sent = context.clock().instant();
      FtpControl.Reply answer = session.command("PASS " + password);
      Duration took = Duration.between(sent, context.clock().instant());
      return judged(answer, took);
    }
  }

  private Attempt judged(FtpControl.Reply reply, Duration took) {
    String sign = "reply " + reply.code();
    if (reply.code() == 421 || words.lock(reply.text()).isPresent()) {
      return Attempt.explicit(Outcome.LOCKED, sign, took);
    }
    return switch (reply.code()) {
      case 230, 232 -> Attempt.explicit(Outcome.ACCEPTED, sign, took);
      case 530, 430, 532 -> Attempt.explicit(Outcome.REFUSED, sign, took);
      default -> Attempt.implied(Outcome.UNCLEAR, sign, took);
    };
  }

  /** What the server wants of a user: nothing, or a password in the clear or inside TLS. */
  public enum Demand {
    NOTHING,
    PASSWORD_IN_CLEAR,
    PASSWORD_INSIDE_TLS
  }

  /**
   * What the server wants, seen with a user that cannot exist.
   *
   * @throws IOException if it does not speak FTP
   */
  public Demand demand() throws IOException, InterruptedException {
    try (FtpSession session = FtpSession.open(context, endpoint, tls)) {
      int code = session.user("plumbline-nobody").code();
      return switch (code) {
        case 331 -> session.isSecure() ? Demand.PASSWORD_INSIDE_TLS : Demand.PASSWORD_IN_CLEAR;
        case 230 -> Demand.NOTHING;
        default -> throw new IOException("answers a user name with " + code);
      };
    }
  }
}
