/** Who sends a request: a token in {@code Authorization}, checked; accounts come later. */
package org.yunga.web.access;
