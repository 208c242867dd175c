package dev.plumbline.client.driven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class EndpointsTest {
  private static final Endpoint DEVICE = Endpoint.tcp("192.0.2.1", 443);
  private static final Endpoint LOOPBACK = Endpoint.tcp("127.77.82.9", 443);

  private static ConnectException refused() {
    return new ConnectException("Connection refused");
  }

  @Test
  void whoRefusesAConnectionIsThere() {
    assertThat(Endpoints.isSilence(DEVICE, refused())).isFalse();
  }

  @Test
  void onLoopbackItIsThisMachineThatRefuses() {
    assertThat(Endpoints.isSilence(LOOPBACK, refused())).isTrue();
    assertThat(Endpoints.isSilence(Endpoint.tcp("::1", 443), refused())).isTrue();
  }

  @Test
  void noAnswerIsSilence() {
    assertThat(Endpoints.isSilence(DEVICE, new SocketTimeoutException("late"))).isTrue();
    assertThat(Endpoints.isSilence(DEVICE, new NoRouteToHostException("No route to host")))
        .isTrue();
    assertThat(Endpoints.isSilence(DEVICE, new ConnectException("Connection timed out"))).isTrue();
  }

  @Test
  void aFailureOfThisMachineTellsNothingOfTheDevice() {
    assertThat(Endpoints.isSilence(DEVICE, new ConnectException("Network is unreachable")))
        .isFalse();
    assertThat(Endpoints.isSilence(LOOPBACK, new IOException("more than 8 connections are open")))
        .isFalse();
  }
}
