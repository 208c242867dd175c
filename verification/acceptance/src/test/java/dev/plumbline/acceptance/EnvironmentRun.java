package dev.plumbline.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs two dossiers of a stranger who is after the environment of the laboratory, in a network of
 * its own with a device that keeps all that it gets; started by {@link EnvironmentStaysTest}. The
 * arguments: an empty folder, and the names.
 */
final class EnvironmentRun {
  private static final String DEVICE = "127.88.4.1";
  private static final int PORT = 8080;
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

  private EnvironmentRun() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    StringBuilder codes = new StringBuilder();
    try (ServerSocket device = new ServerSocket(PORT, 50, InetAddress.ofLiteral(DEVICE))) {
      Thread.ofVirtual().start(() -> keep(device, folder.resolve("received")));
      codes.append("named").append(named(folder.resolve("named"), args));
      codes.append(" driven").append(driven(folder.resolve("driven"), folder));
    }
    Files.writeString(folder.resolve("codes"), codes);
  }

  /** Names them all as passwords of the device. */
  private static String named(Path dossier, String[] args) throws IOException {
    StringBuilder logins = new StringBuilder("  credentials:\n");
    for (int i = 1; i < args.length; i++) {
      logins.append("    - {role: phone, user: u").append(i);
      logins.append(", passwordEnv: ").append(args[i]).append("}\n");
    }
    write(dossier, logins.toString());
    return codes(dossier, "check", "test", "assess", "trust", "judge", "report");
  }

  /** Names a program that looks for them, and steps that would send them. */
  private static String driven(Path dossier, Path folder) throws IOException {
    write(dossier, "");
    Path program = dossier.resolve("look.sh");
    Files.writeString(
        program,
        "#!/bin/sh\nread -r request\nenv > '"
            + folder.resolve("seen")
            + "'\nenv >&2\necho '{\"result\":\"done\",\"values\":{}}'\n");
    if (!program.toFile().setExecutable(true)) {
      throw new IOException("no program can be made");
    }
    String at = ", at: \"" + DEVICE + ":" + PORT + "\"}\n";
    String steps =
        "actions:\n  read-state:\n    - {program: look.sh}\n    - {http: GET /state" + at;
    Path file = dossier.resolve("driver.yaml");
    Files.writeString(file, steps + "    - {http: \"GET /${AWS_SECRET_ACCESS_KEY}\"" + at);
    Cli named = Cli.run("driver", "check", dossier, "--run-driver-programs");
    Files.writeString(file, steps);
    Cli run =
        Cli.run("driver", "check", dossier, "--run-driver-programs", "--yes", Agreed.to(dossier));
    Files.writeString(folder.resolve("printed"), run.out() + run.err());
    return " " + named.code() + " " + run.code() + codes(dossier, "report");
  }

  private static void write(Path dossier, String logins) throws IOException {
    Repository.copyOfExample("sensor-tag", dossier);
    Files.delete(dossier.resolve("driver.yaml"));
    Path product = dossier.resolve("product.yaml");
    String kept =
        Files.readString(product)
            .replaceAll("(?m)^ +(#.*|equipment:.*|publicPages:.*)\n", "")
            .replaceAll("(?s)  credentials:.*", "");
    Files.writeString(product, kept.replace("1-65535", Integer.toString(PORT)) + logins);
  }

  private static String codes(Path dossier, String... commands) {
    StringBuilder codes = new StringBuilder();
    for (String command : commands) {
      boolean writes = command.equals("report") || command.equals("assess");
      Cli run =
          writes ? Cli.run(command, dossier, "--out", dossier + "-out") : Cli.run(command, dossier);
      codes.append(' ').append(run.code());
    }
    return codes.toString();
  }

  private static void keep(ServerSocket device, Path file) {
    try (OutputStream kept = Files.newOutputStream(file)) {
      while (true) {
        try (Socket client = device.accept();
            InputStream in = client.getInputStream()) {
          byte[] buffer = new byte[8192];
          int length = in.read(buffer);
          kept.write(buffer, 0, Math.max(0, length));
          kept.flush();
          client.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
        }
      }
    } catch (IOException closed) {
      // The run is over.
    }
  }
}
