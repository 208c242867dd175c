package dev.plumbline.probes.serviceidentification;

import dev.plumbline.dossier.Endpoint;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Real servers of Debian at a loopback address, for tests. */
final class DebianServers implements AutoCloseable {
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final String address;
  private final Path dir;
  private final List<Process> processes = new ArrayList<>();
  private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();

  DebianServers(String address, Path dir) {
    this.address = address;
    this.dir = dir;
  }

  Endpoint endpoint(String name) {
    Endpoint endpoint = endpoints.get(name);
    if (endpoint == null) {
      throw new IllegalArgumentException("not started: " + name);
    }
    return endpoint;
  }

  List<Endpoint> all() {
    return List.copyOf(endpoints.values());
  }

  void startAll() throws IOException, InterruptedException {
    Path key = dir.resolve("tls.key");
    Path cert = dir.resolve("tls.crt");
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-keyout",
        key.toString(),
        "-out",
        cert.toString(),
        "-days",
        "30",
        "-subj",
        "/CN=device");
    openssh();
    dropbear();
    start(
        "openssl",
        "openssl",
        port ->
            List.of(
                "openssl",
                "s_server",
                "-accept",
                address + ":" + port,
                "-cert",
                cert.toString(),
                "-key",
                key.toString(),
                "-www",
                "-quiet"));
    start(
        "openssl-old",
        "openssl",
        port ->
            List.of(
                "openssl",
                "s_server",
                "-accept",
                address + ":" + port,
                "-cert",
                cert.toString(),
                "-key",
                key.toString(),
                "-tls1",
                "-cipher",
                "DEFAULT:@SECLEVEL=0",
                "-www",
                "-quiet"));
    start(
        "lighttpd",
        "lighttpd",
        port ->
            List.of(
                "lighttpd",
                "-D",
                "-f",
                file(
                    "lighttpd.conf",
                    "server.document-root = \""
                        + dir
                        + "\"\nserver.bind = \""
                        + address
                        + "\"\nserver.port = "
                        + port
                        + "\nindex-file.names = ( \"index.html\" )\n")));
    start(
        "nginx",
        "nginx-light",
        port ->
            List.of(
                "nginx",
                "-p",
                dir.toString(),
                "-e",
                "stderr",
                "-c",
                nginx(port, "", "nginx.conf")));
    start(
        "nginx-tls",
        "nginx-light",
        port ->
            List.of(
                "nginx",
                "-p",
                dir.toString(),
                "-e",
                "stderr",
                "-c",
                nginx(
                    port,
                    " ssl; ssl_certificate " + cert + "; ssl_certificate_key " + key,
                    "tls.conf")));
    start(
        "vsftpd",
        "vsftpd",
        port ->
            List.of(
                "vsftpd",
                file(
                    "vsftpd.conf",
                    "listen=YES\nlisten_address="
                        + address
                        + "\nlisten_port="
                        + port
                        + "\nbackground=NO\nanonymous_enable=NO\nlocal_enable=YES\nseccomp_sandbox=NO\n"
                        + "secure_chroot_dir="
                        + unwritable()
                        + "\n")));
    start(
        "mosquitto",
        "mosquitto",
        port ->
            List.of(
                "mosquitto",
                "-c",
                file(
                    "mosquitto.conf",
                    "listener " + port + " " + address + "\nallow_anonymous true\n")));
    start(
        "mosquitto-closed",
        "mosquitto",
        port ->
            List.of(
                "mosquitto",
                "-c",
                file(
                    "closed.conf",
                    "listener " + port + " " + address + "\nallow_anonymous false\n")));
  }

  /** vsftpd refuses a cell that anybody could write to. */
  private Path unwritable() {
    try {
      return Files.createDirectory(
          dir.resolve("empty"),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void openssh() throws IOException, InterruptedException {
    Path key = dir.resolve("ssh_host_key");
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
    Files.createDirectories(Path.of("/run/sshd"));
    start(
        "openssh",
        "openssh-server",
        port ->
            List.of(
                "/usr/sbin/sshd",
                "-D",
                "-e",
                "-f",
                "/dev/null",
                "-h",
                key.toString(),
                "-o",
                "ListenAddress=" + address + ":" + port,
                "-o",
                "PidFile=none"));
  }

  private void dropbear() throws IOException, InterruptedException {
    Path key = dir.resolve("dropbear.key");
    run("dropbearkey", "-t", "ed25519", "-f", key.toString());
    start(
        "dropbear",
        "dropbear-bin",
        port ->
            List.of(
                "dropbear",
                "-F",
                "-E",
                "-r",
                key.toString(),
                "-p",
                address + ":" + port,
                "-P",
                dir.resolve("dropbear.pid").toString()));
  }

  private String nginx(int port, String tls, String name) {
    return file(
        name,
        "daemon off; master_process off; pid "
            + dir.resolve(name + ".pid")
            + "; events {} http { access_log off; client_body_temp_path "
            + dir
            + "; proxy_temp_path "
            + dir
            + "; fastcgi_temp_path "
            + dir
            + "; uwsgi_temp_path "
            + dir
            + "; scgi_temp_path "
            + dir
            + "; server { listen "
            + address
            + ":"
            + port
            + tls
            + "; root "
            + dir
            + "; } }");
  }

  private String file(String name, String content) {
    try {
      return Files.writeString(dir.resolve(name), content).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Command {
    List<String> at(int port);
  }

  private void start(String name, String debianPackage, Command command)
      throws IOException, InterruptedException {
    int port = freePort();
    File log = dir.resolve(name + ".log").toFile();
    Process process;
    try {
      process =
          new ProcessBuilder(command.at(port))
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .redirectOutput(log)
              .start();
    } catch (IOException e) {
      throw new AssertionError(
          name + " cannot be started; type: sudo apt-get install -y " + debianPackage, e);
    }
    processes.add(process);
    await(process, port, log);
    endpoints.put(name, Endpoint.tcp(address, port));
  }

  private void await(Process process, int port, File log) throws IOException, InterruptedException {
    long end = System.nanoTime() + START_NANOS;
    while (System.nanoTime() < end && process.isAlive()) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral(address), port), 1000);
        return;
      } catch (IOException e) {
        // Not there yet.
        process.waitFor(20, TimeUnit.MILLISECONDS);
      }
    }
    throw new AssertionError("did not start: " + Files.readString(log.toPath()));
  }

  private int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(address))) {
      return socket.getLocalPort();
    }
  }

  static String run(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new AssertionError(
          command[0]
              + " is missing; type: sudo apt-get install -y openssl openssh-client dropbear-bin nmap",
          e);
    }
    process.getOutputStream().close();
    String output =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(String.join(" ", command) + ": " + output);
    }
    return output;
  }

  @Override
  public void close() {
    processes.forEach(Process::destroy);
    for (Process process : processes) {
      process
          .onExit()
          .orTimeout(5, TimeUnit.SECONDS)
          .exceptionally(e -> process.destroyForcibly())
          .join();
    }
  }
}
