package dev.plumbline.client.ftp;

import dev.plumbline.client.ftp.FtpControl.Reply;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A control connection of FTP for one login; it changes nothing and opens no data connection. */
public final class FtpSession implements Closeable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final BoundedPattern WANTS_TLS =
      BoundedPattern.compile("(?i)\\b(?:ssl|tls|secure|encrypt\\w*|AUTH)\\b");
  private static final int REFUSAL = 500;
  private static final int READY = 220;
  private static final int LET_IN = 230;
  private static final int LET_IN_SECURE = 232;
  private static final int PASSWORD_WANTED = 331;
  private static final int AUTH_TAKEN = 234;
  private static final int OK = 200;
  private static final int REFUSED = 500;
  private static final int PASSIVE = 227;
  private static final int EXTENDED_PASSIVE = 229;
  private static final Set<Integer> BEGINS = Set.of(125, 150);

  private final ProbeContext context;
  private Wire plain;
  private Wire wire;
  private FtpControl control;
  private boolean secure;
  private Reply last = new Reply(0, "");

  private FtpSession(ProbeContext context, Wire plain, Wire wire, boolean secure) {
    this.context = context;
    this.plain = plain;
    this.wire = wire;
    this.control = new FtpControl(wire);
    this.secure = secure;
  }

  /** What the server made of a login. */
  public enum Admission {
    LET_IN,
    REFUSED,
    UNCLEAR
  }

  /** What the server made of the question for a list of files. */
  public enum Listing {
    BEGINS,
    REFUSED,
    UNANSWERED
  }

  /**
   * Connects and reads the greeting.
   *
   * @param tls whether TLS is spoken from the first byte
   * @throws IOException if the server does not say that it is ready
   */
  public static FtpSession open(ProbeContext context, Endpoint endpoint, boolean tls)
      throws IOException, InterruptedException {
    FtpSession session = greeted(context, endpoint, tls);
    if (session.said() != READY) {
      session.close();
      throw new IOException("greeted with " + session.said());
    }
    return session;
  }

  /** The same, whatever the server says in its greeting. */
  static FtpSession greeted(ProbeContext context, Endpoint endpoint, boolean tls)
      throws IOException, InterruptedException {
    Wire plain = context.connect(endpoint, CONNECT);
    try {
      FtpSession session = new FtpSession(context, plain, tls ? plain.secure(CONNECT) : plain, tls);
      session.last = session.control.reply();
      return session;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  /** Logs in; inside TLS where the server refuses to talk about it in the clear. */
  public Admission logIn(String user, String password) throws IOException, InterruptedException {
    Reply asked = user(user);
    Admission first = judged(asked.code() == PASSWORD_WANTED ? command("PASS " + password) : asked);
    if (first == Admission.LET_IN || !goesSecure()) {
      return first;
    }
    Reply again = command("USER " + user);
    return judged(again.code() == PASSWORD_WANTED ? command("PASS " + password) : again);
  }

  /** Says who it is; inside TLS where the server refuses to hear it in the clear. */
  Reply user(String user) throws IOException, InterruptedException {
    Reply asked = command("USER " + user);
    return asked.code() >= REFUSAL && goesSecure() ? command("USER " + user) : asked;
  }

  /** Whether the last reply turns the client away for want of TLS. */
  boolean wantsTls() {
    return !secure && last.code() >= REFUSAL && WANTS_TLS.matcher(last.text()).find();
  }

  /** Whether the server agrees to TLS; on a new connection where it ended the first one. */
  private boolean begins() throws IOException, InterruptedException {
    try {
      return command("AUTH TLS").code() == AUTH_TAKEN;
    } catch (IOException ended) {
      plain.close();
      plain = context.connect(plain.endpoint(), CONNECT);
      wire = plain;
      control = new FtpControl(wire);
      last = control.reply();
      return last.code() == READY && command("AUTH TLS").code() == AUTH_TAKEN;
    }
  }

  /** Begins TLS where the last reply wants it and the server begins it. */
  private boolean goesSecure() throws IOException, InterruptedException {
    if (secure || !WANTS_TLS.matcher(last.text()).find()) {
      return false;
    }
    Reply wanted = last;
    if (!begins()) {
      last = wanted;
      return false;
    }
    wire = plain.secure(CONNECT);
    control = new FtpControl(wire);
    secure = true;
    return true;
  }

  private static Admission judged(Reply reply) {
    return switch (reply.code()) {
      case LET_IN, LET_IN_SECURE -> Admission.LET_IN;
      case 430, 530, 532, 533, 534, 550 -> Admission.REFUSED;
      default -> Admission.UNCLEAR;
    };
  }

  /** Number of names that the server lists there; empty where it lists nothing in this way. */
  public Optional<Integer> countNames(String folder) {
    try {
      Reply list = command("STAT " + folder);
      return list.code() == 212 || list.code() == 213
          // The first and the last line are the server's own words.
          ? Optional.of((int) Math.max(0, list.text().lines().count() - 2))
          : Optional.empty();
    } catch (IOException e) {
      // That it let us in stands.
      return Optional.empty();
    }
  }

  /**
   * Asks for a place for data and for a list of the first folder. Nobody fetches the list. A reply
   * that says no refuses, and so does the orderly end of a session whose login was refused; who is
   * silent, busy or gone otherwise did not say so.
   */
  public Listing list() {
    try {
      if (command("EPSV").code() != EXTENDED_PASSIVE && command("PASV").code() != PASSIVE) {
        return refusedOrUnanswered(last);
      }
      Reply list = command("LIST");
      return BEGINS.contains(list.code()) ? Listing.BEGINS : refusedOrUnanswered(list);
    } catch (EOFException ended) {
      return Listing.REFUSED;
    } catch (IOException noReply) {
      return Listing.UNANSWERED;
    }
  }

  private static Listing refusedOrUnanswered(Reply reply) {
    return reply.code() >= REFUSED ? Listing.REFUSED : Listing.UNANSWERED;
  }

  /**
   * Inside TLS: whether the server agrees to data in the clear (PROT C, RFC 4217, section 9), and
   * begins to send some.
   *
   * @return false where it refuses the one or the other in words; empty where it says nothing that
   *     can be told
   */
  public Optional<Boolean> sendsDataInClear() {
    try {
      command("PBSZ 0");
      int agreed = command("PROT C").code();
      if (agreed >= REFUSED) {
        return Optional.of(false);
      }
      boolean place =
          command("EPSV").code() == EXTENDED_PASSIVE || command("PASV").code() == PASSIVE;
      if (agreed != OK || !place) {
        return Optional.empty();
      }
      int list = command("LIST").code();
      return BEGINS.contains(list)
          ? Optional.of(true)
          : Optional.of(false).filter(no -> list >= REFUSED);
    } catch (IOException silent) {
      return Optional.empty();
    }
  }

  Reply command(String line) throws IOException {
    last = control.command(line);
    return last;
  }

  Reply last() {
    return last;
  }

  /** The code of the last reply. */
  public int said() {
    return last.code();
  }

  public boolean isSecure() {
    return secure;
  }

  public Wire wire() {
    return wire;
  }

  @Override
  public void close() {
    try {
      wire.send("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // It has gone already.
      plain.close();
    }
    wire.close();
    plain.close();
  }
}
