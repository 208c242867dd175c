package dev.plumbline.testbed.text;

import dev.plumbline.testbed.net.Conversation;
import dev.plumbline.testbed.net.DeviceAccounts;
import dev.plumbline.testbed.net.PartContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A Telnet login with options, login prompt and shell. Settings: {@code banner}, {@code prompt},
 * {@code attemptsPerConnection}.
 */
final class TelnetConversation implements Conversation {
  private static final byte[] OPTIONS = {
    (byte) 255, (byte) 251, 1, (byte) 255, (byte) 251, 3, (byte) 255, (byte) 253, 24
  };

  private final PartContext part;
  private final DeviceAccounts accounts;

  TelnetConversation(PartContext part, DeviceAccounts accounts) {
    this.part = part;
    this.accounts = accounts;
  }

  @Override
  public void talk(InputStream in, OutputStream out) throws IOException {
    LineReader lines = new LineReader(in);
    out.write(OPTIONS);
    TextPart.say(out, "\r\n" + part.fill(part.settings().text("banner", "")));
    int attempts = part.settings().number("attemptsPerConnection", 3);
    for (int i = 0; i < attempts; i++) {
      TextPart.say(out, "login: ");
      Optional<String> user = lines.next();
      if (user.isEmpty()) {
        return;
      }
      TextPart.say(out, "Password: ");
      Optional<String> password = lines.next();
      if (password.isEmpty()) {
        return;
      }
      switch (accounts.attempt(user.get(), password.get())) {
        case ACCEPTED -> {
          LimitedShell.run(lines, out, "\r\n", part.settings().text("prompt", "# "));
          return;
        }
        case REFUSED -> TextPart.say(out, "\r\nLogin incorrect\r\n");
        case LOCKED -> TextPart.say(out, "\r\nAccount locked\r\n");
      }
    }
  }
}
