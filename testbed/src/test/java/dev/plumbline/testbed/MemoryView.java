package dev.plumbline.testbed;

import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a device looks when something is done to it: settings, updates, network, power, its place.
 */
final class MemoryView {
  private static final Path IMAGES = Path.of("..", "examples", "careless-camera", "images");

  private final List<String> seen = new ArrayList<>();
  private final SimulatedDevice device;
  private final Web bench;
  private Map<String, String> session = Map.of();

  private MemoryView(SimulatedDevice device, InetSocketAddress bench) {
    this.device = device;
    this.bench = new Web(bench, false);
  }

  static String of(DeviceSpec spec, SimulatedDevice device) throws IOException {
    Settings facts = spec.effective().child("facts");
    if (device.bench().isEmpty() || !facts.has("password")) {
      return "none";
    }
    MemoryView view = new MemoryView(device, device.bench().get());
    view.look(facts.required("password"));
    return String.join("\n", view.seen);
  }

  /** How a device that can be isolated or replaced looks from its bench meanwhile. */
  static String isolated(DeviceSpec spec, SimulatedDevice device) throws IOException {
    if (device.bench().isEmpty() || !spec.effective().child("memory").has("spare")) {
      return "none";
    }
    MemoryView view = new MemoryView(device, device.bench().get());
    view.lookAtBench();
    return String.join("\n", view.seen);
  }

  /** What comes of images on a memory card, and of the switch of notices about them. */
  static String card(DeviceSpec spec, SimulatedDevice device) throws IOException {
    Settings facts = spec.effective().child("facts");
    if (device.bench().isEmpty() || !spec.effective().child("memory").has("card")) {
      return "none";
    }
    MemoryView view = new MemoryView(device, device.bench().get());
    view.logIn(facts.required("password"));
    view.setting("cardNotifications");
    String altered = image("newer").replace("program of", "program 0f");
    for (String image : List.of(altered, image("older"), image("other-model"))) {
      view.seen.add("card " + view.bench.send("POST", "/card", Map.of(), image).body().strip());
    }
    return String.join("\n", view.seen);
  }

  /** What the set-up asks after a reset, and what comes of taking what is chosen already. */
  static String setUp(DeviceSpec spec, SimulatedDevice device) throws IOException {
    Settings facts = spec.effective().child("facts");
    if (device.bench().isEmpty() || !spec.effective().child("memory").has("setUp")) {
      return "none";
    }
    MemoryView view = new MemoryView(device, device.bench().get());
    view.logIn(facts.required("password"));
    view.ask("POST", "/api/v2/reset", "");
    for (String answer : List.of("updates on", "cloud no", "healthReports no")) {
      String[] words = answer.split(" ", 2);
      view.ask("GET", "/api/v2/setup", "");
      view.ask("POST", "/api/v2/setup/" + words[0], "{\"value\":\"" + words[1] + "\"}");
    }
    view.ask("GET", "/api/v2/setup", "");
    view.ask("POST", "/api/v2/setup", "");
    return String.join("\n", view.seen);
  }

  private void look(String password) throws IOException {
    logIn(password);
    for (String setting : List.of("autoUpdate", "updateNotifications")) {
      setting(setting);
    }
    ask("POST", "/api/v2/data", "{\"marker\":\"mine\"}");
    console();
    bench.send("POST", "/network/off", Map.of(), "");
    console();
    seen.add("answers: " + answers());
    bench.send("POST", "/network/on", Map.of(), "");
    bench.send("POST", "/power/off", Map.of(), "");
    console();
    bench.send("POST", "/power/on", Map.of(), "");
    console();
    seen.add("answers: " + answers());
    bench.send("POST", "/button", Map.of(), "");
    logIn(password);
    ask("GET", "/api/v2/settings/autoUpdate", "");
    ask("DELETE", "/api/v2/data", "");
    ask("GET", "/api/v2/data", "");
    ask("POST", "/api/v2/data", "{\"marker\":\"again\"}");
    ask("POST", "/api/v2/reset", "");
    console();
    ask("POST", "/api/v2/setup", "");
    console();
    for (String method : List.of("POST", "DELETE", "GET")) {
      seen.add("cloud " + bench.send(method, "/cloud", Map.of(), "mine").body().strip());
    }
    bench.send("POST", "/flash", Map.of(), image("newer").replace("program of", "program 0f"));
    bench.send("POST", "/power/off", Map.of(), "");
    bench.send("POST", "/power/on", Map.of(), "");
    bench.send("POST", "/button", Map.of(), "");
    console();
    logIn(password);
    for (String name : List.of("older", "other-model", "relabelled", "newer")) {
      ask("POST", "/api/v2/firmware", image(name));
    }
    ask("POST", "/api/v2/firmware", image("newer").replace("program of", "program 0f"));
  }

  private void setting(String name) throws IOException {
    ask("GET", "/api/v2/settings/" + name, "");
    ask("PUT", "/api/v2/settings/" + name, "{\"value\":\"later\"}");
    ask("GET", "/api/v2/settings/" + name, "");
  }

  private void lookAtBench() throws IOException {
    console();
    for (String done :
        List.of(
            "/network/off",
            "/network/on",
            "/menu/radio-off",
            "/power/off",
            "/power/on",
            "/replace",
            "/put-back")) {
      bench.send("POST", done, Map.of(), "");
      seen.add(done + " answers: " + answers());
      console();
      seen.add("stations " + bench.get("/stations").body().strip());
    }
  }

  private static String image(String name) throws IOException {
    return Files.readString(IMAGES.resolve(name + ".bin"));
  }

  private Web web() {
    return new Web(device.endpoint("web"), true);
  }

  private void logIn(String password) throws IOException {
    String cookie =
        web().login("/login", "admin", password).headers().getOrDefault("set-cookie", "");
    session = Map.of("Cookie", cookie.replaceFirst(";.*", ""));
  }

  private void ask(String method, String path, String body) throws IOException {
    Web.Answer answer = web().send(method, path, session, body);
    seen.add(method + " " + path + " " + answer.status() + " " + answer.body().strip());
  }

  private void console() throws IOException {
    Web.Answer answer = bench.get("/console");
    seen.add("console " + answer.status() + " " + answer.body().strip());
  }

  private boolean answers() {
    return !device.endpoints().isEmpty();
  }
}
