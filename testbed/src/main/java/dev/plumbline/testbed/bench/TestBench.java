package dev.plumbline.testbed.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The bench that a device stands on: a switchable socket, a switchable network, a programmer for
 * its memory, and its serial console. It is equipment of the laboratory and no part of the device.
 *
 * <ul>
 *   <li>{@code POST /power/off}, {@code /power/on}, {@code /network/off}, {@code /network/on},
 *       {@code /button}
 *   <li>{@code POST /menu/radio-off}: chosen on the pages that the device's display shows
 *   <li>{@code POST /replace}, {@code /put-back}: a spare unit takes the device's place and is set
 *       up, and the other way round
 *   <li>{@code POST /flash}: an image, written past the updater; {@code GET /flash/BYTES}: the
 *       digest of what stands there
 *   <li>{@code POST /card}: puts a memory card with an image in, and says what came of it
 *   <li>{@code GET /console}: what the device says on its console; nothing without power
 *   <li>{@code GET /stations}: whether the network's access point has the device
 *   <li>{@code POST}, {@code DELETE} and {@code GET /cloud}: the test account of the cloud service
 * </ul>
 */
public final class TestBench implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final DeviceMemory memory;
  private final Wiring wiring;
  private final boolean mute;

  /** What the bench does to the device. */
  public interface Wiring {
    /** Makes the device answer on the network, or not, as its memory says. */
    void settle() throws IOException;
  }

  private TestBench(
      HttpServer server,
      ExecutorService threads,
      DeviceMemory memory,
      Wiring wiring,
      boolean mute) {
    this.server = server;
    this.threads = threads;
    this.memory = memory;
    this.wiring = wiring;
    this.mute = mute;
  }

  /**
   * Starts the bench.
   *
   * @param address used where the settings name none
   * @param mute whether the device says nothing on its console
   */
  public static TestBench start(
      Settings settings, InetAddress address, DeviceMemory memory, Wiring wiring, boolean mute)
      throws IOException {
    InetAddress own =
        settings.has("address") ? InetAddress.getByName(settings.required("address")) : address;
    HttpServer server =
        HttpServer.create(new InetSocketAddress(own, settings.number("port", 0)), 50);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    TestBench bench = new TestBench(server, threads, memory, wiring, mute);
    server.setExecutor(threads);
    server.createContext("/", bench::serve);
    server.start();
    return bench;
  }

  public InetSocketAddress endpoint() {
    return server.getAddress();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String answer = answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body);
      byte[] text = answer.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(
          answer.isEmpty() ? 503 : 200, text.length == 0 ? -1 : text.length);
      exchange.getResponseBody().write(text);
    }
  }

  private synchronized String answer(String method, String path, String body) throws IOException {
    if (path.equals("/cloud")) {
      return cloud(method, body);
    }
    if (method.equals("GET") && path.startsWith("/flash/")) {
      return "{\"sha256\":\"" + digest(path.substring("/flash/".length())) + "\"}\n";
    }
    if (method.equals("GET")) {
      return switch (path) {
        case "/console" -> console();
        case "/stations" -> "{\"joined\":\"" + (memory.reachable() ? "yes" : "no") + "\"}\n";
        default -> "";
      };
    }
    switch (path) {
      case "/power/off" -> memory.power(false);
      case "/power/on" -> memory.power(true);
      case "/network/off" -> memory.network(false);
      case "/network/on" -> memory.network(true);
      case "/menu/radio-off" -> memory.turnRadioOff();
      case "/replace" -> memory.replace(true);
      case "/put-back" -> memory.replace(false);
      case "/button" -> memory.help();
      case "/card" -> {
        return "{\"card\":\"" + memory.insertCard(body).orElse("installed") + "\"}\n";
      }
      case "/flash" -> {
        return memory.flash(body) ? "{\"flash\":\"written\"}\n" : "";
      }
      default -> {
        return "";
      }
    }
    wiring.settle();
    return "{\"done\":\"" + path + "\"}\n";
  }

  /** SHA-256 of the first bytes of the memory. */
  private String digest(String length) {
    byte[] all = memory.flashed().getBytes(StandardCharsets.UTF_8);
    int bytes = length.matches("\\d{1,9}") ? Integer.parseInt(length) : all.length;
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(Arrays.copyOf(all, Math.min(bytes, all.length))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK knows SHA-256", e);
    }
  }

  private String cloud(String method, String body) {
    switch (method) {
      case "POST" -> memory.upload(body.strip());
      case "DELETE" -> memory.eraseCloud();
      default -> {}
    }
    return "{\"account\":\"" + String.join(" ", memory.cloud()) + "\"}\n";
  }

  /** Nothing when there is nobody who could say it. */
  private String console() {
    if (mute || !memory.running()) {
      return "";
    }
    Map<String, String> said = new LinkedHashMap<>();
    said.put("version", memory.version());
    said.put("serial", memory.serial());
    said.put("function", word(memory.works()));
    said.put("display", word(memory.running()));
    said.put("app", word(memory.reachable()));
    said.put("startup", word(memory.startedWell()));
    said.put("state", memory.initialized() ? "initialized" : "factory-default");
    said.put("stored", String.join(" ", memory.data()));
    return said.entrySet().stream()
        .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
        .collect(Collectors.joining(",", "{", "}\n"));
  }

  private static String word(boolean works) {
    return works ? "works" : "fails";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
