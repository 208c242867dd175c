package dev.plumbline.acceptance;

import dev.plumbline.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The device and a stranger beside a program that the kernel confines; started by {@link
 * EgressPeerTest}. The argument: a dossier.
 */
final class EgressRun {
  static final String DEVICE = "127.88.2.1";
  static final String STRANGER = "127.88.9.5";
  static final String STAND_IN = "127.88.9.11";

  /** Globally reachable by IANA's registry; here they are this network's own. */
  static final String PUBLIC = "192.0.0.9";

  static final String PUBLIC_SIX = "2001:1::1";
  static final String LINK_LOCAL = "fe80::7";
  static final int PORT = 8080;
  static final int PAGES = 8081;
  static final int PATIENCE_MILLIS = 400;
  static final String AFTER = "after";

  /** What is told where the kernel confines, in this order. */
  static final List<String> EXPECTED =
      List.of(
          "killed: the stranger of another program is reached, tables while: 1, after: 0",
          "test: the device is called: true",
          "device over tcp: reached",
          "stranger over tcp: silent",
          "stranger over tcp, IPv6: silent",
          "stranger over udp: refused",
          "stranger by a program: silent",
          "stranger by a program after its start: silent",
          "the device calls: answered",
          "a stranger calls: silent",
          "stopped: [tcp/127.88.9.5/8080, tcp/[::1]/8080, udp/127.88.9.5/8080]",
          "page at a public address: reached",
          "page at a public address, IPv6: reached",
          "page at a private address: silent",
          "device on its link: reached",
          "device on another link: silent",
          "over: stranger over tcp: reached",
          "the stranger heard first: after, after; over IPv6: false",
          "groups left: 0, tables left: 0");

  private EgressRun() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path dossier = Path.of(args[0]);
    for (String own : List.of(PUBLIC + "/32", PUBLIC_SIX + "/128", LINK_LOCAL + "/64")) {
      lines("ip", "addr", "add", own, "dev", "lo");
    }
    try (ServerSocket device = at(DEVICE);
        ServerSocket stranger = at(STRANGER);
        ServerSocket six = at("::1");
        ServerSocket everywhere = new ServerSocket(PAGES);
        DatagramSocket strange = new DatagramSocket(address(STRANGER, PORT))) {
      boolean confines = killed(dossier);
      Process test =
          new ProcessBuilder(
                  PrivateNetwork.java(
                      Main.class,
                      List.of(
                          "test",
                          dossier.toString(),
                          "--only",
                          "tcp-open-ports",
                          "--yes",
                          Agreed.to(dossier))))
              .redirectErrorStream(true)
              .redirectOutput(dossier.resolveSibling("run").toFile())
              .start();
      test.waitFor();
      System.out.println("test: the device is called: " + isCalled(device));
      if (confines && everywhere.isBound()) {
        confined(dossier);
        System.out.println(
            "the stranger heard first: "
                + heard(stranger)
                + ", "
                + heard(strange)
                + "; over IPv6: "
                + isCalled(six));
        System.out.println("groups left: " + groups() + ", tables left: " + tables());
      }
    }
  }

  /** A confined program is killed; whether there was one. */
  private static boolean killed(Path dossier) throws IOException, InterruptedException {
    Process child = child(dossier, "wait");
    try (BufferedReader told = child.inputReader(StandardCharsets.UTF_8)) {
      if (!"ready".equals(told.readLine())) {
        return false;
      }
      try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral(STRANGER));
          Socket call = new Socket(STRANGER, other.getLocalPort())) {
        long during = tables();
        child.destroyForcibly();
        child.waitFor();
        System.out.println(
            "killed: the stranger of another program is "
                + (call.isConnected() ? "reached" : "silent")
                + ", tables while: "
                + during
                + ", after: "
                + tables());
      }
    }
    return true;
  }

  private static void confined(Path dossier) throws IOException, InterruptedException {
    Process child = child(dossier, "try");
    try (BufferedReader told = child.inputReader(StandardCharsets.UTF_8);
        OutputStream go = child.getOutputStream()) {
      for (String line = told.readLine(); line != null; line = told.readLine()) {
        if (line.equals("waits")) {
          System.out.println("the device calls: " + call(DEVICE));
          System.out.println("a stranger calls: " + call(STRANGER));
          go.write('\n');
          go.flush();
        } else {
          System.out.println(line);
        }
      }
    }
    child.waitFor();
  }

  private static Process child(Path dossier, String what) throws IOException {
    return new ProcessBuilder(
            PrivateNetwork.java(EgressChild.class, List.of(dossier.toString(), what)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String call(String from) throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(address(from, 0));
      socket.connect(address(STAND_IN, 8443), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      return socket.getInputStream().read() == 'x' ? "answered" : "cut";
    } catch (SocketTimeoutException e) {
      return "silent";
    }
  }

  private static boolean isCalled(ServerSocket device) throws IOException {
    device.setSoTimeout(PATIENCE_MILLIS);
    try (Socket call = device.accept()) {
      return call.isConnected();
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  /** What the first caller says. */
  private static String heard(ServerSocket stranger) throws IOException {
    stranger.setSoTimeout(PATIENCE_MILLIS);
    try (Socket call = stranger.accept()) {
      return new String(call.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String heard(DatagramSocket stranger) throws IOException {
    stranger.setSoTimeout(PATIENCE_MILLIS);
    DatagramPacket got = new DatagramPacket(new byte[64], 64);
    stranger.receive(got);
    return new String(got.getData(), 0, got.getLength(), StandardCharsets.UTF_8);
  }

  private static long groups() throws IOException, InterruptedException {
    return lines("find", "/sys/fs/cgroup", "-type", "d", "-name", "plumbline-*").stream()
        .filter(l -> l.matches(".*/plumbline-\\d+-\\d+"))
        .filter(l -> !isOfAnother(l))
        .count();
  }

  /** Other runs on this machine may go on meanwhile. */
  private static boolean isOfAnother(String group) {
    try {
      return !Files.readString(Path.of(group, "cgroup.procs")).isBlank();
    } catch (IOException e) {
      return true;
    }
  }

  private static long tables() throws IOException, InterruptedException {
    return lines("nft", "list", "tables").size();
  }

  private static List<String> lines(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      out.lines().forEach(lines::add);
    }
    process.waitFor();
    return lines;
  }

  private static ServerSocket at(String address) throws IOException {
    return new ServerSocket(PORT, 8, InetAddress.ofLiteral(address));
  }

  static InetSocketAddress address(String address, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), port);
  }
}
