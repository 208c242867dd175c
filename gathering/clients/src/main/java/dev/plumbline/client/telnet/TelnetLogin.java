package dev.plumbline.client.telnet;

import dev.plumbline.client.login.Attempt;
import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.login.LoginWords;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** The prompts of a Telnet login, known by {@code words.yaml}. */
public final class TelnetLogin implements LoginInterface {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration PROMPT = Duration.ofSeconds(15);
  private static final Duration SETTLE = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final ProbeContext context;
  private final Endpoint endpoint;
  private final boolean tls;
  private final LoginWords words;

  public TelnetLogin(ProbeContext context, Endpoint endpoint, boolean tls, LoginWords words) {
    this.tls = tls;
    this.context = context;
    this.endpoint = endpoint;
    this.words = words;
  }

  @Override
  public String kind() {
    return "telnet";
  }

  @Override
  public String mechanism() {
    return endpoint + " telnet";
  }

  @Override
  public Attempt attempt(String user, String password) throws IOException, InterruptedException {
    try (Wire plain = context.connect(endpoint, CONNECT);
        Wire wire = tls ? plain.secure(CONNECT) : plain) {
      TelnetTerminal terminal = new TelnetTerminal(wire);
      String said = greeting(terminal);
      if (words.lock(said).isPresent()) {
        return Attempt.explicit(Outcome.LOCKED, "says so before the login", Duration.ZERO);
      }
      if (words.asksUser(said)) {
        terminal.line(user);
        said = terminal.until(this::answered, ANSWER);
      }
      if (!words.asksPassword(said)) {
        return words.lock(said).isPresent()
            ? Attempt.explicit(Outcome.LOCKED, "says so after the user name", Duration.ZERO)
            : Attempt.implied(Outcome.UNCLEAR, "asks for no password", Duration.ZERO);
      }
      Instant sent = context.clock().instant();
      terminal.line(password);
      return answer(terminal, sent);
    }
  }

  private Attempt answer(TelnetTerminal terminal, Instant sent) throws IOException {
    String said;
    boolean closed = false;
    try {
      said = terminal.until(this::answered, ANSWER);
    } catch (TelnetTerminal.ClosedException e) {
      said = e.said();
      closed = true;
    }
    Duration took = Duration.between(sent, context.clock().instant());
    if (!closed && !asks(said)) {
      // "Last failed login: Monday" may precede a shell; what comes last decides.
      said += terminal.more(SETTLE);
    }
    if (words.lock(said).isPresent()) {
      return Attempt.explicit(Outcome.LOCKED, "says so", took);
    }
    if (asks(said)) {
      return Attempt.explicit(Outcome.REFUSED, "asks again", took);
    }
    if (!closed && words.isShell(said)) {
      return Attempt.explicit(Outcome.ACCEPTED, "a prompt of a shell", took);
    }
    if (words.refusal(said).isPresent()) {
      return Attempt.explicit(Outcome.REFUSED, "says so", took);
    }
    return Attempt.implied(
        closed ? Outcome.REFUSED : Outcome.UNCLEAR, closed ? "closed" : "no prompt", took);
  }

  /**
   * Whether the server asks for a password; a user that cannot exist is named where it wants one.
   *
   * @throws IOException if no prompt comes, or one that never leads to a password or a shell
   */
  public boolean asksPassword() throws IOException, InterruptedException {
    try (Wire plain = context.connect(endpoint, CONNECT);
        Wire wire = tls ? plain.secure(CONNECT) : plain) {
      TelnetTerminal terminal = new TelnetTerminal(wire);
      String said = greeting(terminal);
      if (words.asksUser(said)) {
        terminal.line("plumbline-nobody");
        said = terminal.until(this::greeted, ANSWER);
      }
      if (words.asksPassword(said)) {
        return true;
      }
      if (words.isShell(said)) {
        return false;
      }
      throw new IOException("asks for a user and for no password");
    }
  }

  private String greeting(TelnetTerminal terminal) throws IOException {
    String said = terminal.until(this::greeted, PROMPT);
    return asks(said) ? said : said + terminal.more(SETTLE);
  }

  private boolean asks(String text) {
    return words.asksUser(text) || words.asksPassword(text);
  }

  private boolean greeted(String text) {
    return asks(text) || words.isShell(text) || words.lock(text).isPresent();
  }

  private boolean answered(String text) {
    return greeted(text) || words.refusal(text).isPresent();
  }
}
