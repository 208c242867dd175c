package dev.plumbline.probes.dnsresolver;

import dev.plumbline.client.datagram.DnsMessages;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.DatagramContract;
import java.time.Duration;

class DnsResolverProbeTest extends DatagramContract {
  @Override
  protected Probe probe() {
    return new DnsResolverProbe(Duration.ofMillis(40));
  }

  @Override
  protected String spoken() {
    return "dns";
  }

  @Override
  protected byte[] answer() {
    byte[] answer = DnsMessages.question("other.example.", 1, 1, false);
    answer[2] = (byte) 0x81;
    answer[3] = (byte) 0x83;
    return answer;
  }

  @Override
  protected String address() {
    return "127.77.55.1";
  }
}
