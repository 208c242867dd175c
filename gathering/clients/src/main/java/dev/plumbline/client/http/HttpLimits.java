package dev.plumbline.client.http;

import java.time.Duration;

/**
 * How much of an answer is read.
 *
 * @param headBytes most bytes of status line and headers
 * @param bodyBytes most bytes of a body that are kept, before and after decompression
 * @param patience how long to wait for each piece
 */
public record HttpLimits(int headBytes, int bodyBytes, Duration patience) {
  /** Room for any honest page of a device. */
  public static final HttpLimits PAGE = new HttpLimits(32_768, 262_144, Duration.ofSeconds(8));

  /** Patience for a login that the device may slow down on purpose. */
  public static final HttpLimits LOGIN = new HttpLimits(32_768, 131_072, Duration.ofSeconds(30));
}
