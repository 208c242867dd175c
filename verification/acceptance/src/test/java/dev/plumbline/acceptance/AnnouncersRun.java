package dev.plumbline.acceptance;

import dev.plumbline.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Joins the tester, a device and its neighbour to one network, each with avahi, the device with
 * minidlna besides, and asks what the device announces; started by {@link AnnouncersPeerTest}. The
 * arguments: a dossier and an empty place.
 */
final class AnnouncersRun {
  static final String DEVICE = "192.168.79.20";
  private static final String NEIGHBOUR = "192.168.79.30";
  private static final String TESTER = "192.168.79.1";
  private static final int LOOK_EVERY_MILLIS = 20;
  private static final long SECONDS = 60;

  private final Path place;
  private final List<Process> children = new ArrayList<>();

  private AnnouncersRun(Path place) {
    this.place = place;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    AnnouncersRun run = new AnnouncersRun(Path.of(args[1]));
    try {
      sh("ip link add lan type bridge mcast_snooping 0 && ip addr add " + TESTER + "/24 dev lan");
      sh("ip link set lan up");
      String device = run.unit("device", DEVICE, "_http._tcp");
      run.unit("neighbour", NEIGHBOUR, "_ipp._tcp");
      run.mediaServer(device);
      // A process of its own, so that the kernel confines it where it can: groups stay reachable.
      new ProcessBuilder(
              PrivateNetwork.java(
                  Main.class,
                  List.of(
                      "test",
                      args[0],
                      "--only",
                      "mdns-services,upnp-surface",
                      "--yes",
                      Agreed.to(Path.of(args[0])))))
          .inheritIO()
          .start()
          .waitFor();
    } finally {
      run.end();
    }
  }

  /** A machine of its own on the network, which announces a service; gives how to get there. */
  private String unit(String name, String address, String kind)
      throws IOException, InterruptedException {
    Path services = Files.createDirectories(place.resolve(name));
    Files.writeString(
        services.resolve("own.service"),
        "<service-group><name>"
            + name
            + "</name><service><type>"
            + kind
            + "</type><port>8080</port><txt-record>serial=XY-1234</txt-record></service></service-group>\n");
    Path configuration = place.resolve(name + ".conf");
    Files.writeString(
        configuration,
        "[server]\nhost-name="
            + name
            + "\nuse-ipv6=no\nenable-dbus=no\n[wide-area]\nenable-wide-area=no\n"
            + "[publish]\npublish-hinfo=no\npublish-workstation=no\n");
    // What avahi reads and writes at fixed places is its own there.
    Process holder =
        start(
            "unshare --net --mount sh -c 'mount -t tmpfs none /run && mkdir /run/avahi-daemon"
                + " && mount --bind "
                + services
                + " /etc/avahi/services && echo ready && exec sleep 180'",
            ProcessBuilder.Redirect.PIPE);
    try (BufferedReader told =
        new BufferedReader(
            new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
      if (!"ready".equals(told.readLine())) {
        throw new IOException("no place for " + name);
      }
    }
    String there = "nsenter -t " + holder.pid() + " -n -m ";
    sh("ip link add " + name + " type veth peer name eth0 netns " + holder.pid());
    sh("ip link set " + name + " master lan && ip link set " + name + " up");
    sh(there + "ip link set lo up && " + there + "ip addr add " + address + "/24 dev eth0");
    sh(there + "ip link set eth0 up");
    daemon(
        there + "avahi-daemon --no-drop-root --no-chroot --no-rlimits -f " + configuration,
        name + "-avahi.log",
        "successfully established");
    return there;
  }

  private void mediaServer(String there) throws IOException, InterruptedException {
    Path configuration = place.resolve("minidlna.conf");
    Files.createDirectories(place.resolve("media"));
    Files.writeString(
        configuration,
        "port=8200\nnetwork_interface=eth0\nmedia_dir="
            + place.resolve("media")
            + "\ndb_dir="
            + place.resolve("media-list")
            + "\nfriendly_name=device\ninotify=no\nserial=XY-1234\n"
            + "uuid=7d0a8f3e-52c1-4b6e-9a14-c0f2d3b85e61\n");
    daemon(
        there + "minidlnad -d -f " + configuration + " -P " + place.resolve("minidlna.pid"),
        "minidlna.log",
        "ssdp:alive");
  }

  /** Starts a daemon and waits until its log says that it is there. */
  private void daemon(String command, String log, String ready)
      throws IOException, InterruptedException {
    Path file = place.resolve(log);
    Process process = start(command, ProcessBuilder.Redirect.to(file.toFile()));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!Files.exists(file) || !Files.readString(file).contains(ready)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException(command + " did not start: " + Files.readString(file));
      }
      process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private Process start(String command, ProcessBuilder.Redirect output) throws IOException {
    Process process =
        new ProcessBuilder("sh", "-c", "exec " + command)
            .redirectErrorStream(true)
            .redirectOutput(output)
            .start();
    children.add(process);
    return process;
  }

  private void end() throws InterruptedException {
    Collections.reverse(children);
    for (Process child : children) {
      child.destroy();
      if (!child.waitFor(5, TimeUnit.SECONDS)) {
        child.destroyForcibly();
      }
    }
  }

  private static void sh(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", command).inheritIO().start();
    if (shell.waitFor() != 0) {
      throw new IOException("failed: " + command);
    }
  }
}
