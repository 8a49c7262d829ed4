/** The HTTP server: which address is answered by which class. */
package org.yunga.web.server;
