package dev.plumbline.probes.modbusaccess;

import dev.plumbline.client.login.Services;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.observation.network.ModbusAccess;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks ports that nobody recognised in Modbus/TCP (Modbus Application Protocol 1.1b3) what the
 * device is, and for one register. Writes nothing.
 */
public final class ModbusAccessProbe implements Probe {

  private static final Duration CONNECT = Duration.ofSeconds(4);
  private static final Duration ANSWER = Duration.ofSeconds(3);

  /** Whatever is sent to a port of raw printing is printed. */
  private static final int FIRST_PRINTER = 9100;

  private static final int LAST_PRINTER = 9107;
  private static final int IDENTIFICATION = 0x2b;
  private static final int REGISTERS = 3;
  private static final int FAILED = 0x80;
  private static final byte[] ASK_IDENTIFICATION = {0x50, 0x4c, 0, 0, 0, 5, 1, 0x2b, 0x0e, 1, 0};
  private static final byte[] ASK_REGISTER = {0x50, 0x4d, 0, 0, 0, 6, 1, 3, 0, 0, 0, 1};

  private final ProbeSpec spec = ProbeSpec.load(ModbusAccessProbe.class);

  @Override
  public ProbeSpec spec() {
    return spec;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    context.each(
        unrecognised(context),
        Endpoint::toString,
        endpoint -> {
          try (Wire wire = context.connect(endpoint, CONNECT)) {
            byte[] identification = ask(wire, ASK_IDENTIFICATION, IDENTIFICATION);
            record(context, endpoint, identification, wire);
          } catch (IOException e) {
            context.undetermined(
                ModbusAccess.class,
                endpoint.toString(),
                "Whether it speaks Modbus cannot be told: " + e.getMessage());
          }
        });
  }

  private static List<Endpoint> unrecognised(ProbeContext context) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (Observation ports : context.observations(TcpOpenPorts.class)) {
      String address = ports.subject().replaceFirst("^address/", "");
      ports.as(TcpOpenPorts.class).stream()
          .flatMap(p -> p.open().stream())
          .map(port -> Endpoint.tcp(address, port))
          .filter(context::inScope)
          .filter(e -> e.port() < FIRST_PRINTER || e.port() > LAST_PRINTER)
          .filter(e -> !isRecognised(context, e))
          .forEach(endpoints::add);
    }
    return endpoints.stream().distinct().toList();
  }

  private static boolean isRecognised(ProbeContext context, Endpoint endpoint) {
    return Services.fact(context, ServiceIdentified.class, endpoint)
        .map(ServiceIdentified::protocol)
        .filter(p -> !p.isEmpty() && !p.equals("unknown") && !p.equals("modbus"))
        .isPresent();
  }

  /**
   * Asks, and returns function code and what follows.
   *
   * @throws IOException if what comes back answers no such question
   */
  private static byte[] ask(Wire wire, byte[] question, int function) throws IOException {
    wire.send(question);
    byte[] head = wire.readExactly(7, ANSWER);
    int length = ((head[4] & 0xff) << 8) | (head[5] & 0xff);
    if (head[0] != question[0]
        || head[1] != question[1]
        || head[2] != 0
        || head[3] != 0
        || head[6] != question[6]
        || length < 3
        || length > 254) {
      throw new IOException("what came back is not Modbus");
    }
    byte[] body = wire.readExactly(length - 1, ANSWER);
    int said = body[0] & 0xff;
    boolean failure = said == (function | FAILED) && body.length == 2;
    // An echo of the question is as long as the question; no answer is.
    if (!failure && (said != function || length == question.length - 6)) {
      throw new IOException("what came back is not Modbus");
    }
    return body;
  }

  private static void record(
      ProbeContext context, Endpoint endpoint, byte[] identification, Wire wire) {
    List<ModbusAccess.Open> open = new ArrayList<>();
    List<String> objects = objects(identification);
    if (!objects.isEmpty()) {
      open.add(new ModbusAccess.Open("device identification", "data"));
    }
    List<String> unanswered = new ArrayList<>();
    try {
      if ((ask(wire, ASK_REGISTER, REGISTERS)[0] & FAILED) == 0) {
        open.add(new ModbusAccess.Open("holding register 0", "data"));
      }
    } catch (IOException e) {
      unanswered.add("holding register 0");
    }
    String subject = endpoint.toString();
    context.seen(subject, new ModbusAccess(true, objects, open, List.of(), unanswered), wire);
    context.seen(
        subject,
        new ServiceIdentified(
            "modbus",
            false,
            Optional.empty(),
            Optional.of(String.join(" ", objects)),
            Optional.empty(),
            Optional.empty(),
            List.of("modbus"),
            Optional.empty()),
        wire);
  }

  /** Maker, product and revision (section 6.21 of the specification). */
  private static List<String> objects(byte[] body) {
    List<String> found = new ArrayList<>();
    if ((body[0] & FAILED) != 0 || body.length < 8) {
      return found;
    }
    int at = 7;
    for (int i = 0; i < (body[6] & 0xff) && at + 1 < body.length; i++) {
      int length = Math.min(body[at + 1] & 0xff, body.length - at - 2);
      found.add(
          new String(body, at + 2, length, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", "?"));
      at += 2 + length;
    }
    return found;
  }
}
