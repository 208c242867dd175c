/** What the device does about many wrong logins. */
@NullMarked
package dev.plumbline.probes.bruteforceresistance;

import org.jspecify.annotations.NullMarked;
