/** Talking to an MQTT broker, as far as connecting and listening go. */
@NullMarked
package dev.plumbline.client.mqtt;

import org.jspecify.annotations.NullMarked;
