package dev.plumbline.client.onvif;

import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.login.Attempt;
import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.onvif.OnvifClient.Answer;
import dev.plumbline.probe.ProbeContext;
import java.io.IOException;

/** A login of ONVIF: an operation that is denied without one, called with a user name token. */
public final class OnvifLogin implements LoginInterface {
  private static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";

  private final ProbeContext context;
  private final OnvifClient client;

  public OnvifLogin(ProbeContext context, HttpClient http) {
    this.context = context;
    this.client = new OnvifClient(http);
  }

  @Override
  public String kind() {
    return "onvif";
  }

  @Override
  public String mechanism() {
    return client.http().endpoint() + " onvif";
  }

  @Override
  public Attempt attempt(String user, String password) throws IOException, InterruptedException {
    Answer answer =
        client.call(DEVICE, "GetDeviceInformation", user, password, context.clock().instant());
    String sign = "status " + answer.status() + ", " + answer.result();
    return switch (answer.result()) {
      case ANSWERED -> Attempt.explicit(Outcome.ACCEPTED, sign, answer.exchange().took());
      case DENIED -> denied(answer, sign);
      default ->
          answer.status() == 401
              ? denied(answer, sign)
              : Attempt.implied(Outcome.UNCLEAR, sign, answer.exchange().took());
    };
  }

  /** A device whose clock differs from ours denies the right password with the same words. */
  private static Attempt denied(Answer answer, String sign) {
    return Attempt.implied(Outcome.REFUSED, sign, answer.exchange().took());
  }
}
