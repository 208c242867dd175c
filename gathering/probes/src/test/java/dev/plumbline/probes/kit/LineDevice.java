package dev.plumbline.probes.kit;

import dev.plumbline.probe.hostile.Peer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A Telnet or FTP server with one account. */
public final class LineDevice implements Peer.Behaviour {
  private final boolean ftp;
  private final String user;
  private final String password;
  private final int lockAfter;
  private final AtomicInteger wrong = new AtomicInteger();
  private final List<String> passwords = new CopyOnWriteArrayList<>();

  private LineDevice(boolean ftp, String user, String password, int lockAfter) {
    this.ftp = ftp;
    this.user = user;
    this.password = password;
    this.lockAfter = lockAfter;
  }

  public static LineDevice telnet(String user, String password) {
    return new LineDevice(false, user, password, Integer.MAX_VALUE);
  }

  public static LineDevice ftp(String user, String password) {
    return new LineDevice(true, user, password, Integer.MAX_VALUE);
  }

  /** The same device, which shuts the account after so many wrong logins. */
  public LineDevice lockingAfter(int attempts) {
    return new LineDevice(ftp, user, password, attempts);
  }

  /** Passwords that were tried, in order. */
  public List<String> passwords() {
    return List.copyOf(passwords);
  }

  @Override
  public void serve(Socket client, int number) throws IOException {
    if (!ftp) {
      client.getOutputStream().write(new byte[] {-1, -3, 24, -1, -5, 1});
    }
    say(client, ftp ? "220 device FTP\r\n" : "Camera\r\nlogin: ");
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    String given = in.readLine();
    if (given == null) {
      return;
    }
    say(client, ftp ? "331 password please\r\n" : "Password: ");
    String tried = in.readLine();
    if (tried == null) {
      return;
    }
    String name = plain(given);
    passwords.add(plain(tried));
    boolean right = name.equals(user) && plain(tried).equals(password);
    if (wrong.get() >= lockAfter) {
      say(client, ftp ? "421 too many attempts\r\n" : "\r\nAccount locked\r\n");
    } else if (right) {
      say(client, ftp ? "230 welcome\r\n" : "\r\nBusyBox v1.19\r\n# ");
      in.readLine();
    } else {
      wrong.incrementAndGet();
      say(client, ftp ? "530 no\r\n" : "\r\nLogin incorrect\r\nlogin: ");
      in.readLine();
    }
  }

  /** The text of a line, without what was refused of options and the command in front of it. */
  private String plain(String line) {
    String text = line.replaceAll("\u00ff[\u00fb-\u00fe].", "");
    return ftp ? text.replaceFirst("^(USER|PASS) ", "") : text;
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }
}
