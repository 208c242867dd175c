package dev.plumbline.testbed.text;

import dev.plumbline.testbed.net.Conversation;
import dev.plumbline.testbed.net.DeviceAccounts;
import dev.plumbline.testbed.net.PartContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** An FTP control connection up to the login. Settings: {@code banner}, {@code anonymous}. */
final class FtpConversation implements Conversation {
  private final PartContext part;
  private final DeviceAccounts accounts;

  FtpConversation(PartContext part, DeviceAccounts accounts) {
    this.part = part;
    this.accounts = accounts;
  }

  @Override
  public void talk(InputStream in, OutputStream out) throws IOException {
    LineReader lines = new LineReader(in);
    TextPart.say(out, "220 " + part.fill(part.settings().text("banner", "Ready")) + "\r\n");
    String user = "";
    Optional<String> line = lines.next();
    while (line.isPresent()) {
      String[] words = line.get().split(" ", 2);
      String argument = words.length > 1 ? words[1] : "";
      String verb = words[0].toUpperCase(Locale.ROOT);
      String answer =
          switch (verb) {
            case "USER" -> "331 Password required";
            case "PASS" -> pass(user, argument);
            case "SYST" -> "215 UNIX Type: L8";
            case "QUIT" -> "221 Goodbye";
            default -> "530 Please log in";
          };
      user = verb.equals("USER") ? argument : user;
      TextPart.say(out, answer + "\r\n");
      if (verb.equals("QUIT")) {
        return;
      }
      line = lines.next();
    }
  }

  private String pass(String user, String password) {
    if (user.equals("anonymous") && part.settings().flag("anonymous", false)) {
      return "230 Guest login ok";
    }
    return switch (accounts.attempt(user, password)) {
      case ACCEPTED -> "230 Login ok";
      case REFUSED -> "530 Login incorrect";
      case LOCKED -> "421 Too many attempts";
    };
  }
}
