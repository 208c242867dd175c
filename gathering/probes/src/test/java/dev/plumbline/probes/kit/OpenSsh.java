package dev.plumbline.probes.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Debian's OpenSSH server with a host key of its own. */
public final class OpenSsh {
  private OpenSsh() {}

  public static Daemon start(String address, Path directory, String... options)
      throws IOException, InterruptedException {
    Path key = directory.resolve("host_key");
    Daemon.run(
        directory, List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()));
    Files.createDirectories(Path.of("/run/sshd"));
    return Daemon.start(
        address,
        directory,
        "openssh-server",
        port -> {
          List<String> command =
              new ArrayList<>(
                  List.of("/usr/sbin/sshd", "-D", "-e", "-f", "/dev/null", "-h", key.toString()));
          List.of("ListenAddress=" + address + ":" + port, "PidFile=none", "UsePAM=no")
              .forEach(o -> command.addAll(List.of("-o", o)));
          List.of(options).forEach(o -> command.addAll(List.of("-o", o)));
          return command;
        });
  }
}
