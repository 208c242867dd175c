package dev.plumbline.probes.tlsendpoint;

import dev.plumbline.dossier.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server of Debian, started for a test on a loopback address and ended with it. */
public final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final Endpoint endpoint;

  private ServerProcess(Process process, Endpoint endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** {@code openssl s_server} at a free port. */
  public static ServerProcess openssl(String address, Path directory, List<String> options) {
    List<String> command =
        new ArrayList<>(List.of("openssl", "s_server", "-accept", address + ":0"));
    command.addAll(options);
    Process process = start(command, directory);
    String line = awaitLine(process, "ACCEPT ");
    int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1).trim());
    return new ServerProcess(process, Endpoint.tcp(address, port));
  }

  /** A server that is told its port; it is awaited until it writes a line with that text. */
  public static ServerProcess listening(
      String address, int port, Path directory, List<String> command, String ready) {
    Process process = start(command, directory);
    awaitLine(process, ready);
    return new ServerProcess(process, Endpoint.tcp(address, port));
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /** A port that is free now. */
  public static int freePort(String address) {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(address))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command to its end and gives what it wrote. */
  public static String run(Path directory, List<String> command) {
    try {
      Process process = start(command, directory);
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(300, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("does not end: " + command);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("stopped", e);
    }
  }

  private static Process start(List<String> command, Path directory) {
    try {
      Files.createDirectories(directory);
      return new ProcessBuilder(command)
          .directory(directory.toFile())
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new AssertionError(
          command.getFirst()
              + " is missing; install what the tests talk to with: apt-get install -y openssl"
              + " lighttpd nginx-light openssh-server dropbear-bin testssl.sh sslscan ssh-audit",
          e);
    }
  }

  private static String awaitLine(Process process, String text) {
    try {
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      StringBuilder seen = new StringBuilder();
      String line;
      while ((line = reader.readLine()) != null) {
        if (line.contains(text)) {
          // What the server writes later would fill the pipe and stop it.
          Thread.ofPlatform().daemon().start(() -> drain(reader));
          return line;
        }
        seen.append(line).append('\n');
      }
      throw new AssertionError("the server ended: " + seen);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void drain(BufferedReader reader) {
    try {
      while (reader.readLine() != null) {
        // Nobody wants it.
      }
    } catch (IOException e) {
      // The server has ended.
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
