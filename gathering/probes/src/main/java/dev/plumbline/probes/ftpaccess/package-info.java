/** What a file server gives to a client without a login. */
@NullMarked
package dev.plumbline.probes.ftpaccess;

import org.jspecify.annotations.NullMarked;
