/** What an MQTT broker gives to a client without a login. */
@NullMarked
package dev.plumbline.probes.mqttaccess;

import org.jspecify.annotations.NullMarked;
