package dev.plumbline.probes.ftp;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import dev.plumbline.probes.login.Attempt;
import dev.plumbline.probes.login.Attempt.Outcome;
import dev.plumbline.probes.login.LoginDoor;
import dev.plumbline.probes.login.LoginWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** USER and PASS of FTP (RFC 959), on the control connection, in the clear. */
public final class FtpDoor implements LoginDoor {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final ProbeContext context;
  private final Endpoint endpoint;
  private final boolean tls;
  private final LoginWords words;

  public FtpDoor(ProbeContext context, Endpoint endpoint, boolean tls, LoginWords words) {
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
    try (Wire plain = context.connect(endpoint, CONNECT);
        Wire wire = tls ? plain.secure(CONNECT) : plain) {
      FtpControl control = new FtpControl(wire);
      FtpControl.Reply greeting = control.reply();
      if (greeting.code() == 421) {
        return Attempt.explicit(Outcome.LOCKED, "421 " + greeting.text(), Duration.ZERO);
      }
      if (greeting.code() != 220) {
        return Attempt.implied(Outcome.UNCLEAR, "greeted with " + greeting.code(), Duration.ZERO);
      }
      FtpControl.Reply asked = control.command("USER " + user);
      if (asked.code() == 230) {
        return Attempt.implied(Outcome.UNCLEAR, "lets the user in unasked", Duration.ZERO);
      }
      if (asked.code() != 331) {
        return judged(asked, Duration.ZERO);
      }
      Instant sent = context.clock().instant();
      FtpControl.Reply answer = control.command("PASS " + password);
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

  /**
   * Whether the server asks for a password, seen with a user that cannot exist.
   *
   * @throws IOException if it does not speak FTP
   */
  public boolean asksPassword() throws IOException, InterruptedException {
    try (Wire plain = context.connect(endpoint, CONNECT);
        Wire wire = tls ? plain.secure(CONNECT) : plain) {
      FtpControl control = new FtpControl(wire);
      FtpControl.Reply greeting = control.reply();
      if (greeting.code() != 220) {
        throw new IOException("greeted with " + greeting.code());
      }
      int code = control.command("USER plumbline-nobody").code();
      wire.send("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
      return switch (code) {
        case 331 -> true;
        case 230 -> false;
        default -> throw new IOException("answers a user name with " + code);
      };
    }
  }
}
