package dev.plumbline.client.mqtt;

import dev.plumbline.client.login.Attempt;
import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.probe.ProbeContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** User and password of MQTT 3.1.1, in CONNECT. */
public final class MqttLogin implements LoginInterface {
  private final ProbeContext context;
  private final Endpoint endpoint;
  private final boolean tls;

  public MqttLogin(ProbeContext context, Endpoint endpoint, boolean tls) {
    this.context = context;
    this.endpoint = endpoint;
    this.tls = tls;
  }

  @Override
  public String kind() {
    return "mqtt";
  }

  @Override
  public String mechanism() {
    return endpoint + " mqtt";
  }

  @Override
  public Attempt attempt(String user, String password) throws IOException, InterruptedException {
    try (MqttSession session = MqttSession.open(context, endpoint, tls, MqttSession.V3)) {
      Instant sent = context.clock().instant();
      int code = session.connect("plumbline", List.of(user, password));
      Duration took = Duration.between(sent, context.clock().instant());
      String sign = "CONNACK with code " + code;
      return switch (code) {
        case 0 -> Attempt.explicit(Outcome.ACCEPTED, sign, took);
        case 4, 5 -> Attempt.explicit(Outcome.REFUSED, sign, took);
        default -> Attempt.implied(Outcome.UNCLEAR, sign, took);
      };
    }
  }
}
